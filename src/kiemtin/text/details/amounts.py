"""Finds amounts in a message: the numerals and number words that belong together, and their value.

What they count is not read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kiemtin.text.details.message import Message, Token
from kiemtin.text.details.number_words import DIGITS, SCALES, SHORT_SCALES, Atom, read_number
from kiemtin.text.fold import fold
from kiemtin.text.places.names import tone_key

_WORDS: Final = (
    *DIGITS, *SCALES, "mười", "mươi", "chục", "trăm", "linh", "lẻ", "rưỡi", "hăm", "nửa", "củ",
    "phẩy",
)  # fmt: skip
_BY_TONE: Final = {tone_key(word): word for word in _WORDS} | {tone_key("rưởi"): "rưỡi"}
# Typed bare, "muoi" is mười or mươi by what stands before it, and "tu" is more often "từ".
_BY_FLAT: Final = {fold(word): word for word in reversed(_WORDS)} | {"mot": "một", "nua": "nửa"}
_STARTS: Final = frozenset(fold(word) for word in _WORDS) - {
    "khong",
    "linh",
    "le",
    "ruoi",
    "cu",
    "phay",
}
_BARE_SCALES: Final = frozenset({"nghin", "ngan", "trieu", "ty", "ti", "tram", "chuc"})
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_IDENTIFIER = re.compile(r"(?<![\w.,/])\+?\d[\d .\-]{7,}\d(?![\w/])")
_BIRTH_YEAR = re.compile(r"(?<![^\W_])2k\d{1,2}(?![^\W_])")  # "2k4": born in 2004
_MANY: Final = 9  # digits from which a row of them is a telephone or an account number
_LONGEST: Final = 24  # words of the longest number below a million million
_MOST_DIGITS: Final = 20
_HALF: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: its value, its tokens from `first` to `last` (exclusive).

    `words` says that no numeral is in it, `scaled` that thousands or more were named.
    """

    value: Fraction
    first: int
    last: int
    words: bool
    scaled: bool

    @property
    def lone(self) -> bool:
        """Whether it is one number word alone ("ba")."""
        return self.words and self.last - self.first == 1


def numeral(text: str) -> Fraction:
    """Read a numeral as Vietnamese write it: "1.200.000", "1,2", "2.5"; "1,200" is 1200."""
    if _GROUPED.fullmatch(text) and not text.startswith("0"):
        return Fraction(re.sub(r"[.,]", "", text))
    whole, *rest = re.split(r"[.,]", text)
    if not rest:
        return Fraction(whole)
    if all(len(part) == 3 for part in rest[:-1]):
        return Fraction(f"{whole}{''.join(rest[:-1])}.{rest[-1]}")
    return Fraction(f"{whole}.{rest[0]}")


def take_identifiers(message: Message) -> None:
    """Mark telephone and account numbers as spoken for: they count nothing."""
    for hit in _IDENTIFIER.finditer(message.scan.text):
        digits = re.sub(r"\D", "", hit[0])
        grouped = _GROUPED.fullmatch(hit[0]) or re.fullmatch(r"[1-9]\d* [1-9]\d*", hit[0])
        if len(digits) >= _MANY and not grouped:
            message.take(hit.start(), hit.end())
    for token in message.tokens:
        if token.is_number and token.flat.isdecimal():
            zero_led = token.flat[0] == "0" and len(token.flat) > 2
            if zero_led or len(token.flat) >= _MANY:
                message.take(token.start, token.end)
    for hit in _BIRTH_YEAR.finditer(message.scan.flat):
        message.take(hit.start(), hit.end())


def amounts(message: Message) -> Iterator[Amount]:
    """Give the amounts in the order of the text; they never overlap."""
    at = 0
    while at < len(message.tokens):
        amount = amount_at(message, at)
        if amount:
            yield amount
        at = amount.last if amount else at + 1


def amount_at(message: Message, first: int) -> Amount | None:
    """Give the amount that starts at a token, unless a part of it is spoken for."""
    if first >= len(message.tokens):
        return None
    if first not in message.memo:
        message.memo[first] = _read(message, first)
    amount = message.memo[first]
    if not isinstance(amount, Amount):
        return None
    start, end = message.tokens[first].start, message.tokens[amount.last - 1].end
    return amount if message.free(start, end) else None


def _read(message: Message, first: int) -> Amount | None:
    if not _may_start(message, first):
        return None
    atoms = _atoms(message, first)
    read = read_number(atoms)
    if read is None:
        return None
    value, count = read
    value, count = _without_price_each(message, atoms, value, count, first)
    value, count = _without_years(atoms, value, count)
    last = first + count
    words = not any(token.is_number for token in message.tokens[first:last])
    scaled = any(atom.word in SCALES or atom.word in SHORT_SCALES for atom in atoms[:count])
    return Amount(value, first, last, words, scaled)


def amount_like(message: Message, index: int) -> bool:
    """Whether a token is a numeral or a number word."""
    if index >= len(message.tokens):
        return False
    return message.tokens[index].is_number or word_at(message, index) is not None


def word_at(message: Message, index: int) -> str | None:
    """Give the number word that a token is, None where it is none."""
    token = message.tokens[index]
    if token.is_number:
        return None
    word = _BY_TONE.get(token.tone)
    return _BY_FLAT.get(token.flat) if word is None and message.bare else word


def _without_price_each(
    message: Message, atoms: list[Atom], value: Fraction, count: int, first: int
) -> tuple[Fraction, int]:
    """Read "hai triệu một cháu" as two million for each child, not 2.1 million children."""
    one = count > 1 and (atoms[count - 1].word == "một" or atoms[count - 1].value == 1)
    if one and atoms[count - 2].word in SCALES and not message.ends_clause(first + count - 1):
        shorter = read_number(atoms[: count - 1])
        return shorter or (value, count)
    return value, count


def _without_years(atoms: list[Atom], value: Fraction, count: int) -> tuple[Fraction, int]:
    """Read "20 triệu năm" as years, though "hai triệu năm" is 2.5 million."""
    years = count > 2 and atoms[count - 1].word == "năm" and atoms[count - 2].word in SCALES
    if years and atoms[0].value is not None:
        return read_number(atoms[: count - 1]) or (value, count)
    return value, count


def _may_start(message: Message, first: int) -> bool:
    token = message.tokens[first]
    if not token.is_number:
        return token.flat in _STARTS
    # not in "QL4D", "covid19", "F-35" or "U.23"
    if first and message.tokens[first - 1].end == token.start:
        return False
    before = message.scan.text[max(0, token.start - 2) : token.start]
    return not (len(before) == 2 and before[0].isupper() and before[1] in "-.")


def _atoms(message: Message, first: int) -> list[Atom]:
    """Give the pieces that may belong to one number, from a token on."""
    atoms: list[Atom] = []
    tokens = message.tokens
    for index in range(first, min(first + _LONGEST, len(tokens))):
        gap = message.gap(index - 1) if atoms else ""
        glued = gap == "" and tokens[index].is_number
        if gap not in {"", " "} or (atoms and atoms[-1].word == "k" and not glued):
            break  # "6k8" is 6,800; "200k 1 người" is 200,000 for one
        atom = _atom(message, tokens[index], atoms)
        if atom is None:
            break
        atoms.append(atom)
    return atoms


def _atom(message: Message, token: Token, before: list[Atom]) -> Atom | None:
    if token.is_number:
        doubled = bool(before) and before[-1].value is not None
        too_long = token.end - token.start > _MOST_DIGITS
        return None if doubled or too_long else Atom("", numeral(token.flat))
    after_figure = bool(before) and before[-1].value is not None
    if after_figure and token.flat in SHORT_SCALES:
        return Atom(token.flat)  # "200k", "2 tr"
    word = _BY_TONE.get(token.tone)
    if (
        word is None
        and token.bare
        and (message.bare or (after_figure and token.flat in _BARE_SCALES))
    ):
        word = _bare_word(token.flat, before)
    if word == "nửa":
        return None if before else Atom("", _HALF)
    return Atom(word) if word else None


def _bare_word(flat: str, before: list[Atom]) -> str | None:
    if flat == "muoi":
        digit = before and DIGITS.get(before[-1].word, 0) > 1
        return "mươi" if digit else "mười"
    if flat == "van" or (flat == "tu" and not before):
        return None  # van, văn, vẫn, vân; từ
    return _BY_FLAT.get(flat)
