"""Recordings that lie, loop or are damaged end soon, with what was read or with one sentence."""

import resource
import struct
from collections.abc import Callable

import numpy as np
import pytest

from kiemtin.media.apart.reader import MIB, read
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.heard import same_sound
from kiemtin.media.inside.look import look
from kiemtin.media.inside.shape import Found
from kiemtin.media.inside.sound import BOUNDS as HEARING
from kiemtin.media.inside.sound import hear
from kiemtin.media.inside.video import BOUNDS as WATCHING
from kiemtin.media.inside.video import watch
from tests.media import spoiled
from tests.media.recordings import scene, sound_file, tune, video_file

VIDEO = video_file([scene(number) for number in range(5)])
SOUND = tune(3)
WAV = sound_file(SOUND)
MP3 = sound_file(SOUND, "libmp3lame", "mp3", 16_000 // 2)
NOISE = np.random.default_rng(1).bytes(2_000_000)


def told(found: Found) -> list[str]:
    return [hint.code for hint in found.warnings]


def refused(reads: Callable[[bytes], object], data: bytes) -> str:
    """The code of the refusal; both sentences are there."""
    with pytest.raises(ReaderRefused) as why:
        reads(data)
    assert why.value.vi()
    assert why.value.en()
    return why.value.code


@pytest.fixture(autouse=True)
def cheap() -> object:
    """What reading costs: seconds of processor and bytes held, of all the processes of one test.

    The system tells the largest of all processes so far; tests before this one may have had larger.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    yield
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 10
    assert after.ru_maxrss * 1024 <= max(512 * MIB, before.ru_maxrss * 1024)


def test_no_reader_of_recordings_has_more_than_half_a_gibibyte() -> None:
    assert max(HEARING.memory, WATCHING.memory) == 512 * MIB
    assert max(HEARING.wait_seconds, WATCHING.wait_seconds) <= 60


@pytest.mark.parametrize("between", [100, 100_000], ids=["sought", "nowhere to begin"])
def test_four_hours_are_seen_from_end_to_end(between: int) -> None:
    watched = watch(spoiled.long_video(4, between))
    assert watched.found.seconds == 4 * 3600
    assert {int(frame.second // 3600) for frame in watched.frames} == {0, 1, 2, 3}
    assert told(watched.found) == []


def test_four_hours_of_noise_are_refused() -> None:
    assert (
        refused(watch, spoiled.noise_for_pictures(spoiled.long_video(4, 30, side=16))) == "broken"
    )


@pytest.mark.parametrize("times", [3, 500])
def test_a_video_that_plays_itself_again_is_left_in_time(times: int) -> None:
    watched = watch(spoiled.looping(VIDEO, times))
    assert told(watched.found) == (["seen_part"] if times > 24 else [])
    assert watched.frames[-1].second <= 241


@pytest.mark.parametrize("reads", [hear, watch])
@pytest.mark.parametrize(("more", "code"), [(16, "bomb"), (900, "bomb"), (5_000, "broken")])
def test_too_many_tracks_are_refused(
    reads: Callable[[bytes], object], more: int, code: str
) -> None:
    assert refused(reads, spoiled.of_tracks(VIDEO, more)) == code


def test_a_second_track_takes_nothing_from_the_first() -> None:
    assert len(watch(spoiled.of_tracks(VIDEO, 1)).frames) == len(watch(VIDEO).frames)
    heard = hear(spoiled.sounds(SOUND, 16))
    assert heard.found.seconds == pytest.approx(12, abs=0.1)
    assert refused(hear, spoiled.sounds(SOUND, 17)) == "bomb"


@pytest.mark.parametrize(
    ("table", "offset", "numbers"),
    [(b"stsz", 4, (1, 2**32 - 1)), (b"stsz", 8, (2**28,)), (b"stco", 8, (2**30,))],
    ids=["samples of one byte", "sizes", "place"],
)
def test_an_index_that_claims_too_much_is_refused(
    table: bytes, offset: int, numbers: tuple[int, ...]
) -> None:
    claims = spoiled.says(VIDEO, (*spoiled.TABLES, table), offset, *numbers)
    assert refused(watch, claims) == "broken"


@pytest.mark.parametrize("table", [b"stts", b"stsc"])
def test_an_index_that_says_nonsense_of_time_ends(table: bytes) -> None:
    watched = watch(spoiled.says(VIDEO, (*spoiled.TABLES, table), 8, 2**32 - 1))
    assert 0 < len(watched.frames) <= 16


@pytest.mark.parametrize("side", [9_000, 65_500])
def test_pictures_that_say_they_are_huge_are_not_made(side: int) -> None:
    assert refused(watch, spoiled.stills(0, side)) == "broken"
    watched = watch(spoiled.stills(8, side))
    assert watched.frames[-1].second <= 8
    assert told(watched.found) == ["seen_part"]


@pytest.mark.parametrize("reads", [hear, watch])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        VIDEO[:-400],
        VIDEO[:2_000] + NOISE,
        WAV[:44],
        MP3[:500] + NOISE,
        b"ID3\x04\0\0" + b"\x7f" * 4 + bytes(999),
        b"\x1aE\xdf\xa3" + NOISE[:9_000],
        b"OggS" + NOISE[:9_000],
    ],
    ids=["nothing", "index cut", "noise", "no samples", "mp3 head", "id3", "mkv head", "ogg head"],
)
def test_what_holds_no_recording_is_refused(reads: Callable[[bytes], object], data: bytes) -> None:
    assert refused(reads, data) == "broken"


def test_a_file_cut_off_says_how_much_was_there() -> None:
    video = spoiled.long_video(0.02, 10, "matroska")
    assert told(watch(video).found) == []
    assert told(watch(video[: len(video) // 2]).found) == ["seen_part"]
    sound = spoiled.sounds(SOUND)
    assert told(hear(sound).found) == []
    assert told(hear(sound[: len(sound) // 2]).found) == ["heard_part"]


def test_a_sound_survives_damaged_parts_and_noise_after_it() -> None:
    damaged = bytearray(MP3)
    damaged[1_000::997] = NOISE[: len(damaged[1_000::997])]
    whole = hear(WAV).fingerprint
    assert whole is not None
    assert same_sound(hear(bytes(damaged)).asked, whole).alike
    after = hear(MP3 + NOISE)
    assert same_sound(after.asked, whole).alike
    assert "heard_part" in told(after.found)


@pytest.mark.parametrize(
    ("rate", "layout"), [(8_000, "7.1"), (192_000, "mono"), (192_000, "7.1")], ids=str
)
def test_many_channels_and_samples_are_one_sound(rate: int, layout: str) -> None:
    dense = np.repeat(SOUND[: 6 * 8_000], rate // 8_000)
    heard = hear(spoiled.sounds(dense, codec="flac", kind="flac", rate=rate, layout=layout))
    whole = hear(WAV).fingerprint
    assert whole is not None
    assert same_sound(heard.asked, whole).alike


def headed(channels: int, rate: int) -> bytes:
    said = bytearray(WAV[:16_044])
    struct.pack_into("<HI", said, 22, channels, rate)
    return bytes(said)


@pytest.mark.parametrize(
    ("channels", "rate"),
    [(1, 0), (1, 2**32 - 1), (0, 8_000), (9, 8_000), (33, 8_000), (65_535, 2**32 - 1)],
)
def test_a_header_of_nonsense_is_refused(channels: int, rate: int) -> None:
    assert refused(hear, headed(channels, rate)) == "broken"


def test_a_few_samples_that_claim_minutes_are_heard_no_longer_than_asked() -> None:
    asked = {"most_seconds": 20.0, "cpu_seconds": 12.0}
    said, samples = read("sound", headed(1, 7), asked, HEARING)
    assert said["ended"] == "length"
    assert len(samples) == 20 * 8_000 * 2


def test_a_video_without_pictures_is_still_heard() -> None:
    data = spoiled.sounds(SOUND, pictures=True)
    assert refused(watch, data) == "broken"
    inside = look(data, "a.mkv")
    assert {one.kind for one in inside.prints} == {"sound"}
    assert "not_read" in {hint.code for hint in inside.warnings}


def test_what_can_be_neither_seen_nor_heard_is_refused() -> None:
    data = spoiled.noise_for_pictures(VIDEO)
    assert refused(lambda said: look(said, "a.mp4"), data) == "broken"
