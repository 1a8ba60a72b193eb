"""Reads Vietnamese numbers, in words, in numerals or mixed: "hai triệu rưỡi", "2tr5", "1,2 tỷ".

The grammar is the spoken one: groups of a billion, million and thousand, each up to 999, with the
short forms that speech allows ("hai lăm" 25, "một triệu hai" 1,200,000, "trăm rưỡi" 150).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

DIGITS: Final[dict[str, int]] = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES: Final = {
    "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
# Written right after a numeral.
SHORT_SCALES: Final = {"k": 10**3, "tr": 10**6, "củ": 10**6}
_LATER_DIGITS: Final = frozenset({"mốt", "tư", "lăm", "nhăm"})  # never stand alone or first


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece of a number: the word it stands for, or the value of a numeral."""

    word: str
    value: Fraction | None = None


class _Reader:
    """A recursive descent over atoms; `at` is the next atom to be read."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self._atoms = atoms
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        """Give the word that comes next, "" at the end."""
        at = self.at + ahead
        return self._atoms[at].word if at < len(self._atoms) else ""

    def take(self, *words: str) -> bool:
        """Take the next word if it is one of these."""
        if self.peek() in words:
            self.at += 1
            return True
        return False

    def first_digit(self) -> int | None:
        """Take a digit that may begin a number."""
        word = self.peek()
        return None if word in _LATER_DIGITS else self._digit(word)

    def last_digit(self) -> int | None:
        """Take a digit after tens; "hai mươi năm" is twenty years, 25 is "hai mươi lăm"."""
        word = self.peek()
        return None if word in {"năm", "không"} else self._digit(word)

    def any_digit(self) -> int | None:
        """Take a digit after "linh"."""
        return self._digit(self.peek())

    def _digit(self, word: str) -> int | None:
        digit = DIGITS.get(word)
        self.at += digit is not None
        return digit

    def numeral(self) -> tuple[Fraction, bool] | None:
        """Take a numeral, and say whether it may be a tail ("2tr5"): whole and up to 999."""
        value = self._atoms[self.at].value if self.at < len(self._atoms) else None
        if value is None:
            return None
        self.at += 1
        if self.take("trăm"):
            return value * 100 + _hundreds_rest(self), False
        if self.take("chục"):
            return value * 10, False
        return value, value.denominator == 1 and 0 < value < 1000

    def back_to(self, at: int) -> None:
        """Read again from an earlier atom."""
        self.at = at


def read_number(atoms: Sequence[Atom]) -> tuple[Fraction, int] | None:
    """Read the longest number at the start: its value and how many atoms it takes, or None."""
    reader = _Reader(atoms)
    value = _groups(reader)
    return None if value is None or reader.at == 0 else (value, reader.at)


def _groups(reader: _Reader) -> Fraction | None:
    """Read groups with falling scales: billions, millions, thousands, and the rest."""
    total, scale = Fraction(0), Fraction(10**12)
    seen = False
    while True:
        start = reader.at
        if seen and reader.take("rưỡi"):
            hundreds = scale == 1000 and total % 100_000 == 0  # "hai trăm ngàn rưỡi"
            return total + scale * (50 if hundreds else Fraction(1, 2))
        group = _group(reader, scale if seen else None)
        if group is None:
            reader.back_to(start)
            return total if seen else None
        value, own, closed = group
        if seen and own >= scale:
            reader.back_to(start)
            return total
        total, scale, seen = total + value, own, True
        if closed:
            return total


def _group(reader: _Reader, above: Fraction | None) -> tuple[Fraction, Fraction, bool] | None:
    """Read one group: its value, its scale, and whether nothing can follow.

    `above` is the scale of the group before: after "triệu" a lone digit means hundred thousands.
    """
    linked = above is not None and reader.take("linh", "lẻ")
    amount = reader.numeral() or _below_thousand(reader, lone_scale=above is None)
    if amount is None and above is not None and (tail := reader.any_digit()):
        amount = Fraction(tail), True  # "hai tỷ tư"
    if amount is None:
        return None
    value, lone = amount
    if fraction := _after_comma(reader):
        value, lone = value + fraction, False
    scale = SCALES.get(reader.peek()) or SHORT_SCALES.get(reader.peek())
    if scale:
        reader.at += 1
        scale *= _scale_of_scale(reader, scale)
        return value * scale, Fraction(scale), False
    if above is not None and above >= 1000 and lone and not linked:
        return value * above / _tail_divisor(value), Fraction(1), True
    return value, Fraction(1), True


def _after_comma(reader: _Reader) -> Fraction:
    """Read "phẩy hai", "phẩy không năm", "phẩy 5"; 0 where no fraction follows."""
    start, digits = reader.at, ""
    if reader.take("phẩy"):
        if numeral := reader.numeral():
            digits = str(int(numeral[0]))
        while (digit := reader.any_digit()) is not None:
            digits += str(digit)
    if not digits:
        reader.back_to(start)
    return Fraction(int(digits), 10 ** len(digits)) if digits else Fraction(0)


def _scale_of_scale(reader: _Reader, scale: int) -> int:
    """Read the second of two scales: "34 nghìn tỷ"."""
    following = SCALES.get(reader.peek(), 0)
    if following <= scale:
        return 1
    reader.at += 1
    return following


def _tail_divisor(value: Fraction) -> int:
    """What a tail counts: tenths in "2tr5", hundredths in "1tr25", thousandths in "1tr250"."""
    divisor: int = 10 ** len(str(int(value)))
    return divisor


def _below_thousand(reader: _Reader, *, lone_scale: bool) -> tuple[Fraction, bool] | None:
    """Read 0 to 999 in words, and whether it was one lone digit."""
    if lone_scale and (lone := _lone_scale(reader)) is not None:
        return lone, False
    start = reader.at
    digit = reader.first_digit()
    if digit is not None and reader.take("trăm"):
        return Fraction(digit * 100 + _hundreds_rest(reader)), False
    reader.back_to(start)
    tens = _tens(reader)
    if tens is not None:
        return Fraction(tens), False
    digit = reader.first_digit()
    return None if digit is None else (Fraction(digit), True)


def _lone_scale(reader: _Reader) -> Fraction | None:
    """Read a scale that stands for one of it: "triệu rưỡi", "trăm nghìn", "chục"."""
    word, follower = reader.peek(), reader.peek(1)
    if word in SCALES:
        return Fraction(1)
    if word in {"trăm", "chục"} and follower in SCALES:
        reader.at += 1
        return Fraction(100 if word == "trăm" else 10)
    if reader.take("trăm"):
        return Fraction(100 + _hundreds_rest(reader))
    return Fraction(10 + 5 * reader.take("rưỡi")) if reader.take("chục") else None


def _hundreds_rest(reader: _Reader) -> int:
    """Read what follows "trăm": "linh năm" 5, "hai mươi" 20, "rưỡi" 50, "hai" 20."""
    if reader.take("rưỡi"):
        return 50
    start = reader.at
    if reader.take("linh", "lẻ"):
        units = reader.any_digit()
        if units is None:
            reader.back_to(start)
        return units or 0
    tens = _tens(reader)
    if tens is not None:
        return tens
    return (reader.last_digit() or 0) * 10


def _tens(reader: _Reader) -> int | None:
    """Read 10 to 99: "mười lăm", "hai mươi mốt", "hai chục", "hăm ba", "hai lăm"."""
    start = reader.at
    if reader.take("mười"):
        return 10 + (reader.last_digit() or 0)
    if reader.take("hăm"):
        return 20 + (reader.last_digit() or 0)
    digit = reader.first_digit() or 0
    if digit and reader.take("chục"):
        return digit * 10 + 5 * reader.take("rưỡi")
    if digit > 1 and (reader.take("mươi") or _side_by_side(reader, digit)):
        return digit * 10 + (reader.last_digit() or 0)
    reader.back_to(start)
    return None


def _side_by_side(reader: _Reader, tens: int) -> bool:
    """Whether the next digit makes one number with one before: "hai tư", "hai tám nghìn".

    Before a scale only: "hai ba" is two or three, and so is "hai ba nghìn".
    """
    word = reader.peek()
    if word in _LATER_DIGITS or reader.peek(1) not in SCALES:
        return word in _LATER_DIGITS
    return word not in {"năm", "không", "một"} and DIGITS.get(word, tens + 1) != tens + 1
