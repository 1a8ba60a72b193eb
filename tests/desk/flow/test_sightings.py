"""Spread and clock follow from the sightings as they are now, in every rumour they touch."""

from datetime import timedelta

from kiemtin.desk import clock
from kiemtin.desk.flow import holding, sightings, triage
from kiemtin.desk.models import Account, Desk, Message, Rumour
from kiemtin.desk.words import Level, MessageState, RumourState
from tests.desk import steps


def opened(desk: Desk, name: str, text: str = "Cầu sắp đóng", place: str = "15") -> Rumour:
    """A rumour from one message."""
    return sightings.open_rumour(steps.ask(desk, name, text, place=place))


def join(desk: Desk, rumour: Rumour, count: int, place: str = "15") -> list[Message]:
    """So many more messages repeat it."""
    messages = [steps.ask(desk, f"{place}-{number}", place=place) for number in range(count)]
    for message in messages:
        sightings.attach(message, rumour)
    return messages


def test_first_message_stands_as_the_claim(desk: Desk) -> None:
    rumour = opened(desk, "1")
    assert (rumour.claim, rumour.place, rumour.state) == ("Cầu sắp đóng", "15", "new")
    assert rumour.opened_at == steps.NOON
    assert rumour.due_at == steps.NOON + clock.ANSWER[Level.GREEN]


def test_words_of_danger_set_the_fast_clock_until_a_person_decides(desk: Desk) -> None:
    rumour = opened(desk, "1", "Vỡ đập rồi chạy ngay")
    assert rumour.level == Level.RED
    assert rumour.holding_due_at == steps.NOON + timedelta(minutes=15)
    rumour.harm = 0
    rumour.save()
    sightings.set_clock(rumour)
    assert rumour.level == Level.GREEN
    assert rumour.holding_due_at is None


def test_what_was_merged_is_found_through_any_number_of_merges(desk: Desk, author: Account) -> None:
    first, second, third, fourth, other = (
        triage.notice(author, desk, f"Cầu số {number} sập", "15") for number in range(5)
    )
    for rumour, into in ((first, second), (second, third), (fourth, third)):
        triage.merge(author, rumour, into)
    assert sightings.with_merged(third) == {one.pk for one in (first, second, third, fourth)}
    assert sightings.with_merged(second) == {first.pk, second.pk}
    assert sightings.with_merged(other) == {other.pk}


def test_more_sightings_and_communes_make_it_faster(desk: Desk) -> None:
    rumour = opened(desk, "1")
    join(desk, rumour, 4)
    assert rumour.level == Level.AMBER
    assert sightings.spread(rumour) == 2


def test_a_moved_message_slows_the_rumour_that_it_left(desk: Desk) -> None:
    left, target = opened(desk, "1"), opened(desk, "2", "Mất điện cả tỉnh")
    moved = join(desk, left, 4)
    for message in moved:
        sightings.attach(message, target)
    left.refresh_from_db()
    assert (left.level, target.level) == (Level.GREEN, Level.AMBER)


def test_rumour_that_only_the_machine_opened_goes_where_its_message_goes(desk: Desk) -> None:
    left, target = opened(desk, "1"), opened(desk, "2", "Mất điện cả tỉnh")
    sightings.attach(left.sightings.get().message, target)
    left.refresh_from_db()
    assert (left.state, left.merged_into, left.due_at) == (RumourState.MERGED, target, None)


def test_rumour_of_which_the_desk_has_spoken_stays(desk: Desk, colleague: Account) -> None:
    left, target = opened(desk, "1"), opened(desk, "2", "Mất điện cả tỉnh")
    holding.publish_holding_line(colleague, left, safe_action="Ở yên", checking="Đang hỏi")
    sightings.attach(left.sightings.get().message, target)
    left.refresh_from_db()
    assert left.state == RumourState.NEW


def test_detached_message_waits_again(desk: Desk) -> None:
    rumour = opened(desk, "1")
    message = join(desk, rumour, 1)[0]
    sightings.detach(message)
    message.refresh_from_db()
    assert (message.state, message.not_checkable) == (MessageState.INBOX, "")
    assert rumour.sightings.count() == 1


def test_published_rumour_has_no_clock(desk: Desk) -> None:
    rumour = opened(desk, "1")
    rumour.state = RumourState.PUBLISHED
    rumour.save()
    sightings.set_clock(rumour)
    rumour.refresh_from_db()
    assert (rumour.due_at, rumour.holding_due_at) == (None, None)


def test_step_decides_on_the_row_as_it_stands(desk: Desk) -> None:
    rumour = opened(desk, "1")
    Rumour.objects.filter(pk=rumour.pk).update(state=RumourState.PUBLISHED)
    assert rumour.state == RumourState.NEW
    sightings.hold(rumour)
    assert rumour.state == RumourState.PUBLISHED
