"""What communicators recorded is heard by a person, used or written down once, and its file goes a
month later; a recording that nobody heard stays.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from kiemtin.channels.refusal import InboundRefused
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import hearing, retention, translating
from kiemtin.desk.flow.translating import Standing, Wording
from kiemtin.desk.models import (
    Account,
    AuditEntry,
    Broadcast,
    Communicator,
    Desk,
    Message,
    Report,
    Translation,
    Version,
)
from kiemtin.desk.moment import at
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Language, Script
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.communicators import COMMUNE, VOICE, joined, ordered
from tests.support.recorded import recorded

DAY = timedelta(days=1)
ASKED = "Cầu Khe Mây bị cuốn trôi phải không? Gọi tôi 0912 345 678"
WORDS = Wording(Language.HMONG, Script.RPA, "Pas dej tsis tawg.", "", "Nyob hauv tsev.")


@pytest.fixture
def who(published: Version, colleague: Account, desk: Desk) -> Communicator:
    """A communicator of a commune."""
    return joined(colleague, desk)[0]


@pytest.fixture
def broadcast(published: Version, colleague: Account) -> Broadcast:
    """A bulletin for the province, ordered at noon."""
    return ordered(colleague, published, steps.NOON)


@pytest.fixture
def read_out(who: Communicator, broadcast: Broadcast) -> Report:
    """The bulletin, read in Mông."""
    return recorded(who, broadcast)


@pytest.fixture
def rumour_told(who: Communicator) -> Report:
    """What is going round, told in Mông."""
    return recorded(who)


def code_of(call: Callable[..., object], *given: object) -> str:
    """Why the step was refused, "" when it was taken."""
    try:
        call(*given)
    except FlowError as refused:
        return refused.code
    return ""


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("number").values_list("act", flat=True))


def files(folder: Path) -> list[bytes]:
    return [one.read_bytes() for one in sorted(folder.rglob("*.webm"))]


def test_hearing_twice_is_one_act(rumour_told: Report, author: Account) -> None:
    hearing.heard(author, rumour_told)
    first = Report.objects.get().heard_at
    with at(steps.NOON + DAY):
        hearing.heard(author, rumour_told)
    assert Report.objects.get().heard_at == first == steps.NOON
    assert acts().count("recording.heard") == 1


def test_a_reading_becomes_a_translation_that_waits_to_be_said_back(
    read_out: Report, author: Account, published: Version, person: Maker, desk: Desk
) -> None:
    made = hearing.adopt(author, read_out)
    assert (made.translator, made.language, made.version) == (author, "hmn", published)
    with made.recording.open() as kept:
        assert kept.read() == VOICE
    (stands,) = translating.standing(published.fact_check)
    assert stands.standing == Standing.TO_CHECK
    assert code_of(translating.check_back, author, made, "Đập không vỡ.") == "own_translation"
    second = person("second", desk, Role.TRANSLATOR)
    translating.check_back(second, made, "Đập không vỡ.")
    assert translating.sayable(published.fact_check) == [made]
    assert Report.objects.get().heard_at == steps.NOON
    assert acts()[-3:] == ["translation.written", "recording.adopted", "translation.checked"]


def test_what_was_read_before_the_text_changed_is_not_used(
    read_out: Report, author: Account, colleague: Account, published: Version
) -> None:
    steps.correct(author, colleague, published.fact_check, fact="Đập còn nguyên.")
    assert code_of(hearing.adopt, author, read_out) == "changed_since"
    assert not Translation.objects.exists()


def test_a_new_reason_leaves_a_reading_good(
    read_out: Report, author: Account, colleague: Account, published: Version
) -> None:
    newer = steps.correct(author, colleague, published.fact_check, why="Đo lại lúc 22 giờ.")
    assert hearing.adopt(author, read_out).version == newer


def test_the_translation_of_somebody_else_is_not_pushed_aside(
    read_out: Report, author: Account, published: Version, person: Maker, desk: Desk
) -> None:
    second = person("second", desk, Role.TRANSLATOR)
    written = translating.write(second, published.fact_check, WORDS)
    assert code_of(hearing.adopt, author, read_out) == "has_one"
    translating.send_back(author, written, "sai chữ")
    assert hearing.adopt(author, read_out).fact == ""


def test_ones_own_written_words_stay_beside_the_recording(
    read_out: Report, author: Account, published: Version
) -> None:
    translating.write(author, published.fact_check, WORDS)
    made = hearing.adopt(author, read_out)
    assert (made.fact, made.script, bool(made.recording)) == (WORDS.fact, Script.RPA, True)


@pytest.mark.parametrize("language", [Language.VIETNAMESE, ""])
def test_vietnamese_is_no_translation(
    who: Communicator, broadcast: Broadcast, author: Account, language: str
) -> None:
    assert code_of(hearing.adopt, author, recorded(who, broadcast, language)) == "no_reading"


def test_what_is_no_reading_of_a_fact_check_is_no_translation(
    rumour_told: Report, author: Account
) -> None:
    assert code_of(hearing.adopt, author, rumour_told) == "no_reading"


def test_what_goes_round_is_written_down_once_without_a_name(
    rumour_told: Report, author: Account
) -> None:
    message = hearing.write_down(author, rumour_told, ASKED)
    assert (message.channel, message.place) == ("communicator", COMMUNE)
    assert (message.entered_by, message.wants_answer) == (author, False)
    assert "0912" not in message.text
    assert "Khe Mây" in message.text
    assert message.matches.exists()
    assert Report.objects.get().written_at
    assert code_of(hearing.write_down, author, rumour_told, ASKED) == "not_to_write"
    assert Message.objects.filter(channel="communicator").count() == 1
    assert {"message.entered", "recording.written"} <= set(acts())


def test_a_reading_is_no_message_and_no_words_are_none(
    read_out: Report, rumour_told: Report, author: Account
) -> None:
    assert code_of(hearing.write_down, author, read_out, ASKED) == "not_to_write"
    with pytest.raises(InboundRefused):
        hearing.write_down(author, rumour_told, "  ")
    assert not Report.objects.filter(heard_at__isnull=False).exists()


def test_what_is_let_go_leaves_no_file(
    rumour_told: Report,
    author: Account,
    copies: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        hearing.remove(author, rumour_told)
    assert files(copies) == []
    left = Report.objects.get()
    assert (bool(left.file), left.content_type, left.sha256) == (False, "", "")
    steps_left = (hearing.heard, hearing.adopt, hearing.remove)
    assert {code_of(step, author, rumour_told) for step in steps_left} == {"recording_gone"}


def test_a_month_after_it_was_heard_the_file_goes(
    read_out: Report,
    rumour_told: Report,
    who: Communicator,
    author: Account,
    copies: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    made = hearing.adopt(author, read_out)
    hearing.heard(author, rumour_told)
    unheard = recorded(who)
    with at(steps.NOON + hearing.KEPT - timedelta(seconds=1)):
        retention.erase()
    assert Report.objects.exclude(file="").count() == 3
    with (
        at(steps.NOON + hearing.KEPT),
        django_capture_on_commit_callbacks(execute=True),
    ):
        retention.erase()
    assert Report.objects.exclude(file="").get() == unheard
    assert files(copies) == [VOICE, VOICE]
    with made.recording.open() as kept:
        assert kept.read() == VOICE


STEPS: list[Callable[[Account, Report], object]] = [
    hearing.heard,
    hearing.remove,
    lambda by, row: hearing.write_down(by, row, ASKED),
]


@pytest.mark.parametrize("step", STEPS)
def test_only_who_hears_at_this_desk_does_it(
    rumour_told: Report,
    desk: Desk,
    person: Maker,
    stranger: Account,
    step: Callable[[Account, Report], object],
) -> None:
    for other in (stranger, person("other", desk, Role.ADMINISTRATOR, Role.COMMUNICATOR)):
        with pytest.raises(NotAllowed):
            step(other, rumour_told)
    assert Report.objects.get().file
    step(person("listener", desk, Role.REVIEWER), rumour_told)


def test_who_only_reviews_does_not_translate(read_out: Report, colleague: Account) -> None:
    with pytest.raises(NotAllowed):
        hearing.adopt(colleague, read_out)
