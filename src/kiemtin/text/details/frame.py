"""Reads the words before a date: the part of the day, and whether it is from, until or on it."""

from dataclasses import dataclass
from typing import Final

from kiemtin.text.details.message import Message
from kiemtin.text.details.types import Part, Relation
from kiemtin.text.places.names import tone_key

PARTS: Final[dict[str, Part]] = {
    "rạng sáng": "dawn", "mờ sáng": "dawn", "sáng sớm": "morning", "sáng": "morning",
    "trưa": "noon", "chiều": "afternoon", "tối": "evening", "đêm": "night", "khuya": "night",
    "nửa đêm": "night", "đêm khuya": "night", "xế chiều": "afternoon",
}  # fmt: skip
_RELATIONS: Final[dict[str, Relation]] = {
    "từ": "from", "kể từ": "from", "khởi từ": "from", "đến": "until", "tới": "until",
    "hết": "until", "đến hết": "until", "tới hết": "until", "tận": "until", "trước": "before",
    "sau": "after", "qua": "after", "tính đến": "on", "tính tới": "on", "vào": "on",
}  # fmt: skip
_DAY_WORDS: Final = ("ngày", "hôm", "mùng", "mồng", "bữa")

_PART_TONES: Final = {
    tuple(tone_key(word) for word in phrase.split()): part for phrase, part in PARTS.items()
}
_RELATION_TONES: Final = {
    tuple(tone_key(word) for word in phrase.split()): how for phrase, how in _RELATIONS.items()
}
_DAY_TONES: Final = frozenset(tone_key(word) for word in _DAY_WORDS)
_PART_FLATS: Final[dict[tuple[str, ...], Part]] = {
    ("rang", "sang"): "dawn", ("mo", "sang"): "dawn", ("sang", "som"): "morning",
    ("sang",): "morning", ("trua",): "noon", ("chieu",): "afternoon", ("toi",): "evening",
    ("dem",): "night", ("khuya",): "night", ("nua", "dem"): "night", ("dem", "khuya"): "night",
}  # fmt: skip
_RELATION_FLATS: Final[dict[tuple[str, ...], Relation]] = {
    ("tu",): "from", ("ke", "tu"): "from", ("den",): "until", ("het",): "until",
    ("den", "het"): "until", ("toi", "het"): "until", ("truoc",): "before", ("sau",): "after",
    ("qua",): "after", ("tinh", "den"): "on", ("tinh", "toi"): "on", ("vao",): "on",
}  # fmt: skip
_DAY_FLATS: Final = frozenset({"ngay", "hom", "mung", "mong", "bua"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before a date: its first token, whether a word for day, part, relation."""

    first: int
    day_word: str
    part: Part
    relation: Relation

    @property
    def cued(self) -> bool:
        """Whether the words before say that a date comes."""
        return bool(self.day_word or self.part or self.relation != "on")


def frame(message: Message, first: int) -> Frame:
    """Read back from the token where a date starts."""
    day_word = ""
    part: Part = ""
    start = first
    while start > 0 and message.gap(start - 1) == " ":
        token = message.tokens[start - 1]
        if not day_word and _is(token.tone, token.flat, token.bare, message.bare):
            day_word, start = token.flat, start - 1
            continue
        size, found = _part(message, start)
        if not found or part or (found == "evening" and _is_until(message, start)):
            break
        part, start = found, start - size
    return Frame(start, day_word, part, _relation(message, start))


def _is(tone: str, flat: str, bare_word: bool, bare_text: bool) -> bool:
    return tone in _DAY_TONES or (bare_word and bare_text and flat in _DAY_FLATS)


def _part(message: Message, end: int) -> tuple[int, Part]:
    """The part of the day that ends before a token, and its number of words."""
    for size in (2, 1):
        words = message.tokens[max(0, end - size) : end]
        if len(words) < size:
            continue
        found = _PART_TONES.get(tuple(word.tone for word in words))
        if found is None and message.bare:
            found = _PART_FLATS.get(tuple(word.flat for word in words))
        if found:
            return size, found
    return 0, ""


def _is_until(message: Message, end: int) -> bool:
    """Typed bare, "tinh toi 19/8" and "keo dai toi 19/8" are no evenings."""
    return message.bare and message.flat_at(end - 2) in {"tinh", "dai", "cho", "han"}


def _relation(message: Message, end: int) -> Relation:
    for size in (2, 1):
        words = message.tokens[max(0, end - size) : end]
        if len(words) < size or message.gap(end - 1) != " ":
            continue
        found = _RELATION_TONES.get(tuple(word.tone for word in words))
        if found is None and message.bare:
            found = _RELATION_FLATS.get(tuple(word.flat for word in words))
        if found:
            return found
    return (
        "until" if end and _is_until(message, end) and message.flat_at(end - 1) == "toi" else "on"
    )
