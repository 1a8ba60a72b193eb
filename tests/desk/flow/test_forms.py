"""The sound of a bulletin is made once in each voice and goes with the text when that is erased."""

import io
import json
import zipfile

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kiemtin.bulletin import audio
from kiemtin.bulletin.recording import read_recording
from kiemtin.desk.flow import erase, forms, holding
from kiemtin.desk.models import Account, FormFile, HoldingLine, Job, Rumour, Version
from kiemtin.desk.words import JobState
from kiemtin.desk.words_reach import FormKind
from tests.desk import steps

pytestmark = pytest.mark.system


@pytest.fixture(autouse=True)
def voices(settings: Settings) -> None:
    """The desk speaks in two voices."""
    settings.VOICES = ["north", "south"]


def test_publishing_makes_every_form_once(published: Version) -> None:
    steps.told()
    forms.make_for(version=published.pk)
    made = {one.kind: one for one in FormFile.objects.filter(version=published)}
    assert set(made) == {FormKind.AUDIO_NORTH, FormKind.AUDIO_SOUTH}
    sound = read_recording(made[FormKind.AUDIO_NORTH].file.read())
    assert sound.kind == "mp3"
    made[FormKind.AUDIO_NORTH].file.close()


def test_the_package_names_the_entry_in_the_log(published: Version) -> None:
    packed = zipfile.ZipFile(io.BytesIO(forms.package(published)))
    told = json.loads(packed.read("thong-bao.json"))
    assert told["log_entry"] == published.log_entry.number
    assert told["place"]["code"] == published.place
    assert {one["name"] for one in told["voices"]} == {"north", "south"}


def test_a_holding_line_is_spoken_too(rumour: Rumour, colleague: Account) -> None:
    line = holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao ngay.", checking="Đang hỏi nhà máy."
    )
    steps.told()
    assert FormFile.objects.filter(holding_line=line).count() == 2
    assert HoldingLine.objects.get() == line


def test_where_nothing_speaks_the_rest_goes_on(
    published: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    steps.told()
    assert not FormFile.objects.exists()
    assert Job.objects.get(kind="forms").state == JobState.DONE


def test_the_forms_of_an_erased_text_are_gone_with_their_files(
    published: Version,
    author: Account,
    colleague: Account,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    steps.told()
    steps.correct(author, colleague, published.fact_check)
    kept = [one.file for one in FormFile.objects.filter(version=published)]
    asked = erase.ask(author, published.log_entry, "có tên một người")
    with django_capture_on_commit_callbacks(execute=True):
        erase.do(colleague, asked)
    assert not FormFile.objects.filter(version=published).exists()
    assert not any(one.storage.exists(str(one.name)) for one in kept)
    forms.make_for(version=published.pk)
    assert not FormFile.objects.filter(version=published).exists()


def test_what_is_erased_while_it_is_spoken_leaves_no_sound(
    published: Version, author: Account, colleague: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.correct(author, colleague, published.fact_check)
    asked = erase.ask(author, published.log_entry, "có tên một người")
    speak = audio.speak

    def while_somebody_erases(text: str, voice: str) -> bytes:
        if not asked.tombstone_id:
            erase.do(colleague, asked)
            asked.refresh_from_db()
        return speak(text, voice)

    monkeypatch.setattr(audio, "speak", while_somebody_erases)
    forms.make_for(version=published.pk)
    assert not FormFile.objects.filter(version=published).exists()
