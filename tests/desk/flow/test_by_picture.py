"""What is asked by a picture alone is read for a person, who decides; nothing follows by itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from kiemtin.channels.inbound import Event, Sent
from kiemtin.desk.flow import answer, by_picture, deliver, divide, incoming, index, match, triage
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    Job,
    MatchRecord,
    Message,
    Remembered,
    ReplyAddress,
    Rumour,
    Version,
)
from kiemtin.desk.moment import at
from kiemtin.desk.queries import seeming
from kiemtin.desk.queries.inbox import reasons_of, suggestions
from kiemtin.desk.words import Decision, MessageState
from tests.desk import steps
from tests.support.forwarded import PLAIN, with_words
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up, work

WHO = "246845883529197922"


@pytest.fixture
def zalo(settings: Settings, desk: Desk, noon: datetime) -> Iterator[ZaloOA]:
    """The desk's Zalo account at noon."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def sent(picture: bytes = PLAIN, text: str = "", number: str = "p1") -> Message:
    """Somebody sends a picture; the worker does all there is to do."""
    held = (Sent(data=picture),)
    event = Event("message", number, steps.NOON, WHO, text, attachments=("picture",), pictures=held)
    incoming.store("zalo_oa", [event])
    work()
    return Message.objects.latest("pk")


@pytest.mark.system
def test_words_in_a_picture_that_equal_a_published_claim_answer_nobody(
    zalo: ZaloOA, published: Version
) -> None:
    steps.told()
    typed = match.query(steps.ask(published.fact_check.desk, "w", published.claim, place=None))
    assert index.library().refresh().match(typed).decision == "same", "written, it is answered"
    message = sent(with_words(published.claim))
    assert message.text == published.claim
    assert message.state == MessageState.INBOX
    assert not Delivery.objects.filter(message=message).exists()
    assert [one.rumour for one in suggestions(message)][:1] == [published.fact_check.rumour]
    ((who, text),) = zalo.sent
    assert who == WHO
    assert "Một người ở bàn sẽ xem" in text
    assert published.fact not in text


@pytest.mark.system
def test_what_a_picture_says_opens_no_rumour_and_is_redacted(zalo: ZaloOA, desk: Desk) -> None:
    message = sent(with_words("Vỡ đê sông Thạch Bạc đêm nay,", "gọi ngay 0900 000 001"))
    assert message.text.startswith("Vỡ đê sông Thạch Bạc")
    assert "0900" not in message.text
    assert not Rumour.objects.exists()
    assert message.state == MessageState.INBOX
    assert "do máy đọc" in reasons_of(message)[0]


def test_without_words_a_fixed_sentence_stands_for_them(zalo: ZaloOA, desk: Desk) -> None:
    message = sent()
    assert message.text == by_picture.NO_WORDS
    assert (message.pictures.count(), suggestions(message)) == (1, [])
    assert seeming.of_message(message).checkable, "it is not said to be nothing"
    assert not Rumour.objects.exists()
    assert "Một người ở bàn sẽ xem" in zalo.sent[0][1]
    assert ReplyAddress.objects.filter(message=message).exists()


@pytest.mark.parametrize("text", ["Ảnh này thật không?", "đúng k ad", "😱"])
def test_words_that_say_nothing_leave_the_picture_to_a_person(
    zalo: ZaloOA, desk: Desk, text: str
) -> None:
    message = sent(text=text)
    assert message.text in {text, by_picture.NO_WORDS}
    assert not Rumour.objects.exists()
    assert message.state == MessageState.INBOX
    assert len(zalo.sent) == 1


def test_what_is_written_beside_a_picture_goes_its_usual_way(zalo: ZaloOA, desk: Desk) -> None:
    message = sent(text="Đập thủy điện Nậm Mẫu vỡ đêm qua, có đúng không?")
    assert message.state == MessageState.ATTACHED
    assert Rumour.objects.count() == 1


def test_a_person_decides_and_then_it_is_answered(
    zalo: ZaloOA, published: Version, author: Account
) -> None:
    steps.told()
    message = sent()
    triage.attach(author, message, published.fact_check.rumour)
    work()
    assert published.fact in zalo.sent[1][1]
    assert not Delivery.objects.get(message=message).automatic
    assert not ReplyAddress.objects.exists()


def test_what_a_person_said_of_a_picture_is_remembered_of_no_wording(
    zalo: ZaloOA, published: Version, author: Account
) -> None:
    triage.attach(author, sent(), published.fact_check.rumour)
    assert not Remembered.objects.exists()
    work()
    other = steps.ask(published.fact_check.desk, "w", by_picture.NO_WORDS)
    assert match.match_message(other).decision != Decision.SAME


def test_no_late_job_and_no_second_look_matches_it(
    zalo: ZaloOA, published: Version, desk: Desk
) -> None:
    message = steps.ask(desk, "1", pictures=(PLAIN,))
    Job.objects.all().delete()
    MatchRecord.objects.all().delete()
    by_picture.leave_to_a_person(message)
    match.suggest(message)
    match.suggest(message)
    assert MatchRecord.objects.filter(message=message).count() == 2
    deliver.match_late(message.pk)
    match.match_message(message)
    rumour = published.fact_check.rumour
    assert answer.answer_if_published(message, rumour, automatic=True) is None
    with at(steps.NOON + timedelta(days=1)):
        work()
    message.refresh_from_db()
    assert message.state == MessageState.INBOX
    assert not Delivery.objects.filter(message=message).exists()


def test_stored_and_left_to_a_person_are_one_step(
    zalo: ZaloOA, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_message: Message) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(by_picture, "leave_to_a_person", killed)
        assert not _tried()
    assert not Message.objects.exists()
    with at(steps.NOON + timedelta(hours=1)):
        work()
    assert by_picture.is_left(Message.objects.get())
    assert not Job.objects.filter(kind="match").exists()


def _tried() -> bool:
    held = (Sent(data=PLAIN),)
    event = Event("message", "p1", steps.NOON, WHO, attachments=("picture",), pictures=held)
    incoming.store("zalo_oa", [event])
    work()
    return Message.objects.exists()


def test_its_parts_wait_for_a_person_too(
    zalo: ZaloOA, published: Version, desk: Desk, author: Account
) -> None:
    text = f"{published.claim}. Cầu Cốc Lếu sập lúc nửa đêm hôm qua rồi bà con ơi."
    message = steps.ask(desk, "1", text, pictures=(PLAIN,))
    Job.objects.all().delete()
    by_picture.leave_to_a_person(message)
    before = Rumour.objects.count()
    divide.divide(author, message, {text.index("Cầu")})
    parts = list(message.parts.all())
    assert len(parts) == 2
    assert all(part.state == MessageState.INBOX for part in parts)
    assert all(by_picture.is_left(part) for part in parts)
    assert Rumour.objects.count() == before
    assert not Delivery.objects.filter(message__in=parts).exists()


def test_a_picture_that_cannot_be_had_and_no_words_gets_one_sentence_more(
    zalo: ZaloOA, desk: Desk
) -> None:
    sent_one = Event(
        "message",
        "p1",
        steps.NOON,
        WHO,
        attachments=("picture",),
        pictures=(Sent(data=b"no picture"),),
    )
    for _again in range(2):
        incoming.store("zalo_oa", [sent_one])
        work()
    ((_who, text),) = zalo.sent
    assert "bằng chữ" in text
    assert "không mở được" in text
    assert not Message.objects.exists()


def test_an_album_of_many_is_told_apart_by_its_events(zalo: ZaloOA, desk: Desk) -> None:
    sent(number="a1")
    sent(number="a2")
    assert Message.objects.count() == 2
    assert Message.objects.values_list("receipt", flat=True).distinct().count() == 2
