"""Finds the name after a label that announces one: "CTK:", "họ tên", "em tên lan anh"."""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.fold import fold
from kiemtin.text.redact import person_words as table
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span
from kiemtin.text.syllable import is_bare_syllable
from kiemtin.text.words import words

# Read in the text itself, with or without marks: "tên lạ" is not "tên là".
_LABEL: Final = re.compile(
    r"(?<![^\W_])(?:(?P<surely>(?:tôi|toi|em|mình|minh|cháu|chau) t[êe]n(?: l[àa])?|"
    r"t[êe]n (?:tôi|toi|em|cháu|chau) l[àa]|h[ọo] (?:v[àa] )?t[êe]n|t[êe]n th[ậa]t)|"
    r"ctk|ch[ủu] t(?:k|[àa]i kho[ảa]n)|ch[ủu] th[ẻe]|t[êe]n (?:tk|t[àa]i kho[ảa]n|ch[ủu] th[ẻe])|"
    r"(?:t[êe]n )?ng[ưu][ờo]i (?:nh[ậa]n|th[ụu] h[ưu][ởo]ng)|t[êe]n l[àa])"
    r"(?P<sign> ?[:=-]{1,2} ?| l[àa] | )(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_FAMILIES: Final = frozenset(
    map(fold, table.CLEAR_SURNAMES | table.SURNAMES | table.COMMON_SURNAMES)
)
_SOFT: Final = frozenset(map(fold, table.SOFT_NAMES))
_NO_NAME: Final = words(
    """gi nao that la va cua cho ai day do nay kia co khong bi da dang se o tai vao voi ngan hang
    stk tk so tien nhe nha a ah oi nhung vi nen thi ma duoc phai ung ho ho tro chuyen khoan viec
    hang nguoi tu thien cuu toi"""
)
_SIGNS: Final = ("ten ", "ten:", "chu t", "tk", "nguoi nhan", "thu huong")
_WITH_FAMILY, _WITHOUT = 4, 2  # syllables at most


def find_labelled(page: Page) -> Iterator[Span]:
    """Find names after a label, in any letter case, with or without marks."""
    if not any(sign in page.plain for sign in _SIGNS):
        return
    for found in _LABEL.finditer(page.shown):
        size = _size(found, fold(found["name"]).split(" "))
        if size:
            syllables = found["name"].split(" ")[:size]
            start = found.start("name")
            yield Span("person_name", start, start + len(" ".join(syllables)))


def _size(found: re.Match[str], names: list[str]) -> int:
    """Syllables of the name: with a family's name up to four, else what surely belongs to it."""
    capital = found["name"][0].isupper()
    told = found["sign"] != " " or (found["surely"] and names[0] in _SOFT)
    if not (told or capital):
        return 0
    size = _reading(names[: _WITH_FAMILY if names[0] in _FAMILIES else _WITHOUT])
    return size if size > 1 or capital or names[0] in _SOFT else 0


def _reading(names: list[str]) -> int:
    """How many of the words can be syllables of a name."""
    for index, name in enumerate(names):
        middle = index == 1 and name in {"van", "thi"}
        if not middle and (name in _NO_NAME or not (len(name) == 1 or is_bare_syllable(name))):
            return index
    return len(names)
