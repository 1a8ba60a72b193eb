"""Only what is published, valid there and today, is an answer; each asker has it once."""

from datetime import date, timedelta

import pytest

from kiemtin.desk.flow import answer, match, triage
from kiemtin.desk.models import Account, Delivery, Desk, Message, ReplyAddress, Rumour, Version
from kiemtin.desk.moment import today
from tests.desk import steps

DAY = date(2025, 10, 1)
LAO_CAI, BAC_HA, SON_LA = "15", "03085", "14"


def version(**changes: object) -> Version:
    """A version that is not stored."""
    return Version(**({"kind": "first", "place": ""} | changes))


@pytest.mark.parametrize(
    ("changes", "place", "holds"),
    [
        ({}, "", True),
        ({"valid_from": DAY}, "", True),
        ({"valid_from": DAY + timedelta(days=1)}, "", False),
        ({"valid_until": DAY}, "", True),
        ({"valid_until": DAY - timedelta(days=1)}, "", False),
        ({"kind": "withdrawal"}, "", False),
        ({"place": LAO_CAI}, LAO_CAI, True),
        ({"place": LAO_CAI}, SON_LA, False),
        ({"place": LAO_CAI}, "", True),
        ({}, SON_LA, True),
    ],
)
def test_version_holds_at_its_place_in_its_time(
    changes: dict[str, object], place: str, holds: bool
) -> None:
    assert answer.valid_for(version(**changes), place, DAY) is holds


def test_province_holds_for_its_communes_and_not_the_other_way() -> None:
    from kiemtin.text.places import gazetteer

    commune = gazetteer().children(LAO_CAI)[0].code
    assert answer.valid_for(version(place=LAO_CAI), commune, DAY)
    assert not answer.valid_for(version(place=commune), LAO_CAI, DAY)
    assert not answer.valid_for(version(place=SON_LA), commune, DAY)


def test_open_rumour_has_no_answer(desk: Desk, rumour: Rumour) -> None:
    message = steps.ask(desk, "1")
    assert answer.answer_if_published(message, rumour, automatic=True) is None


def test_answer_is_entered_once(published: Version, desk: Desk) -> None:
    message, rumour = steps.ask(desk, "1"), published.fact_check.rumour
    first = answer.answer_if_published(message, rumour, automatic=True)
    again = answer.answer_if_published(message, rumour, automatic=False)
    assert first == again == Delivery.objects.get()
    assert Delivery.objects.get().automatic


def test_elsewhere_it_is_no_answer(published: Version, desk: Desk) -> None:
    message = steps.ask(desk, "1", place=SON_LA)
    assert answer.answer_if_published(message, published.fact_check.rumour, automatic=True) is None


@pytest.fixture
def told(published: Version, desk: Desk) -> Message:
    """Somebody who left an address and has been answered."""
    message = steps.ask(desk, "1", reply_to="0900 000 001")
    answer.deliver_to(message, published, automatic=True)
    return message


def test_address_is_erased_when_the_answer_is_read(told: Message, author: Account) -> None:
    assert answer.reply_address(author, told) == "0900 000 001"
    answer.seen(told)
    assert Delivery.objects.get().seen_at is not None
    assert answer.reply_address(author, told) == ""
    assert not ReplyAddress.objects.exists()


def test_address_is_erased_after_the_call(told: Message, author: Account) -> None:
    answer.called_back(author, told)
    assert not ReplyAddress.objects.exists()


def test_what_was_refused_is_no_answer_and_the_address_stays(
    told: Message, author: Account
) -> None:
    told.deliveries.update(refused_at=steps.NOON)
    answer.seen(told)
    assert answer.reply_address(author, told) == "0900 000 001"


def test_a_person_may_stand_by_an_answer_that_was_refused(told: Message, author: Account) -> None:
    rumour = told.deliveries.get().version.fact_check.rumour
    told.deliveries.update(refused_at=steps.NOON)
    answer.answer_if_published(told, rumour, automatic=True)
    assert told.deliveries.get().refused_at is not None
    triage.attach(author, told, rumour)
    assert told.deliveries.get().refused_at is None


def test_reading_before_there_is_an_answer_ends_nothing(desk: Desk) -> None:
    message = steps.ask(desk, "1", reply_to="0900 000 001")
    answer.seen(message)
    assert ReplyAddress.objects.exists()


def test_person_can_lead_a_message_to_its_answer(
    published: Version, desk: Desk, author: Account
) -> None:
    message = steps.ask(desk, "1", "tin này hôm trước mọi người nói rồi mà")
    match.match_message(message)
    triage.attach(author, message, published.fact_check.rumour)
    assert not Delivery.objects.get(message=message).automatic
    assert today() == DAY
