"""What states nothing to check waits for a person: the machine opens nothing and closes nothing."""

from pathlib import Path

import pytest

from kiemtin.desk.flow import checkable, match, triage
from kiemtin.desk.models import Account, Delivery, Desk, Job, MatchRecord, Message, Rumour
from kiemtin.desk.words import Decision, JobState, MessageState, NotCheckable
from tests.desk import steps
from tests.media import pictures

CHAT = "Dạ em cảm ơn ad nhiều ạ, chúc cả nhà buổi tối vui vẻ"
CLAIM = "Mai học sinh cả tỉnh được nghỉ học phải không"


def arrived(desk: Desk, text: str, name: str = "1", **changes: object) -> Message:
    message = steps.ask(desk, name, text, **changes)
    match.match_message(message)
    message.refresh_from_db()
    return message


def test_chat_waits_in_the_inbox_and_opens_no_rumour(desk: Desk) -> None:
    message = arrived(desk, CHAT)
    assert (message.state, message.not_checkable) == (MessageState.INBOX, "")
    assert not Rumour.objects.exists()
    assert not Delivery.objects.exists()
    assert MatchRecord.objects.get().decision == Decision.NEW
    assert Job.objects.get().state == JobState.DONE


def test_a_claim_opens_its_rumour_as_before(desk: Desk) -> None:
    assert arrived(desk, CLAIM).state == MessageState.ATTACHED
    assert Rumour.objects.count() == 1


def test_matching_chat_twice_changes_nothing(desk: Desk) -> None:
    message = steps.ask(desk, "1", CHAT)
    stale = Message.objects.get(pk=message.pk)
    assert match.match_message(message) == match.match_message(stale)
    assert not Rumour.objects.exists()


def test_a_person_may_open_a_rumour_all_the_same(desk: Desk, author: Account) -> None:
    message = arrived(desk, CHAT)
    rumour = triage.open_rumour(author, message)
    message.refresh_from_db()
    assert (rumour.claim, message.state) == (CHAT, MessageState.ATTACHED)


def test_a_person_closes_it_and_takes_it_back(desk: Desk, author: Account) -> None:
    message = arrived(desk, CHAT)
    triage.not_checkable(author, message, NotCheckable.WISH)
    assert message.state == MessageState.NOT_CHECKABLE
    triage.undo(author, message)
    assert message.state == MessageState.INBOX


@pytest.mark.parametrize("text", ["Trời ơi sợ quá, chắc vỡ đập mất thôi", "Chúc mọi người chạy lũ"])
def test_what_sounds_like_danger_opens_a_rumour_in_any_case(desk: Desk, text: str) -> None:
    assert arrived(desk, text).state == MessageState.ATTACHED


def test_a_picture_may_say_more_than_the_text(desk: Desk, copies: Path) -> None:
    taken = pictures.encoded(pictures.photo(), "JPEG")
    assert arrived(desk, CHAT, pictures=(taken,)).state == MessageState.ATTACHED


def test_the_day_of_a_message_is_the_day_it_was_heard(desk: Desk) -> None:
    message = arrived(desk, CLAIM)
    assert checkable.of_message(message).kind == "checkable"
    assert checkable.of_rumour(Rumour.objects.get()).kind == "checkable"
