"""Reads numbers that say which one, not how many: "cấp 2", "lớp tám", "km 246", "QL32".

Equal labels are equal values, in figures, in words or spoken digit by digit ("km hai sáu tư").
A figure that is one with letters ("SP8", "4G", "QL4D") or follows an acronym ("HPV 9") is a name
and no number.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.amounts import amount_at, numeral, word_at
from kiemtin.text.details.bounds import bound_of
from kiemtin.text.details.message import Message
from kiemtin.text.details.money import currency_after
from kiemtin.text.details.number_words import DIGITS
from kiemtin.text.details.phrases import Found
from kiemtin.text.details.types import Detail, NumberValue
from kiemtin.text.details.units import LABELS, unit_after
from kiemtin.text.words import phrases, words

_GLUED = re.compile(r"(?<![^\W_])(km|ql|tl|cap|lop)(\d{1,4})(?![\w.,]?\w)")
_GLUED_NAMES: Final = {
    "km": "km số", "ql": "quốc lộ", "tl": "tỉnh lộ", "cap": "cấp", "lop": "khối lớp",
}  # fmt: skip
_METRES = re.compile(r" ?\+ ?\d{1,4}(?![\w/])")  # "km 246+300"
_GAPS: Final = frozenset({" ", "", ". ", "."})
_MORE: Final = frozenset({"/", ",", ", ", " và ", " va ", " với ", " hay ", " hoặc "})
_THROUGH: Final = frozenset({"-", "–", " - ", " – ", " đến ", " den ", " tới ", " toi "})
# After these a number is a label, whatever follows.
_SURE: Final = phrases("quốc lộ, ql, tỉnh lộ, tl, đường tỉnh, km số, cây số, bão số, áp thấp số")
_SPOKEN: Final = _SURE | phrases("km, đường, số")
# After these one number word alone is a label too.
_IN_WORDS: Final = _SURE | phrases("cấp, lớp, khối, tầng, báo động")
_LISTED: Final = phrases("cấp, lớp, khối")
_WAY_MARKS: Final = phrases("km, km số, cây số")
_NO_LABEL_BEFORE: Final = words("tong con da thieu mot nhung cac doanh diem ti ty he")
_DOUBTFUL: Final = words("nam sau bay tam lam tu khong")
_THAT_YEAR: Final = words("nay ngoai truoc sau toi kia hoc")
_FAMILY: Final = words("me con chau ba")
_DISEASES: Final = words("covid ncov sars")
_NETWORK: Final = words("mang song data sim tram phu wifi lte")
_MONEYS: Final = words("USD VND VNĐ EUR")
_BELOW: Final = 10_000


def labels(message: Message) -> Iterator[Detail]:
    """Give the labels, and mark them and the names with figures as spoken for."""
    for hit in _GLUED.finditer(message.scan.flat):
        if message.free(hit.start(), hit.end()):
            yield _give(message, _GLUED_NAMES[hit[1]], (int(hit[2]),) * 2, hit.span())
    for found in LABELS.find(message):
        if message.gap(found.last - 1) in _GAPS and message.free(found.start, found.end):
            yield from _read(message, found)
    _take_names(message)


def _give(message: Message, name: str, value: tuple[float, float], span: tuple[int, int]) -> Detail:
    start, end = span
    metres = _METRES.match(message.scan.flat, end) if name == "km số" else None
    message.take(start, metres.end() if metres else end)
    last = _token_after(message, end)
    value_ = NumberValue(*value, name, bound_of(message, 0, last))
    return message.detail("number", value_, start, end)


def _token_after(message: Message, end: int) -> int:
    tokens = message.tokens
    return next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))


def _read(message: Message, found: Found[str]) -> Iterator[Detail]:
    """Read the number after a label's word, and those listed after it: "cấp 1/2/3"."""
    if found.phrase in _WAY_MARKS and found.first and _is_counted(message, found.first):
        return
    if found.phrase == "số" and message.flat_at(found.first - 1) in _NO_LABEL_BEFORE:
        return
    number = _number(message, found.last, found.phrase)
    if number is None:
        return
    values, last = number
    high, last = _through(message, last, values[-1])
    end = message.tokens[last - 1].end
    if not message.free(message.tokens[found.last].start, end) or _is_name(message, last):
        return
    if found.phrase not in _SURE and _counts(message, last, road=found.phrase in _SPOKEN):
        return
    span = (found.start, end)
    for value in values[:-1]:
        yield _give(message, found.meaning, (value, value), span)
    yield _give(message, found.meaning, (values[-1], high), span)
    yield from _listed(message, found, last)


def _is_counted(message: Message, first: int) -> bool:
    """Whether a number stands before: "5 km 30 phút"."""
    return message.tokens[first - 1].is_number or word_at(message, first - 1) is not None


def _number(message: Message, index: int, phrase: str) -> tuple[list[int], int] | None:
    """The numbers at a token and the token after: "8", "2,3" are two, "hai sáu tư" is 264."""
    if index >= len(message.tokens):
        return None
    token = message.tokens[index]
    if token.is_number:
        return _figures(message, index, phrase)
    amount = amount_at(message, index)
    if amount is None or amount.scaled or amount.value.denominator != 1:
        return None
    spoken = _spoken(message, index) if phrase in _SPOKEN else None
    if spoken and spoken[1] > amount.last:
        return [spoken[0]], spoken[1]
    if amount.lone and (phrase not in _IN_WORDS or _is_doubtful(message, index)):
        return None
    return [int(amount.value)], amount.last


def _figures(message: Message, index: int, phrase: str) -> tuple[list[int], int] | None:
    """The numbers in a numeral; "2,3" are two, for no label has a fraction."""
    if amount_at(message, index) is None and message.gap(index - 1) != "":
        return None
    written = message.flat_at(index)
    if "," in written and (phrase not in _LISTED or "." in written):
        return None
    values = [numeral(part) for part in written.split(",")]
    whole = all(value.denominator == 1 and value < _BELOW for value in values)
    return ([int(value) for value in values], index + 1) if whole else None


def _spoken(message: Message, index: int) -> tuple[int, int] | None:
    """Digits said one after another."""
    digits = ""
    while (word := word_at(message, index)) in DIGITS:
        digits += str(DIGITS[word])
        index += 1
        if index >= len(message.tokens) or message.gap(index - 1) != " ":
            break
    return (int(digits), index) if 2 <= len(digits) <= 4 else None


def _is_doubtful(message: Message, index: int) -> bool:
    """Whether one word alone is no number: "lớp năm ngoái", typed bare "cap nam"."""
    flat, after = message.flat_at(index), message.flat_at(index + 1)
    if flat == "ba" and after in _FAMILY:
        return True
    if flat == "nam" and (after in _THAT_YEAR or after.isdecimal()):
        return True
    return message.bare and flat in _DOUBTFUL


def _through(message: Message, last: int, low: int) -> tuple[int, int]:
    """The upper end of a range: "lớp 1-5", "cấp 8 đến 9"."""
    at, gap = last, message.gap(last - 1)
    if gap == " " and last + 1 < len(message.tokens):
        gap, at = f" {message.low_at(last)} ", last + 1
    if gap in _THROUGH and at < len(message.tokens) and message.flat_at(at).isdecimal():
        high = int(message.flat_at(at)[:5])
        end = message.tokens[at].end
        if low < high < _BELOW and message.scan.text[end : end + 1] not in {"/", "-"}:
            return high, at + 1
    return low, last


def _is_name(message: Message, last: int) -> bool:
    """Whether letters are written right after the figure: "quốc lộ 4D"."""
    return (
        last < len(message.tokens)
        and message.gap(last - 1) == ""
        and not message.tokens[last].is_number
    )


def _counts(message: Message, last: int, *, road: bool = False) -> bool:
    """Whether the number counts something after all: "tổ 5 người", "mức 2 triệu"."""
    end = message.tokens[last - 1].end
    unit = unit_after(message, end, last)
    if unit and unit[0].name == "năm" and message.flat_at(unit[2]).isdecimal():
        return False  # "lớp 10 năm 2026"
    if unit and road and unit[0].name in {"đoạn", "chỗ"}:
        return False
    return bool(unit or currency_after(message, end)) or _is_scaled(message, last)


def _is_scaled(message: Message, last: int) -> bool:
    amount = amount_at(message, last - 1)
    return amount is not None and amount.scaled


def _listed(message: Message, found: Found[str], last: int) -> Iterator[Detail]:
    while last < len(message.tokens):
        at, gap = last, message.gap(last - 1)
        if gap == " " and last + 1 < len(message.tokens):
            gap, at = f" {message.low_at(last)} ", last + 1
        token = message.tokens[at]
        short = token.flat.isdecimal() and len(token.flat) < 3
        single = short and message.free(token.start, token.end)
        if gap == "/" and found.phrase == "lớp" and single:  # "lớp 3/1" is one class
            message.take(token.start, token.end)
            return
        if gap not in _MORE or not single or _counts(message, at + 1) or _is_name(message, at + 1):
            return
        yield _give(message, found.meaning, (int(token.flat),) * 2, (token.start, token.end))
        last = at + 1


def _take_names(message: Message) -> None:
    """Mark figures that are parts of names: "HPV 9", "4G", "nhà 12A"."""
    tells = message.scan.capitals_tell
    for index, token in enumerate(message.tokens):
        if not token.is_number or not message.free(token.start, token.end):
            continue
        if (
            _is_lettered(message, index)
            or _is_hyphened(message, index)
            or (tells and _is_acronym(message, index))
        ):
            message.take(token.start, token.end)


def _is_lettered(message: Message, index: int) -> bool:
    if index + 1 >= len(message.tokens) or message.gap(index) != "":
        return False
    after = message.tokens[index + 1]
    if after.flat == "g" and message.flat_at(index) in {"2", "3", "4", "5", "6"}:
        upper = message.scan.text[after.start].isupper()
        return upper or message.flat_at(index - 1) in _NETWORK
    return after.flat in {"a", "b", "c", "e", "f"} or (
        after.flat == "d" and message.scan.text[after.start] == "D"
    )


def _is_hyphened(message: Message, index: int) -> bool:
    """Whether a hyphen or the name of a disease ties the figure to the word before: "covid-19"."""
    if index == 0 or message.tokens[index - 1].is_number:
        return False
    gap = message.gap(index - 1)
    tied = gap == "-" or (gap == " " and message.flat_at(index - 1) in _DISEASES)
    return tied and not _counts(message, index + 1)


def _is_acronym(message: Message, index: int) -> bool:
    """Whether an acronym right before makes the number its part."""
    if index == 0 or message.gap(index - 1) not in {" ", "-"} or len(message.flat_at(index)) > 3:
        return False
    before = message.tokens[index - 1]
    written = message.scan.text[before.start : before.end]
    if len(written) < 2 or not written.isupper() or written in _MONEYS:
        return False
    if not written.isascii() or not message.flat_at(index).isdecimal():
        return False
    return not _counts(message, index + 1)
