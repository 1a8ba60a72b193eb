"""Only known containers are opened, and they reach nothing beside their own bytes."""

from pathlib import Path
from typing import Any

import pytest

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.opened import MOST_STREAMS, facts, lasts, opened, warm
from tests.media import spoiled
from tests.media.recordings import scene, sound_file, tune, video_file
from tests.support.peers.page_site import png

SOUND = tune(1, 2.0)
WAV = sound_file(SOUND)


warm()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WAV, "wav"),
        (sound_file(SOUND, "libmp3lame", "mp3"), "mp3"),
        (sound_file(SOUND, "flac", "flac"), "flac"),
        (video_file([scene(1, 64, 48)]), "mp4"),
        (spoiled.sounds(SOUND), "matroska"),
    ],
    ids=["wav", "mp3", "flac", "mp4", "matroska"],
)
def test_known_containers_say_how_long_they_are(data: bytes, kind: str) -> None:
    with opened(data) as container:
        said = facts(container)
        assert said["seconds"] == pytest.approx(2, abs=0.2)
        assert kind in str(said["format"])
        assert lasts(container, container.streams[0]) == pytest.approx(2, abs=0.2)


def listing(tmp_path: Path) -> list[bytes]:
    """Lists that would have another file of this machine read."""
    other = tmp_path / "other.wav"
    other.write_bytes(WAV)
    return [
        f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{other}\n#EXT-X-ENDLIST\n".encode(),
        f"ffconcat version 1.0\nfile '{other}'\n".encode(),
        b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nm=audio 9 RTP/AVP 0\r\n",
    ]


def test_lists_that_name_other_files_are_refused(tmp_path: Path) -> None:
    for data in listing(tmp_path):
        with pytest.raises(Refused, match="broken"):
            opened(data)


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", bytes(500), b"\x1aE\xdf\xa3" + bytes(90), png(1, 2, 3)]
)
def test_what_is_no_recording_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="broken"):
        opened(data)


def test_so_many_tracks_are_opened_and_no_more() -> None:
    with opened(spoiled.sounds(SOUND, MOST_STREAMS)) as container:
        assert facts(container)["streams"] == MOST_STREAMS
    with pytest.raises(Refused, match="bomb"):
        opened(spoiled.sounds(SOUND, MOST_STREAMS + 1))


def test_a_track_that_says_nothing_lasts_as_long_as_the_whole() -> None:
    with opened(spoiled.sounds(SOUND)) as container:
        track: Any = container.streams.audio[0]
        assert track.duration is None
        assert lasts(container, track) == pytest.approx(2, abs=0.2)
