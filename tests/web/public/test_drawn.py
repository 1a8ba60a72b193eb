"""A version in its drawn and machine forms: in Vietnamese, with its code, its chain of messages."""

from xml.etree.ElementTree import fromstring

import pytest
from django.utils import translation
from pytest_django import Settings

from kiemtin.bulletin.poster import poster
from kiemtin.desk.contents import content
from kiemtin.desk.models import Version
from kiemtin.desk.words import VersionKind
from kiemtin.web.public import bulletins, drawn
from tests.support.publishing import Staff

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"


@pytest.fixture(autouse=True)
def site(settings: Settings) -> None:
    """Every address begins alike."""
    settings.PUBLIC_URL = "https://kiemtin.example.vn"


def test_a_poster_is_signed_where_the_desk_can(signed: Version) -> None:
    code = bulletins.code(signed)
    assert code
    assert drawn.poster(signed, "A5") == poster(content(signed), size="A5", code=code)


def test_without_a_key_it_leads_to_the_page(dam: Version) -> None:
    assert drawn.poster(dam, "A5") == poster(content(dam), size="A5")


def test_the_language_of_whoever_asks_changes_nothing(dam: Version) -> None:
    vietnamese = drawn.card(dam, "square")
    with translation.override("en"):
        assert drawn.card(dam, "square") == vietnamese


def test_a_cap_message_names_every_earlier_one_and_the_code_of_its_place(
    staff: Staff, dam: Version
) -> None:
    for reason in ("Sai giờ.", "Sai nơi."):
        last = staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong=reason)
    alert = fromstring(drawn.cap(last))
    slug = dam.fact_check.slug
    assert alert.findtext(f"{CAP}identifier") == f"{slug}.3"
    references = str(alert.findtext(f"{CAP}references")).split()
    assert [one.split(",")[:2] for one in references] == [
        ["kiemtin.example.vn", f"{slug}.{number}"] for number in (1, 2)
    ]
    assert alert.findtext(f"{CAP}info/{CAP}area/{CAP}geocode/{CAP}value") == "15"
