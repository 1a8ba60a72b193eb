"""The package: every file named with its hash, the same bytes for the same content."""

import io
import json
import zipfile
from datetime import datetime
from hashlib import sha256
from typing import Any

import pytest

from kiemtin.bulletin.audio import mp3
from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.loudspeaker import script
from kiemtin.bulletin.loudspeaker_package import (
    DESCRIPTION,
    SCRIPT,
    Broadcast,
    Sound,
    loudspeaker_package,
)
from kiemtin.bulletin.refusal import ContentRefused
from tests.bulletin.contents import AT, DAM, dam
from tests.bulletin.test_audio import tone
from tests.bulletin.test_holding import LINE
from tests.bulletin.test_recording import OPUS
from tests.support.tree import DOCS

WAV = tone(2)
NORTH = Sound("giong-bac", "giọng Bắc", (WAV, mp3(WAV)))
RECORDED = Sound("thu-am", "người đọc", (OPUS,))
BROADCAST = Broadcast(id="b-12-1", place_code="02650", log_entry=40)


def package(*sounds: Sound, **changes: Any) -> bytes:
    content = dam(**changes)
    return loudspeaker_package(content, script(content, priority="first"), sounds, BROADCAST)


def described(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        read: dict[str, Any] = json.loads(files.read(DESCRIPTION))
    return read


def test_it_holds_sound_script_and_description() -> None:
    with zipfile.ZipFile(io.BytesIO(package(NORTH, RECORDED))) as files:
        assert files.testzip() is None
        assert files.namelist() == [
            DESCRIPTION, SCRIPT, "am-thanh/giong-bac.wav", "am-thanh/giong-bac.mp3",
            "am-thanh/thu-am.ogg",
        ]  # fmt: skip
        assert files.read(SCRIPT).decode() == script(DAM, priority="first").text + "\n"
        for one in json.loads(files.read(DESCRIPTION))["files"]:
            data = files.read(one["name"])
            assert one["sha256"] == sha256(data).hexdigest()
            assert one["bytes"] == len(data)


def test_the_description_says_what_a_system_must_know() -> None:
    told = described(package(NORTH))
    sounds = [one for one in told.pop("files") if one["name"] != SCRIPT]
    assert told == {
        "format": "kiemtin-loudspeaker-1",
        "id": "b-12-1",
        "version": 1,
        "kind": "first",
        "verdict": "false",
        "drill": False,
        "priority": "first",
        "priority_vi": "ưu tiên",
        "title": DAM.fact,
        "language": "vi",
        "desk": "Bàn kiểm tin Lào Cai",
        "page": DAM.url,
        "published": "2026-11-22T14:05:00+07:00",
        "valid_from": "2026-11-22",
        "valid_until": "2026-11-25",
        "next_update": None,
        "place": {"code": "02650", "name": "xã Mường Hum, Lào Cai"},
        "log_entry": 40,
        "readings": 2,
        "estimated_seconds": script(DAM, priority="first").seconds,
        "voices": [{"name": "giong-bac", "voice": "giọng Bắc"}],
    }
    assert [(one["media_type"], one["voice"]) for one in sounds] == [
        ("audio/wav", "giong-bac"),
        ("audio/mpeg", "giong-bac"),
    ]
    assert all(one["seconds"] == pytest.approx(2, abs=0.2) for one in sounds)


def test_every_name_of_the_description_is_explained() -> None:
    page = (DOCS / "forms.md").read_text(encoding="utf-8")
    told = described(package(NORTH))
    for name in {*told, *told["place"], *(name for one in told["files"] for name in one)}:
        assert f"`{name}`" in page, name


def test_the_same_content_gives_the_same_bytes() -> None:
    assert package(NORTH) == package(NORTH)
    assert package(NORTH) != package(NORTH, fact="Đập không vỡ.")
    with zipfile.ZipFile(io.BytesIO(package(NORTH))) as files:
        assert {one.date_time for one in files.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_holding_line_has_its_hours() -> None:
    content = LINE.content()
    until = datetime.fromisoformat("2026-11-22T16:05:00+07:00")
    hours = Broadcast(id="h-7", valid_from=AT, valid_until=until)
    told = described(loudspeaker_package(content, script(content, priority="urgent"), (), hours))
    assert told["priority_vi"] == "khẩn cấp"
    assert told["verdict"] == "checking"
    assert told["valid_until"] == "2026-11-22T16:05:00+07:00"
    assert told["next_update"] == "2026-11-22T15:05:00+07:00"


def test_a_withdrawal_has_no_fact_for_title() -> None:
    told = described(package(kind="withdrawal", version=2, what_was_wrong="Nhầm đập."))
    assert told["title"] == DAM.claim
    assert told["kind"] == "withdrawal"


@pytest.mark.parametrize("name", ["", "../a", "Giọng", "a.b", "-a", "a" * 41])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(ContentRefused):
        package(Sound(name, "giọng", (WAV,)))


def test_a_voice_twice_or_without_sound_is_refused() -> None:
    for sounds in ((NORTH, NORTH), (Sound("a", "a", ()),), (Sound("a", "a", (WAV, WAV)),)):
        with pytest.raises(ContentRefused):
            package(*sounds)
    with pytest.raises(AudioRefused):
        package(Sound("a", "a", (b"<html>",)))
