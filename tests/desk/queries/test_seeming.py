"""A suggestion is said in the reader's language, with the reason that a person may take over."""

import pytest
from django.utils.translation import override

from kiemtin.desk.flow import triage
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.queries import seeming
from kiemtin.desk.words import NotCheckable
from tests.desk import steps


@pytest.mark.parametrize(
    ("text", "why", "nothing"),
    [
        ("Chúc cả nhà năm mới bình an", NotCheckable.WISH, False),
        ("Đường với chả sá, đi lại khổ quá", NotCheckable.OPINION, False),
        ("Em cảm ơn ad nhiều", "", True),
        ("Mai học sinh cả tỉnh nghỉ học", "", False),
    ],
)
def test_a_reason_goes_with_what_it_seems_to_be(
    desk: Desk, text: str, why: str, nothing: bool
) -> None:
    found = seeming.of_message(steps.ask(desk, "1", text))
    assert (found.why, found.nothing) == (why, nothing)
    assert found.checkable == (not why and not nothing)


def test_it_is_said_in_the_readers_language(desk: Desk) -> None:
    message = steps.ask(desk, "1", "Em cảm ơn ad nhiều")
    with override("vi"):
        assert seeming.of_message(message).reasons == ("lời chào, lời đáp: “cảm ơn”",)
    with override("en"):
        assert seeming.of_message(message).said == "nothing to check — a greeting or chat"


def test_no_reason_is_about_a_person_or_a_side() -> None:
    left = {NotCheckable.CRITICISM, NotCheckable.COMPLAINT, NotCheckable.POLITICAL}
    assert not left & set(seeming.WHY.values())


def test_a_rumour_that_was_assessed_needs_no_suggestion(desk: Desk, author: Account) -> None:
    rumour = triage.open_rumour(author, steps.ask(desk, "1"))
    assert seeming.of_rumour(rumour) is not None
    assert seeming.of_rumour(steps.assess(author, rumour)) is None
