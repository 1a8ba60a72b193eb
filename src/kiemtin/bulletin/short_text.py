"""A fact-check as text for a message, in the order people remember (Debunking Handbook, 2020).

The fact comes first and last; the rumour is repeated once; the link and the desk's own name are
always there. The same content always gives the same text: the desk has one voice.
"""

import re

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import one_line, whole_sentences, whole_words
from kiemtin.bulletin.phrases import day, moment, phrase
from kiemtin.bulletin.refusal import ContentRefused

SHARE_CHARS = 500
"""Shown whole by Zalo and Facebook before "see more", and read in under a minute."""

NAMED_SOURCES = 3
NEEDED_FIRST = ("fact", "changed", "said", "todo", "checked", "why", "sources", "again")
"""The parts between fact and signature, the most needed first."""

MAY_SHORTEN = frozenset({"changed", "why"})
"""The parts that are explanations: whole sentences of them are better than nothing."""

_RUMOUR_SAYS = re.compile(
    r"^(?:có\s+)?tin\s+đồn(?:\s+(?:nói|cho))?\s+rằng\s*[:,]?\s*|^a rumou?r says(?: that)?[:,]?\s*",
    re.IGNORECASE,
)


def short_text(content: Content) -> str:
    """Return the whole text, one part a line."""
    return "\n".join(line for line in named_lines(content).values() if line)


def share_text(content: Content, limit: int = SHARE_CHARS) -> str:
    """Return the text in at most `limit` characters, for people to pass on.

    Parts are left out whole, the least needed first; only explanations are shortened, and no word
    is ever cut. Raises ContentRefused (room) when the fact and the link alone do not fit.
    """
    lines = named_lines(content)
    kept = {"signed": lines["signed"]}
    for name in NEEDED_FIRST:
        room = limit - _size(kept) - 1
        text = _shortened(lines[name], room) if name in MAY_SHORTEN else lines[name]
        if text and len(text) <= room:
            kept[name] = text
    if not kept.keys() & {"fact", "changed"}:
        needed = _size(kept) + 1 + len(lines["fact"])
        raise ContentRefused("room", {"needed": needed, "limit": limit})
    return "\n".join(kept[name] for name in lines if name in kept)


def receipt_text(content: Content, *, told_before: bool = False) -> str:
    """Return the answer to somebody who asked; `told_before`: an earlier version was sent."""
    name = "answer_again" if told_before else "answer"
    if content.verdict == "checking":
        name = "answer_checking"
    return f"{phrase(name, content.language)}\n{short_text(content)}"


def _size(lines: dict[str, str]) -> int:
    return sum(len(line) + 1 for line in lines.values()) - 1


def _shortened(text: str, room: int) -> str:
    return whole_sentences(text, room) or whole_words(text, room)


def named_lines(content: Content) -> dict[str, str]:
    """Return every part in its order, "" where there is nothing to say.

    A withdrawal says only that and why: what was withdrawn is not told once more.
    """
    language = content.language
    desk = one_line(content.desk_name)
    end = {
        "checked": _checked(content),
        "signed": phrase("signed", language, desk=desk, url=content.url),
    }
    if content.withdrawn:
        return dict.fromkeys(NEEDED_FIRST, "") | {"changed": _changed(content)} | end
    fact = one_line(content.fact)
    checking = content.verdict == "checking"
    return {
        "fact": fact,
        "said": _said(content),
        "changed": _changed(content),
        "why": one_line(content.why),
        "todo": _optional("todo", content.todo, language),
        "again": "" if checking else phrase("again", language, fact=fact),
        "sources": _sources(content),
        **end,
    }


def _optional(name: str, text: str, language: str) -> str:
    text = one_line(text)
    return phrase(name, language, **{name: text}) if text else ""


def _changed(content: Content) -> str:
    what = one_line(content.what_was_wrong)
    if content.withdrawn:
        desk = one_line(content.desk_name)
        return phrase("withdrawn", content.language, desk=desk, what_was_wrong=what)
    return phrase("amended", content.language, what_was_wrong=what) if what else ""


def rumour_told(content: Content) -> str:
    """Return what the rumour says, without the words that call it one; "" when nothing is left."""
    said = one_line(content.said or content.claim)
    return _RUMOUR_SAYS.sub("", said).rstrip(".").strip('“”"')


def _said(content: Content) -> str:
    """The rumour, once, and never without what it is worth."""
    said = rumour_told(content)
    if not said:
        return ""
    name = content.verdict if content.verdict in {"unproven", "checking"} else "said"
    verdict = content.ruling.word(content.language).upper()
    return phrase(name, content.language, said=said, verdict=verdict)


def _sources(content: Content) -> str:
    names = list(dict.fromkeys(one_line(piece.source) for piece in content.evidence))
    if not names:
        return ""
    shown = names[:NAMED_SOURCES]
    more = len(names) - len(shown)
    if more:
        shown.append(phrase("more_sources", content.language, count=more))
    return phrase("sources", content.language, sources=", ".join(shown))


def _checked(content: Content) -> str:
    language = content.language
    told = "told" if content.withdrawn or content.verdict == "checking" else "checked"
    parts = [phrase(told, language, moment=moment(content.checked_at))]
    if content.place_name:
        parts.append(phrase("place", language, place=one_line(content.place_name)))
    if content.valid_from and not content.withdrawn:
        parts.append(phrase("from", language, day=day(content.valid_from)))
    if content.valid_until and not content.withdrawn:
        parts.append(phrase("until", language, day=day(content.valid_until)))
    if content.next_update_at:
        parts.append(phrase("next", language, moment=moment(content.next_update_at)))
    return "; ".join(parts) + "."
