"""The script for a loudspeaker: the fact first, the rumour never first, everything read twice.

Everything is spoken out, one thought a sentence, under the desk's own name. Parts are left out
whole, the least needed first, so that one reading keeps to its time; no sentence is ever cut.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.phrases import day, moment
from kiemtin.bulletin.short_text import NAMED_SOURCES, rumour_told
from kiemtin.bulletin.spoken import spoken
from kiemtin.bulletin.spoken_phrases import spoken_phrase

Priority = Literal["normal", "first", "urgent"]
PRIORITIES: Final[dict[Priority, str]] = {
    "normal": "thường",
    "first": "ưu tiên",
    "urgent": "khẩn cấp",
}
"""The three priorities of Circular 39/2020/TT-BTTTT, by our codes."""

READING_SECONDS: Final = 60.0
"""The longest one reading may take: what is heard standing at a market is kept for a minute."""

SPEED: Final = 140
"""The speed that espeak-ng is asked for, in its "words" a minute; slower than it speaks by itself,
for a horn across a valley."""

SYLLABLE: Final = 0.29
SENTENCE: Final = 0.55
COMMA: Final = 0.35
"""Seconds that a syllable, a sentence's end and a comma take. Source: least squares over readings
of eight announcements by espeak-ng 1.51 at that speed; of the three voices always the slowest, so
that none takes longer. `benchmarks/bench_forms.py` prints them anew."""

_NEEDED_FIRST: Final = (
    "fact", "changed", "todo", "next", "said", "place", "until", "checked", "why", "sources",
)  # fmt: skip
_IN_ORDER: Final = (
    "place", "fact", "changed", "said", "why", "todo", "sources", "checked", "until", "next",
)  # fmt: skip
_BY_SENTENCE: Final = frozenset({"changed", "why", "todo"})
_ALWAYS: Final = frozenset({"opening", "closing", "fact"})
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Script:
    """What is read aloud.

    `once` holds the sentences of one reading, without opening and closing; `text` is the whole, a
    sentence a line, with everything read twice; `seconds` is how long that takes, `once_seconds`
    one reading with opening and closing; `left_out` names the parts that had no room.
    """

    text: str
    once: tuple[str, ...]
    seconds: float
    once_seconds: float
    left_out: tuple[str, ...]
    priority: Priority = "normal"
    language: str = "vi"
    drill: bool = False


def script(
    content: Content,
    *,
    priority: Priority = "normal",
    limit: float = READING_SECONDS,
    drill: bool = False,
) -> Script:
    """Return the script, one reading of it in at most `limit` seconds.

    Only opening, fact and closing stand whatever they take. A fact-check is read with the verdict
    as a word; a holding line says what to do now and when the next word comes. A `drill` is called
    one first and last.
    """
    language = content.language
    parts = _parts(content)
    opening, closing = _frame(content, priority, drill=drill)
    kept: dict[str, list[str]] = {}
    for name in (name for name in _NEEDED_FIRST if parts[name]):
        fitted = _fitted(parts[name], name, limit - seconds([*opening, *_flat(kept), *closing]))
        if fitted:
            kept[name] = fitted
    once = _in_order(kept)
    whole = [*opening, *once, _say("again", language), *once, *closing]
    return Script(
        text="\n".join(whole),
        once=once,
        seconds=round(seconds(whole), 1),
        once_seconds=round(seconds([*opening, *once, *closing]), 1),
        left_out=tuple(name for name in _NEEDED_FIRST if parts[name] and name not in kept),
        priority=priority,
        language=language,
        drill=drill,
    )


def seconds(sentences: list[str]) -> float:
    """Return how long sentences take at `SPEED`, at most."""
    text = " ".join(sentences)
    commas = text.count(",")
    return len(re.findall(r"[^\W_]+", text)) * SYLLABLE + len(sentences) * SENTENCE + commas * COMMA


def _flat(kept: dict[str, list[str]]) -> list[str]:
    return [sentence for sentences in kept.values() for sentence in sentences]


def _in_order(kept: dict[str, list[str]]) -> tuple[str, ...]:
    """The sentences as they are read; one that only repeats the one before is not."""
    read = [sentence for name in _IN_ORDER for sentence in kept.get(name, ())]
    pairs = zip(["", *read], read, strict=False)
    return tuple(sentence for before, sentence in pairs if sentence != before)


def _fitted(sentences: list[str], name: str, room: float) -> list[str]:
    """All of a part where it fits or must stand; of an explanation the sentences that fit."""
    if name in _ALWAYS or seconds(sentences) <= room:
        return sentences
    least = 1 if name == "why" else 2  # the words that introduce the others say nothing yet
    fitting = next(
        (end for end in range(len(sentences), 0, -1) if seconds(sentences[:end]) <= room), 0
    )
    return sentences[:fitting] if name in _BY_SENTENCE and fitting >= least else []


def _frame(content: Content, priority: Priority, *, drill: bool) -> tuple[list[str], list[str]]:
    """The sentences before and after: whether it is real, how urgent it is, and whose word."""
    language, desk = content.language, one_line(content.desk_name)
    urgency = [] if priority == "normal" else [_say(priority, language)]
    unreal = [_say("drill", language)] if drill else []
    opening = _say("opening", language, desk=desk)
    return [*unreal, *urgency, opening], [_say("closing", language, desk=desk), *unreal]


def _parts(content: Content) -> dict[str, list[str]]:
    """The sentences of every part, none where there is nothing to say."""
    language = content.language
    texts = dict.fromkeys(_NEEDED_FIRST, "")
    texts |= _times(content)
    if content.withdrawn:
        texts["fact"] = _phrase(content, "withdrawn", claim=_bare(content.claim))
        texts["changed"] = _phrase(content, "reason", what=content.what_was_wrong)
    else:
        texts["fact"] = content.fact
        texts["said"] = _rumour(content)
        texts["why"] = content.why
        texts["sources"] = _sources(content)
        if content.todo.strip():
            texts["todo"] = _phrase(content, "todo", todo=content.todo)
        if content.what_was_wrong.strip():
            texts["changed"] = _phrase(content, "changed", what=content.what_was_wrong)
    return {name: _sentences(text, language) for name, text in texts.items()}


def _times(content: Content) -> dict[str, str]:
    """For whom, checked when, until when, and when the next word comes."""
    found = {}
    if content.place_name.strip():
        found["place"] = _phrase(content, "place", place=one_line(content.place_name))
    if content.verdict != "checking" and not content.withdrawn:
        found["checked"] = _phrase(content, "checked", moment=_moment(content.checked_at, content))
    if content.valid_until and not content.withdrawn:
        found["until"] = _phrase(
            content, "until", day=_same_year(day(content.valid_until), content)
        )
    if content.next_update_at:
        found["next"] = _phrase(content, "next", moment=_moment(content.next_update_at, content))
    return found


def _moment(value: datetime, content: Content) -> str:
    """A time of day and its day in Vietnam, in the order of speech."""
    written, clock = moment(value).split(" ")
    return f"{clock} {_same_year(written, content)}"


def _same_year(written: str, content: Content) -> str:
    """A written day without its year where that is the year of the announcement."""
    return written.removesuffix(moment(content.checked_at).split(" ")[0][-5:])


def _rumour(content: Content) -> str:
    """The rumour, once, with what it is worth before and behind it."""
    said = rumour_told(content)
    return _phrase(content, content.verdict, said=said) if said else ""


def _sources(content: Content) -> str:
    names = list(dict.fromkeys(one_line(piece.source) for piece in content.evidence))
    if not names:
        return ""
    return _phrase(content, "sources", sources=", ".join(names[:NAMED_SOURCES]))


def _bare(text: str) -> str:
    return one_line(text).rstrip(".!?… ")


def _phrase(content: Content, name: str, **values: object) -> str:
    return spoken_phrase(name, content.language, desk=one_line(content.desk_name), **values)


def _say(name: str, language: str, **values: object) -> str:
    return _ended(spoken(spoken_phrase(name, language, **values), language))


def _sentences(text: str, language: str) -> list[str]:
    """Speak a text out and cut it into sentences; a semicolon ends one too."""
    said = spoken(text.replace(";", "."), language)
    return [_ended(sentence) for sentence in _SENTENCES.split(said) if sentence.strip(" .,?!'")]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence.rstrip(' ,')}."
