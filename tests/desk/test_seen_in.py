"""What is found in a file, as the desk keeps it; of a picture that was sent in nothing personal."""

import json
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from pytest_django import Settings

from kiemtin.desk import seen_in
from kiemtin.desk.words_evidence import PrintKind
from kiemtin.refusal import Refusal
from tests.media.alike.scenes import scene
from tests.media.inside.seals import sealed
from tests.media.pictures import SECRET, encoded, exif
from tests.media.recordings import sound_file, tune

JPEG = encoded(scene(1), "JPEG", exif=exif())


def test_a_copy_tells_all_and_can_be_stored() -> None:
    seen = seen_in.in_copy(JPEG, "anh.jpg")
    assert "position" in {one["code"] for one in seen.facts}
    assert [one["kind"] for one in seen.prints] == [PrintKind.PICTURE]
    json.dumps([seen.facts, seen.origin, seen.warnings, seen.hints])


def test_before_removal_nothing_personal_is_kept() -> None:
    seen = seen_in.before_removal(JPEG)
    assert {one["code"] for one in seen.facts} <= seen_in.TOLD
    assert SECRET.decode() not in str(seen)


def test_what_is_no_picture_tells_nothing() -> None:
    assert seen_in.before_removal(b"MZ\x90") == seen_in.Seen("")
    with pytest.raises(Refusal):
        seen_in.in_picture(b"MZ\x90")


def test_a_document_tells_its_words() -> None:
    assert seen_in.in_copy("Mực nước 36,2 mét.".encode(), "a.txt").text == "Mực nước 36,2 mét."


def test_a_recording_is_transcribed_only_where_a_program_was_chosen(
    settings: Settings, tmp_path: Path
) -> None:
    sound = sound_file(tune(1, 3.0))
    assert seen_in.in_copy(sound, "a.wav").text == ""
    program = tmp_path / "nghe"
    program.write_text("#!/bin/sh\ncat > /dev/null; echo Mực nước 36,2 mét.\n", encoding="utf-8")
    program.chmod(0o755)
    settings.TRANSCRIBER = program
    seen = seen_in.in_copy(sound, "a.wav")
    assert seen.text == "Mực nước 36,2 mét."
    assert seen.warnings[0]["code"] == "transcript"
    settings.TRANSCRIBER = tmp_path / "khong-co"
    assert "speech.program" in {one["code"] for one in seen_in.in_copy(sound, "a.wav").warnings}


def test_what_a_sender_calls_a_signed_picture_is_not_kept() -> None:
    seen = seen_in.before_removal(sealed(JPEG, "image/jpeg"))
    assert (seen.origin["intact"], seen.origin["title"]) == (True, "")


def test_a_number_where_a_program_should_stand_is_not_kept() -> None:
    data = Image.Exif()
    data[ExifTags.Base.Software] = "Gui boi 0912 345 678"
    named = encoded(scene(1), "JPEG", exif=data.tobytes())
    (program,) = (one for one in seen_in.before_removal(named).facts if one["code"] == "program")
    assert "345" not in program["value"]
