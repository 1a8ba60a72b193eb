"""What is spoken in a recording, as a program of the desk's choice hears it: a machine transcript.

No model comes with Kiểm Tin. The program gets a WAV (mono, 16 bits, 16,000 a second) on standard
input and writes UTF-8 text; it never sees a stranger's file, which is decoded in a process apart.
"""

import subprocess
import wave
from io import BytesIO
from typing import ClassVar

from kiemtin.media.apart.reader import MIB, Bounds, read
from kiemtin.refusal import Refusal, Say

RATE = 16_000
"""What models of speech are made for."""

MOST_SECONDS = 600.0
"""Seconds of sound that are heard."""

MOST_TEXT = 100_000
WAIT = 900.0
_BOUNDS = Bounds(cpu_seconds=20, wait_seconds=40.0, answer_bytes=24 * MIB)
_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}


class Unheard(Refusal):
    """The program did not give a transcript; `code` is one of the keys below."""

    sentences: ClassVar = {
        "program": Say(
            "Chương trình chép lời không chạy được. Hãy xem lại KIEMTIN_TRANSCRIBER, rồi nghe bằng "
            "tai.",
            "The program that transcribes could not run. Look at KIEMTIN_TRANSCRIBER, and listen "
            "yourself.",
        ),
        "slow": Say(
            "Chép lời mất quá lâu nên đã dừng. Hãy nghe bằng tai.",
            "Transcribing took too long and was stopped. Listen yourself.",
        ),
    }


def transcribe(data: bytes, program: str, seconds: float = WAIT) -> str:
    """Return the words that `program` (a path) hears in a recording or video, at most MOST_TEXT.

    Raises ReaderRefused (as `kiemtin.media.inside.sound.hear`) and Unheard (program, slow).
    """
    settings = {"most_seconds": MOST_SECONDS, "cpu_seconds": 12.0, "rate": RATE}
    _said, samples = read("sound", data, settings, _BOUNDS)
    try:
        done = subprocess.run(
            [program],
            input=_wav(samples),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            cwd="/",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unheard("slow") from None
    except OSError:
        raise Unheard("program") from None
    if done.returncode != 0:
        raise Unheard("program")
    return done.stdout.decode("utf-8", "replace").strip()[:MOST_TEXT]


def _wav(samples: bytes) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples)
    return out.getvalue()
