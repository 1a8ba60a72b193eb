"""Makes recordings for measuring: speech by espeak-ng, and music, all invented; and alters them.

Deterministic by number. Samples are mono, 16 bits, 16,000 a second.
"""

import subprocess
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from typing import Any

import av
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from benchmarks.phone_page import invented

Samples = NDArray[np.int16]

RATE = 16_000
TUNING, REPORTED = 10_000, 700_000
"""First numbers of the sounds that limits were set on, and of those that are reported."""
VOICES = ("vi", "vi-vn-x-central", "vi-vn-x-south", "en-gb", "en-us")
_SCALE = (0, 2, 4, 7, 9, 12, 14, 16, 19)


def make(number: int) -> Samples:
    """Return recording `number`, 8 to 40 seconds: each third is music, the others are speech."""
    rng = np.random.default_rng([number, 3])
    return music(rng) if number % 3 == 2 else speech(rng)


def speech(rng: Generator) -> Samples:
    """Return invented sentences as one of the voices says them."""
    words = " ".join(invented(rng) for _ in range(int(rng.integers(2, 5))))
    voice = VOICES[int(rng.integers(len(VOICES)))]
    asked = ["espeak-ng", "-v", voice, "-s", str(rng.integers(120, 190)), "-p"]
    asked += [str(rng.integers(20, 80)), "--stdout", words]
    done = subprocess.run(asked, capture_output=True, check=True)
    samples = np.frombuffer(done.stdout[44:], dtype="<i2").astype(np.float64)
    at = np.arange(int(len(samples) * RATE / 22_050)) * 22_050 / RATE
    heard = np.interp(at, np.arange(len(samples)), samples)
    return _loud(heard + rng.normal(0, 12, len(heard)))


def music(rng: Generator) -> Samples:
    """Return a made-up tune with chords and beats."""
    length, beat = float(rng.uniform(8, 25)), float(rng.uniform(0.22, 0.6))
    out = np.zeros(int(length * RATE))
    root = 110 * 2 ** (int(rng.integers(0, 12)) / 12)
    partials = rng.uniform(0.1, 1, 6) / np.arange(1, 7)
    for start in np.arange(0, length - 1, beat):
        for octave in (1, 2):
            pitch = root * octave * 2 ** (_SCALE[int(rng.integers(len(_SCALE)))] / 12)
            _note(out, float(start), pitch, partials * float(rng.uniform(0.3, 1)), beat * 2)
        drum = rng.normal(0, 0.5, RATE // 10) * np.exp(-np.arange(RATE // 10) / 300)
        at = int(start * RATE)
        out[at : at + len(drum)] += drum[: len(out) - at] * float(rng.random())
    return _loud(out)


def _note(
    out: NDArray[np.float64], start: float, pitch: float, partials: NDArray[np.float64], long: float
) -> None:
    time = np.arange(int(long * RATE)) / RATE
    tone = sum(part * np.sin(2 * np.pi * pitch * (n + 1) * time) for n, part in enumerate(partials))
    tone = tone * np.exp(-3 * time / long)
    at = int(start * RATE)
    out[at : at + len(tone)] += tone[: len(out) - at]


def _loud(heard: NDArray[np.float64]) -> Samples:
    return (heard / max(1.0, float(np.abs(heard).max())) * 20_000).astype(np.int16)


def encoded(
    samples: Samples, codec: str = "pcm_s16le", container: str = "wav", bit_rate: int = 0
) -> bytes:
    """Return the samples as a file."""
    out = BytesIO()
    with av.open(out, "w", format=container) as written:
        stream: Any = written.add_stream(codec, rate=RATE)
        stream.codec_context.layout = "mono"
        if bit_rate:
            stream.codec_context.bit_rate = bit_rate
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), 0
        resampler = av.AudioResampler(
            stream.format, "mono", stream.rate, frame_size=stream.frame_size or 1024
        )
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            written.mux(stream.encode(part))
        written.mux(stream.encode(None))
    return out.getvalue()


def decoded(data: bytes) -> Samples:
    """Return the samples of a file made here."""
    resampler = av.AudioResampler("s16", "mono", RATE)
    parts: list[Any] = []
    with av.open(BytesIO(data), "r") as opened:
        for frame in opened.decode(audio=0):
            parts += [one.to_ndarray() for one in resampler.resample(frame)]
    return np.concatenate(parts, axis=1).ravel()


def _pressed(codec: str, container: str, rate: int) -> Callable[[Samples, Generator], Samples]:
    return lambda samples, _: decoded(encoded(samples, codec, container, rate))


def _telephone(samples: Samples, _: Generator) -> Samples:
    spectrum = np.fft.rfft(samples)
    at = np.fft.rfftfreq(len(samples), 1 / RATE)
    spectrum[(at < 300) | (at > 3_400)] = 0
    narrow = np.fft.irfft(spectrum, len(samples))[::2]
    squeezed = np.sign(narrow) * np.log1p(255 * np.abs(narrow) / 32_768) / np.log(256)
    # 7 bits of the 8 of μ-law: coarser than a telephone
    coarse: NDArray[np.float64] = np.round(squeezed * 63) / 63
    back = np.sign(coarse) * (256 ** np.abs(coarse) - 1) / 255 * 32_768
    wide: Samples = np.repeat(back, 2).clip(-32_768, 32_767).astype(np.int16)
    return wide


def _trimmed(samples: Samples, rng: Generator) -> Samples:
    start = int(rng.uniform(0, 0.3) * len(samples))
    return samples[start : start + int(0.7 * len(samples))]


def _noisy(samples: Samples, rng: Generator) -> Samples:
    power = float(np.mean(np.square(samples.astype(np.float64))))
    noise = rng.normal(0, (power / 10**1.5) ** 0.5, len(samples))
    return (samples + noise).clip(-32_768, 32_767).astype(np.int16)


def _faster(speed: float) -> Callable[[Samples, Generator], Samples]:
    def alter(samples: Samples, _: Generator) -> Samples:
        at = np.arange(int(len(samples) / speed)) * speed
        taken: Samples = np.interp(at, np.arange(len(samples)), samples).astype(np.int16)
        return taken

    return alter


def _later(samples: Samples, rng: Generator) -> Samples:
    before = rng.normal(0, 300, int(rng.uniform(1, 6) * RATE)).astype(np.int16)
    return np.concatenate([before, samples])


ALTERATIONS: dict[str, Callable[[Samples, Generator], Samples]] = {
    "MP3, 32 kbit/s": _pressed("libmp3lame", "mp3", 32_000),
    "Opus, 16 kbit/s": _pressed("libopus", "ogg", 16_000),
    "telephone": _telephone,
    "trimmed by 30 %": _trimmed,
    "a quarter as loud": lambda samples, _: (samples // 4).astype(np.int16),
    "clipped, louder": lambda samples, _: (samples * 3.0).clip(-32_768, 32_767).astype(np.int16),
    "noise at 15 dB": _noisy,
    "2 % faster": _faster(1.02),
    "2 % slower": _faster(0.98),
    "4 % faster": _faster(1.04),
    "4 % slower": _faster(0.96),
    "begins later": _later,
}


def altered(samples: Samples, name: str, number: int) -> Samples:
    """Return a recording in one of the alterations."""
    return ALTERATIONS[name](samples, np.random.default_rng([number, 5]))
