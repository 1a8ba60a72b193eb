"""A translation goes out once a second person said it back, and no longer than the Vietnamese that
it follows stands.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import erase, translating
from kiemtin.desk.flow.translating import Standing, Wording
from kiemtin.desk.models import Account, Desk, FactCheck, Translation, Version
from kiemtin.desk.models.content import CONTENT_FIELDS
from kiemtin.desk.moment import now
from kiemtin.desk.words import Role, VersionKind
from kiemtin.desk.words_reach import Language, Script
from tests.desk import steps
from tests.desk.conftest import Maker

MONG = Wording(Language.HMONG, Script.RPA, "Pas dej tsis tawg.", "", "Nyob hauv tsev.")
SPOKEN = Wording(Language.HMONG)
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(28)
ANOTHER = WAV + b"data"
BACK = "Đập không vỡ, ở trong nhà."


@pytest.fixture
def second(person: Maker, desk: Desk) -> Account:
    """Another speaker of the language."""
    return person("second", desk, Role.TRANSLATOR)


@pytest.fixture
def fact_check(published: Version) -> FactCheck:
    """A published fact-check."""
    return FactCheck.objects.select_related("current").get(pk=published.fact_check_id)


def stands(fact_check: FactCheck) -> list[tuple[str, Standing]]:
    fresh = FactCheck.objects.select_related("current").get(pk=fact_check.pk)
    return [(one.translation.language, one.standing) for one in translating.standing(fresh)]


def code_of(call: Callable[..., object], *given: object) -> str:
    """Why the step was refused, "" when it was taken."""
    try:
        call(*given)
    except (FlowError, AudioRefused) as refused:
        return str(refused.code)
    return ""


def test_it_goes_out_when_a_second_person_said_it_back(
    fact_check: FactCheck, author: Account, second: Account
) -> None:
    written = translating.write(author, fact_check, MONG)
    assert stands(fact_check) == [("hmn", Standing.TO_CHECK)]
    assert translating.sayable(fact_check) == []
    checked = translating.check_back(second, written, BACK)
    assert (checked.back_text, checked.back_checker) == (BACK, second)
    assert stands(fact_check) == [("hmn", Standing.SAYABLE)]
    assert translating.sayable(fact_check) == [written]
    assert code_of(translating.check_back, second, written, BACK) == "not_to_check"


def test_the_translator_does_not_say_it_back(
    fact_check: FactCheck, author: Account, second: Account
) -> None:
    written = translating.write(author, fact_check, MONG)
    assert code_of(translating.check_back, author, written, BACK) == "own_translation"
    assert code_of(translating.send_back, author, written, "sai") == "own_translation"
    assert code_of(translating.check_back, second, written, "  ") == "no_back_text"


def test_a_recording_alone_is_enough(
    fact_check: FactCheck, author: Account, second: Account, copies: Path
) -> None:
    made = translating.write(author, fact_check, SPOKEN, WAV)
    assert (made.script, made.recording_type) == (Script.NONE, "audio/wav")
    with made.recording.open() as kept:
        assert kept.read() == WAV
    translating.check_back(second, made, BACK)
    assert translating.sayable(fact_check) == [made]


def test_a_recording_stays_while_the_vietnamese_is_the_same(
    fact_check: FactCheck, author: Account, colleague: Account
) -> None:
    first = translating.write(author, fact_check, MONG, ANOTHER)
    again = translating.write(author, fact_check, MONG)
    assert again.recording.name == first.recording.name
    first.refresh_from_db()
    assert first.ended_at is not None
    steps.correct(author, colleague, fact_check, fact="Đập còn nguyên.")
    assert not translating.write(author, fact_check, MONG).recording
    assert code_of(translating.write, author, fact_check, SPOKEN) == "says_nothing"


@pytest.mark.parametrize(
    ("wording", "recording", "code"),
    [
        (Wording(Language.HMONG, Script.RPA, "Pas dej"), None, "says_nothing"),
        (Wording(Language.HMONG), None, "says_nothing"),
        (Wording(Language.HMONG, Script.NONE, "Pas dej"), WAV, "no_script"),
        (Wording(Language.VIETNAMESE, Script.VIETNAMESE, "Đập", "", "Ở"), None, "is_vietnamese"),
        (MONG, b"<html>", "recording_kind"),
        (MONG, b"\x00\x00\x00\x18", "recording_kind"),
        (MONG, WAV + bytes(5 * 1024 * 1024), "recording_big"),
    ],
)
def test_what_says_nothing_is_refused_and_leaves_no_file(
    fact_check: FactCheck,
    author: Account,
    copies: Path,
    wording: Wording,
    recording: bytes | None,
    code: str,
) -> None:
    before = sorted(copies.rglob("*"))
    assert code_of(translating.write, author, fact_check, wording, recording) == code
    assert sorted(copies.rglob("*")) == before
    assert not Translation.objects.exists()


def test_a_returned_one_is_written_anew(
    fact_check: FactCheck, author: Account, second: Account
) -> None:
    written = translating.write(author, fact_check, MONG)
    translating.check_back(second, written, BACK)
    translating.send_back(second, written, "Sai chữ “đập”.")
    assert stands(fact_check) == [("hmn", Standing.RETURNED)]
    assert code_of(translating.check_back, second, written, BACK) == "not_to_check"
    assert code_of(translating.send_back, second, written, " ") == "no_reason"
    anew = translating.write(author, fact_check, MONG)
    assert stands(fact_check) == [("hmn", Standing.TO_CHECK)]
    assert code_of(translating.check_back, second, written, BACK) == "not_to_check"
    assert code_of(translating.send_back, second, written, "sai") == "ended"
    translating.check_back(second, anew, BACK)
    assert translating.sayable(fact_check) == [anew]


CHANGED = {"fact": "Đập còn nguyên.", "todo": "Về nhà.", "said": "Có tin khác.", "place": "02839"}


@pytest.mark.parametrize("field", sorted(CHANGED))
def test_when_the_vietnamese_changes_it_goes_out_no_more(
    fact_check: FactCheck, author: Account, colleague: Account, second: Account, field: str
) -> None:
    translating.check_back(second, translating.write(author, fact_check, MONG), BACK)
    late = translating.write(author, fact_check, Wording(Language.TAY, Script.LATIN, "x", "", "y"))
    steps.correct(author, colleague, fact_check, **{field: CHANGED[field]})
    assert {standing for _language, standing in stands(fact_check)} == {Standing.STALE}
    assert code_of(translating.check_back, second, late, BACK) == "not_to_check"


def test_another_reason_leaves_the_translation_standing(
    fact_check: FactCheck, author: Account, colleague: Account, second: Account
) -> None:
    translating.check_back(second, translating.write(author, fact_check, MONG), BACK)
    steps.correct(author, colleague, fact_check, why="Đo lại lúc 22 giờ.")
    assert stands(fact_check) == [("hmn", Standing.SAYABLE)]


def test_every_field_of_a_version_is_followed_or_known_not_to_be(published: Version) -> None:
    whole = translating.source_hash(published)
    followed = set()
    for name in CONTENT_FIELDS:
        changed = Version.objects.get(pk=published.pk)
        setattr(changed, name, now().date() if name.startswith("valid") else "x")
        if translating.source_hash(changed) != whole:
            followed.add(name)
    assert followed == set(translating.FOLLOWED)


def test_a_withdrawal_ends_every_translation_for_good(
    fact_check: FactCheck, author: Account, colleague: Account, second: Account
) -> None:
    translating.check_back(second, translating.write(author, fact_check, MONG), BACK)
    gone = {"kind": VersionKind.WITHDRAWAL, "what_was_wrong": "Sai."}
    steps.correct(author, colleague, fact_check, **gone)
    assert stands(fact_check) == []
    assert code_of(translating.write, author, fact_check, MONG) == "withdrawn"
    steps.correct(author, colleague, fact_check, kind=VersionKind.UPDATE)
    assert stands(fact_check) == []


def test_an_erased_version_takes_its_translations_and_their_files_along(
    fact_check: FactCheck,
    author: Account,
    colleague: Account,
    copies: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    first = translating.write(author, fact_check, MONG, WAV)
    translating.write(author, fact_check, Wording(Language.TAY, Script.LATIN, "x", "", "y"))
    translating.write(author, fact_check, MONG)
    file = copies / str(first.recording.name)
    old = fact_check.versions.get(number=1)
    steps.correct(author, colleague, fact_check, fact="Đập còn nguyên.")
    kept = translating.write(author, fact_check, MONG, ANOTHER)
    assert file.exists()
    with django_capture_on_commit_callbacks(execute=True):
        erase.do(colleague, erase.ask(author, old.log_entry, "dữ liệu riêng tư"))
    assert list(Translation.objects.all()) == [kept]
    assert not file.exists()
    assert (copies / str(kept.recording.name)).exists()


def test_what_says_no_more_than_the_version_that_stands_outlives_the_erasure(
    fact_check: FactCheck, author: Account, colleague: Account, second: Account, copies: Path
) -> None:
    written = translating.write(author, fact_check, MONG, WAV)
    translating.check_back(second, written, BACK)
    old = fact_check.versions.get(number=1)
    newer = steps.correct(author, colleague, fact_check, why="Bàn đo lại.")
    erase.do(colleague, erase.ask(author, old.log_entry, "dữ liệu riêng tư"))
    assert Translation.objects.get().version == newer
    assert stands(fact_check) == [("hmn", Standing.SAYABLE)]
    assert (copies / str(written.recording.name)).exists()


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SPOKESPERSON, Role.COMMUNICATOR])
def test_only_who_translates_or_checks_writes(
    fact_check: FactCheck, desk: Desk, person: Maker, stranger: Account, role: Role
) -> None:
    for who in (person("other", desk, role), stranger):
        with pytest.raises(NotAllowed):
            translating.write(who, fact_check, MONG)


def test_the_database_itself_keeps_the_two_people(
    fact_check: FactCheck, author: Account, second: Account
) -> None:
    written = translating.write(author, fact_check, MONG)
    rows = Translation.objects.filter(pk=written.pk)
    for wrong in (
        {"back_checker": author, "back_checked_at": now(), "back_text": BACK},
        {"back_checker": second, "back_checked_at": now(), "back_text": ""},
        {"fact": "", "todo": ""},
        {"script": Script.NONE},
        {"language": "xxx"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    written.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        written.save(force_insert=True)
