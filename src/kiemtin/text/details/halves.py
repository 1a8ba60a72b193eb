"""Reads halves with a bound as shares of a hundred: "hơn nửa", "chưa đến một nửa", "quá nửa".

A half alone is left to the quantifiers, one of a measure ("hơn nửa tiếng") to the numbers.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.amounts import amount_at, word_at
from kiemtin.text.details.bounds import bound_of
from kiemtin.text.details.message import Message
from kiemtin.text.details.number_words import DIGITS, SCALES
from kiemtin.text.details.types import Detail, NumberValue
from kiemtin.text.details.units import unit_after
from kiemtin.text.fold import fold
from kiemtin.text.places.names import tone_key

_HALF = re.compile(r"(?<![^\W_])(mot |phan )?nua(?![^\W_])")
_PARTS = re.compile(r" phan (?=[a-z])")
_PHAN: Final = tone_key("phần")
_NUA: Final = tone_key("nửa")
_FIFTY: Final = 50
_MEASURES: Final = frozenset(
    {"m", "kg", "ha", "giờ", "giây", "ngày", "đêm", "buổi", "tháng", "năm", "lít", "mét khối"}
)
_SCALES: Final = frozenset(map(fold, SCALES))


def halves(message: Message) -> Iterator[Detail]:
    """Give shares in words, and the halves that a word before makes more or less; take them."""
    yield from _shares(message)
    for hit in _HALF.finditer(message.scan.flat):
        first = message.index_at.get(hit.start())
        if first is None or not message.free(hit.start(), hit.end()):
            continue
        last = first + 1 + bool(hit[1])
        nua = message.tokens[last - 1]
        sure = nua.tone == _NUA if not message.bare else bool(hit[1])  # "hơn nữa"
        bound = bound_of(message, first, len(message.tokens)) if sure else "exact"
        if bound == "exact" or _measured(message, hit.end(), last):
            continue
        message.take(hit.start(), hit.end())
        value = NumberValue(_FIFTY, _FIFTY, "%", bound)
        yield message.detail("number", value, hit.start(), hit.end())


def _shares(message: Message) -> Iterator[Detail]:
    """Read "hai phần ba", "một phần tư"; "ba phần trăm" is none."""
    for hit in _PARTS.finditer(message.scan.flat):
        middle = message.index_at.get(hit.start() + 1)
        if middle is None or not 0 < middle < len(message.tokens) - 1:
            continue
        marked = message.tokens[middle].tone == _PHAN or message.bare
        share, whole = (DIGITS.get(word_at(message, middle + at) or "", 0) for at in (-1, 1))
        start, end = message.tokens[middle - 1].start, message.tokens[middle + 1].end
        if marked and 0 < share < whole and message.free(start, end):
            message.take(start, end)
            part, bound = (
                round(share / whole, 6),
                bound_of(message, middle - 1, len(message.tokens)),
            )
            value = NumberValue(part, part, "phần", bound)
            yield message.detail("number", value, start, end)


def _measured(message: Message, end: int, last: int) -> bool:
    if message.flat_at(last) in _SCALES or amount_at(message, last):
        return True
    unit = unit_after(message, end, last)
    return unit is not None and unit[0].name in _MEASURES
