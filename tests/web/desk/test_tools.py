"""A step leads to the tools that this desk has; what is not there is not offered."""

from django.urls import resolve

from kiemtin.desk.checklists import Tool
from kiemtin.desk.models import Rumour
from kiemtin.desk.words import Role
from kiemtin.web.desk.tools import NOTHING, WHERE, Where, links

ALL = frozenset(Role)


def test_every_tool_has_its_place() -> None:
    assert set(WHERE) == set(Tool)


def test_links_lead_to_pages_that_are_there() -> None:
    rumour = Rumour(pk=7)
    found = links(Tool, rumour, ALL)
    assert {str(Tool.EVIDENCE.label), str(Tool.PLACES.label)} <= {one.label for one in found}
    for one in found:
        assert resolve(one.url.split("#")[0])


def test_a_link_to_a_place_of_the_rumours_page_names_it() -> None:
    (link,) = links([Tool.CONTACT], Rumour(pk=7), ALL)
    assert link.url.endswith("/tin-don/7/#h-contacts")


def test_a_page_that_a_desk_does_not_have_is_left_out() -> None:
    where = {
        Tool.UNITS: Where("desk:not_there", of=NOTHING),
        Tool.OCR: Where("desk:rumour", needs="desk:not_there"),
        Tool.LOG: WHERE[Tool.LOG],
    }
    found = links(where, Rumour(pk=7), ALL, where)
    assert [one.label for one in found] == [str(Tool.LOG.label)]


def test_who_may_not_use_a_tool_is_not_led_there() -> None:
    assert not links([Tool.HOLDING], Rumour(pk=7), frozenset({Role.CHECKER}))
    assert links([Tool.HOLDING], Rumour(pk=7), frozenset({Role.SPOKESPERSON}))
