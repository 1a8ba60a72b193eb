"""Subscribers are counted so that nobody is found among them."""

from kiemtin.desk.few import How
from kiemtin.desk.models import Subscription
from kiemtin.desk.queries import subscribers
from tests.desk import steps


def people(count: int, channel: str, place: str, confirmed: bool = True) -> None:
    for number in range(count):
        Subscription.objects.create(
            channel=channel,
            lookup=f"{channel}{place}{number}",
            sealed=b"x",
            place=place,
            asked_at=steps.NOON,
            confirmed_at=steps.NOON if confirmed else None,
        )


def test_few_are_not_told_and_the_unconfirmed_not_counted(db: None) -> None:
    people(2, "telegram", "15")
    people(23, "email", "14")
    people(9, "zalo_oa", "15", confirmed=False)
    by_channel, by_place, by_subject = subscribers.tables()
    assert by_channel.tally.cells["telegram"].how is How.FEW
    assert "zalo_oa" not in by_channel.tally.cells
    assert by_channel.tally.total.value == 25
    assert by_place.tally.cells["15"].how is How.FEW
    assert by_subject.tally.cells[""].value == 25


def test_communes_are_counted_with_their_province(db: None) -> None:
    from kiemtin.text.places import gazetteer

    for one in gazetteer().children("15")[:6]:
        people(1, "email", one.code)
    people(1, "telegram", "")
    _channel, by_place, _subject = subscribers.tables()
    assert set(by_place.tally.cells) == {"15", ""}


def test_nobody_yet(db: None) -> None:
    assert [one.rows for one in subscribers.tables()] == [[], [], []]
