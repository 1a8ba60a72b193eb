"""Look into a file: check that it may be kept, have each of its readers read it, join the answers.

To teach it a kind, add a looker to LOOKERS: a function of the bytes and the kind that returns a
`Found` and raises ReaderRefused. A refusal becomes a warning, for one part that cannot be read
takes nothing from the rest; where none can read it, the first of them refuses the file.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.document import check_copy
from kiemtin.media.inside import documents, origin, pictures, sound, video
from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.shape import MAX_TEXT, Found, Inside
from kiemtin.refusal import Say

Known = TypeVar("Known")
Looker = Callable[[bytes, str], Found]

LOOKERS: dict[str, tuple[Looker, ...]] = {
    "pdf": (documents.pdf, origin.stated),
    "docx": (documents.docx,),
    "text": (documents.plain,),
    "jpeg": (pictures.facts, origin.stated),
    "png": (pictures.facts, origin.stated),
    "gif": (pictures.facts, origin.stated),
    "webp": (pictures.facts, origin.stated),
    "mp4": (video.facts, sound.facts, origin.stated),
    "mov": (video.facts, sound.facts, origin.stated),
    "3gp": (video.facts, sound.facts),
    "webm": (video.facts, sound.facts),
    "mkv": (video.facts, sound.facts),
    "m4a": (sound.facts, origin.stated),
    "mp3": (sound.facts, origin.stated),
    "wav": (sound.facts, origin.stated),
    "aac": (sound.facts,),
    "ogg": (sound.facts,),
    "amr": (sound.facts,),
    "flac": (sound.facts,),
}


def look(data: bytes, name: str) -> Inside:
    """Return what a file says; `name` is what it was called and can only speak against it.

    Starts processes and waits for them, at most half a minute each. Raises CopyRefused for what is
    no evidence copy and ReaderRefused for what cannot be read.
    """
    copy = check_copy(data, name)
    inside = Inside(copy.kind, copy.content_type, copy.sha256, copy.size)
    refusals = []
    lookers = LOOKERS.get(copy.kind, ())
    for looker in lookers:
        try:
            inside = join(inside, looker(data, copy.kind))
        except ReaderRefused as refused:
            if refused.code == "busy":  # what finds a turn later is no property of the file
                raise
            why = Say(refused.vi(), refused.en())
            inside = join(inside, Found(warnings=(Hint("not_read", (("why", why),)),)))
            if looker is not origin.stated:
                refusals.append(refused)
    if refusals and len(refusals) == len([one for one in lookers if one is not origin.stated]):
        raise refusals[0]
    return inside


def join(inside: Inside, more: Found) -> Inside:
    """Return both together: texts one after the other, of single values the first that is known."""
    text = "\n\n".join(part for part in (inside.text, more.text) if part)
    return replace(
        inside,
        text=text[:MAX_TEXT],
        pages=_first(inside.pages, more.pages),
        seconds=_first(inside.seconds, more.seconds),
        width=_first(inside.width, more.width),
        height=_first(inside.height, more.height),
        origin=_first(inside.origin, more.origin),
        facts=tuple(dict.fromkeys((*inside.facts, *more.facts))),
        warnings=tuple(dict.fromkeys((*inside.warnings, *more.warnings))),
        prints=(*inside.prints, *more.prints),
    )


def _first(known: Known | None, new: Known | None) -> Known | None:
    return new if known is None else known
