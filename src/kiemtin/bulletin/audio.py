"""Speaks a text with espeak-ng in a Vietnamese voice, and makes MP3 of it; all on this machine.

The program gets plain text only, runs apart with limits of time and size, and its loudness is
made even. The same text and voice give the same bytes on the same version of espeak-ng.
"""

import io
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import wave
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Final

import lameenc
import numpy as np
from numpy.typing import NDArray

from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.loudspeaker import SPEED
from kiemtin.refusal import Say

PROGRAM: Final = "espeak-ng"
RATE: Final = 22_050
"""Samples a second, as espeak-ng speaks; one channel of 16 bits."""

MOST_CHARS: Final = 6_000
"""Letters of the longest text; a script read twice has about 2,000."""

MOST_SECONDS: Final = 10 * 60
"""Length of the longest speech."""

WAIT_SECONDS: Final = 30.0
"""How long the program may take; it speaks a minute in about 50 ms."""

PEAK: Final = 0.89
"""Share of full scale that the loudest sample gets: −1 dB, so that no amplifier clips."""

SILENCE: Final = 0.5
"""Seconds of silence before and after, so that switching on a horn swallows no word."""

MP3_KBITS: Final = 48
"""Enough for one voice at this rate; a script takes about 600 KB."""

_HEADER: Final = 44  # of a WAV as espeak-ng streams it, which leaves its lengths open
_QUIET: Final = 500  # of 32,767: what does not get louder is no speech


@dataclass(frozen=True)
class Voice:
    """A voice by the program's own name, and what it is called."""

    code: str
    name: Say


VOICES: Final = (
    Voice("vi", Say("giọng Bắc", "Northern voice")),
    Voice("vi-vn-x-central", Say("giọng Trung", "Central voice")),
    Voice("vi-vn-x-south", Say("giọng Nam", "Southern voice")),
)


def voices() -> list[Voice]:
    """Return the voices that can speak here: none where espeak-ng is not installed."""
    return list(VOICES) if shutil.which(PROGRAM) else []


def speak(text: str, voice: str = "vi") -> bytes:
    """Return a WAV of a text that is written to be spoken; see `kiemtin.bulletin.spoken`.

    Raises AudioRefused: voice, no_program, empty, too_long, failed, silent.
    """
    if voice not in {one.code for one in VOICES}:
        raise AudioRefused("voice", {"got": voice[:40]})
    plain = _plain(text)
    if len(plain) > MOST_CHARS:
        raise AudioRefused("too_long", {"limit": MOST_CHARS, "got": len(plain)})
    program = shutil.which(PROGRAM)
    if program is None:
        raise AudioRefused("no_program")
    spoken = _run([program, "-v", voice, "-s", str(SPEED), "--stdin", "--stdout"], plain)
    return _wav(_evened(spoken))


def mp3(wav: bytes, kbits: int = MP3_KBITS) -> bytes:
    """Return a WAV of one channel and 16 bits as MP3; raises AudioRefused (not_wav)."""
    samples, rate = _samples(wav)
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(kbits)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(5)  # 2 is best and slow; with one voice the difference is not heard
    return bytes(encoder.encode(samples.tobytes())) + bytes(encoder.flush())


def wav_seconds(wav: bytes) -> float:
    """Return how long a WAV is; raises AudioRefused (not_wav)."""
    samples, rate = _samples(wav)
    return len(samples) / rate


def _plain(text: str) -> str:
    """Without control characters and without brackets, which espeak-ng takes for phonemes."""
    kept = "".join(char if char.isprintable() and char not in "[]<>{}|" else " " for char in text)
    if not any(char.isalnum() for char in kept):
        raise AudioRefused("empty")
    return kept


def _run(command: list[str], text: str) -> NDArray[np.int16]:
    """Give the program its text and take its samples, no more than `MOST_SECONDS` of them."""
    most = _HEADER + MOST_SECONDS * RATE * 2
    with tempfile.TemporaryFile() as told, _started(command, told, text) as running:
        assert running.stdout is not None
        data = running.stdout.read(most + 1)
        if len(data) > most:
            raise AudioRefused("too_long", {"limit": MOST_CHARS, "got": len(text)})
        if running.wait() != 0 or not data.startswith(b"RIFF"):
            raise AudioRefused("failed", {"status": running.returncode})
    body = data[_HEADER:]
    return np.frombuffer(body[: len(body) // 2 * 2], dtype="<i2")


@contextmanager
def _started(command: list[str], told: IO[bytes], text: str) -> Iterator[subprocess.Popen[bytes]]:
    """The running program, ended when its time is over whatever it does."""
    told.write(text.encode("utf-8", "replace"))
    told.seek(0)
    with subprocess.Popen(
        command,
        stdin=told,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    ) as running:
        clock = threading.Timer(WAIT_SECONDS, _end, [running])
        clock.start()
        try:
            yield running
        finally:
            clock.cancel()
            _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it has started, which would keep its output open."""
    if running.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)


def _evened(samples: NDArray[np.int16]) -> NDArray[np.int16]:
    """The loudest sample at `PEAK`, and silence around."""
    peak = int(np.abs(samples.astype(np.int32)).max(initial=0))
    if peak < _QUIET:
        raise AudioRefused("silent")
    louder = np.rint(samples.astype(np.float64) * (PEAK * 32_767 / peak)).astype("<i2")
    still = np.zeros(int(SILENCE * RATE), dtype="<i2")
    return np.concatenate([still, louder, still])


def _wav(samples: NDArray[np.int16]) -> bytes:
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return kept.getvalue()


def _samples(wav: bytes) -> tuple[NDArray[np.int16], int]:
    try:
        with wave.open(io.BytesIO(wav)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2) or file.getframerate() < 1:
                raise AudioRefused("not_wav")
            return np.frombuffer(file.readframes(file.getnframes()), "<i2"), file.getframerate()
    except (wave.Error, EOFError, ValueError):
        raise AudioRefused("not_wav") from None
