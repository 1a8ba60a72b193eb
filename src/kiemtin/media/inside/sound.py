"""What a recording sounds like: how long it is, how it was coded, by what it is found again."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.apart.reader import MIB, Bounds, read
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.heard import SPEEDS, NotHeard, SoundPrint, at_speeds, sound_print
from kiemtin.media.heard.words import MOST_SECONDS, RATE
from kiemtin.media.inside import doubt
from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.shape import Found, Print
from kiemtin.refusal import Say

METHOD = "kiemtin-sound-1"
BOUNDS = Bounds(cpu_seconds=20, wait_seconds=40.0, answer_bytes=16 * MIB)
READING = 12.0
"""Seconds of processor after which what was heard until then is all."""
MISSING = 0.8, 2.0
"""Share of the length that a track names, and seconds before it: what ends earlier lacks its end.
The length of some kinds is only estimated."""


@dataclass(frozen=True, eq=False)
class Heard:
    """What was heard: facts as the file says them; the fingerprint, None for what is silent or too
    short; the samples, mono, 8,000 a second."""

    found: Found
    fingerprint: SoundPrint | None
    samples: NDArray[np.int16] = field(repr=False)

    @cached_property
    def asked(self) -> tuple[SoundPrint, ...]:
        """The fingerprints at several speeds with which an index is searched; made when asked for,
        as they take three times as long as the one that is kept."""
        return at_speeds(self.samples) if self.fingerprint else ()


def hear(data: bytes) -> Heard:
    """Return what a recording or the sound of a video says; raises ReaderRefused (silent where it
    has no sound, broken, bomb, too_heavy, too_slow, busy)."""
    settings = {"most_seconds": MOST_SECONDS, "cpu_seconds": READING}
    said, body = read("sound", data, settings, BOUNDS)
    if len(body) % 2 or len(body) > 2 * MOST_SECONDS * RATE:
        raise ReaderRefused("broken")
    samples = np.frombuffer(body, "<i2").astype(np.int16)
    if not len(samples):
        raise ReaderRefused("broken")
    found = of_recording(said, len(samples) / RATE, "heard_part")
    try:
        one = sound_print(samples)
    except NotHeard as why:
        hint = Hint("not_read", (("why", Say(why.vi(), why.en())),))
        return Heard(_with(found, (), hint), None, samples)
    made = Print("sound", METHOD, bytes(one).hex())
    return Heard(_with(found, (made,)), one, samples)


def facts(data: bytes, kind: str) -> Found:
    """Return what `hear` found, for `kiemtin.media.inside.look`, with a fingerprint for each of the
    speeds at which it is looked for among others; `speed_of` tells them apart.
    """
    heard = hear(data)
    others = [
        Print("sound", f"{METHOD}@{speed}", bytes(one).hex())
        for one, speed in zip(heard.asked, SPEEDS, strict=False)
        if speed != 1.0
    ]
    return replace(heard.found, prints=(*heard.found.prints, *others))


def speed_of(method: str) -> float:
    """Return the speed of a fingerprint by the name of its method; 1.0 is the one that is kept."""
    return float(method.partition("@")[2] or 1.0)


def of_recording(said: dict[str, object], read_seconds: float, part: str) -> Found:
    """Return the facts that a recording says about itself; when not all of it was read, the hint
    `part` says how much. Raises ReaderRefused (broken)."""
    named = [("created", said.get("created")), ("coding", said.get("codec"))]
    bare: dict[str, object] = {
        "seconds": said.get("seconds"),
        "width": said.get("width"),
        "height": said.get("height"),
        "facts": [[code, value] for code, value in named if value],
    }
    if said.get("ended") != "end" or _missing(said.get("lasts"), read_seconds):
        bare["warnings"] = [[part, {"seconds": round(read_seconds)}]]
    return doubt.found(bare)


def _missing(lasts: object, read_seconds: float) -> bool:
    if not isinstance(lasts, int | float):
        return False
    share, before = MISSING
    return read_seconds < min(share * lasts, lasts - before)


def _with(found: Found, prints: tuple[Print, ...], *hints: Hint) -> Found:
    return Found(
        seconds=found.seconds,
        facts=found.facts,
        warnings=(*found.warnings, *hints),
        prints=prints,
    )
