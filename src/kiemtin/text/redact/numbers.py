"""Finds telephone, account and identity numbers in every way people write them.

A run is digits with at most three separating signs between them, cut into groups. What has the
shape of a Vietnamese number goes; a shorter run goes when the words before it say what it is;
any other run of nine or more digits goes as well, unless it is grouped like no number of a person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kiemtin.text.redact.context import Lead, lead
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.standing import unit_follows
from kiemtin.text.redact.types import Kind, Span

_RUN: Final = re.compile(r"\d++(?:(?:_|[^\w\n,;:/+=%°$€<>\"\0]){1,3}+\d++)*+")
_GROUP: Final = re.compile(r"\d+")
_LONG: Final = 9  # bare numbers of so many digits name an account or a person
_LONGEST: Final = 19

# Numbering plan (Thông tư 22/2014/TT-BTTTT and amendments): mobile 0 + [35789] + 8 digits, before
# 2018 also 01[2689] + 8; landline 02 + 8 or 9; from abroad 84 or 0084 in place of the 0.
_PHONE: Final = re.compile(r"(?:0|(?:00)?840?)(?:[35789]\d{8}|1[2689]\d{8}|2\d{8,9})")
# One other sign throughout: 0912/345/678, 0912,345,678. Dates are held before.
_ODD_SIGNS: Final = re.compile(r"(?<!\d)0[235789]\d{0,2}([,/:'+])\d{2,4}(?:\1\d{2,4}){1,3}(?!\d)")
_ABROAD: Final = re.compile(r"\d{8,15}")
# Citizen identity number: province 001–096, then sex and century, year, six digits.
_CITIZEN: Final = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}")
_YEARS: Final = re.compile(r"(?:19|20)\d\d")
_PASSPORT: Final = re.compile(r"(?<![^\W_])(?:[A-Z] ?\d{7,8}|[A-Z]{2} ?\d{13})(?![^\W_])")
_PLATE: Final = re.compile(
    r"(?<![^\W_])(?:1[1-9]|[2-9]\d)[a-z]{1,2}\d?[ .-]{0,3}\d{3}[. ]?\d{2}(?!\w)(?! ?(?:dong|nguoi))"
)


@dataclass(frozen=True, slots=True)
class _Group:
    digits: str
    start: int
    end: int


def find_phones(page: Page) -> Iterator[Span]:
    """Find numbers with the full shape of a telephone number, wherever they stand."""
    for run in _runs(page):
        index = 0
        while index < len(run):
            size = _phone_size(page.plain, run[index:])
            if size:
                yield _span(page, "phone", run[index : index + size])
            index += size or 1
    for odd in _ODD_SIGNS.finditer(page.plain):
        if _PHONE.fullmatch(re.sub(r"\D", "", odd[0])):
            yield Span("phone", odd.start(), odd.end())


def _runs(page: Page) -> Iterator[list[_Group]]:
    for found in _RUN.finditer(page.plain):
        groups = _GROUP.finditer(page.plain, found.start(), found.end())
        yield [_Group(group[0], group.start(), group.end()) for group in groups]


def _sentence_runs(page: Page) -> Iterator[list[_Group]]:
    """Runs cut where a sentence ends: "nhiệm kỳ 2025-2030. 100 đảng bộ"."""
    for run in _runs(page):
        start = 0
        for index, (before, after) in enumerate(pairwise(run), 1):
            if ". " in page.plain[before.end : after.start]:
                yield run[start:index]
                start = index
        yield run[start:]


def _phone_size(plain: str, groups: list[_Group]) -> int:
    """How many groups from the first make up one telephone number; 0 for none."""
    plus = plain[: groups[0].start].endswith("+")
    digits, best = "", 0
    for count, group in enumerate(groups, 1):
        digits += group.digits
        if len(digits) > _LONGEST:
            break
        if _PHONE.fullmatch(digits) or (plus and _ABROAD.fullmatch(digits)):
            best = count
    return best


def find_papers(page: Page) -> Iterator[Span]:
    """Find passports, insurance cards and number plates: letters with digits."""
    for found in _PASSPORT.finditer(page.shown):
        yield Span("id_number", found.start(), found.end())
    for found in _PLATE.finditer(page.plain):
        yield Span("id_number", found.start(), found.end())


def find_told(page: Page) -> Iterator[Span]:
    """Find the shorter numbers that the words before them call an account, a paper or a phone."""
    for run in _sentence_runs(page):
        said = lead(page.plain, run[0].start)
        if said is None:
            continue
        size = _told_size(run)
        digits = sum(len(group.digits) for group in run[:size])
        if digits >= said.least and not _other_number(said, run[:size]):
            yield _span(page, said.kind, run[:size])


def _told_size(run: list[_Group]) -> int:
    """Groups that belong to one number: alike in length but for the last."""
    size = 1
    while size < len(run) and len(run[size].digits) <= max(len(run[0].digits), 4):
        size += 1
        if len(run[size - 1].digits) < len(run[size - 2].digits):
            break
    return size


def _other_number(said: Lead, groups: list[_Group]) -> bool:
    """Say whether the number is rather a year or, after loose words, an amount."""
    years = [_YEARS.fullmatch(group.digits) is not None for group in groups]
    digits = "".join(group.digits for group in groups)
    amount = digits[0] != "0" and digits.endswith("000")
    return all(years) or (said.loose and (any(years) or amount))


def find_bare(page: Page) -> Iterator[Span]:
    """Find all other runs of nine or more digits that are grouped like a number of a person."""
    for run in _sentence_runs(page):
        rest: list[_Group] = []
        for group in run:
            if len(group.digits) >= _LONG:
                yield _span(page, _kind(page, group.digits, group.start), [group])
                rest = []
            else:
                rest.append(group)
        digits = "".join(group.digits for group in rest)
        if len(digits) >= _LONG and _regular(rest) and not _counted(page.plain, rest):
            yield _span(page, _kind(page, digits, rest[0].start), rest)


def _regular(groups: list[_Group]) -> bool:
    """Say whether groups look like one number: equal lengths but for the last, no list of years."""
    sizes = [len(group.digits) for group in groups]
    if all(_YEARS.fullmatch(group.digits) for group in groups):
        return False
    if groups[0].digits.startswith("0") and sizes[0] > 2:
        return True
    if len(groups) == 2:
        return min(sizes) >= 5
    alike = len(set(sizes[:-1])) == 1 and abs(sizes[-1] - sizes[0]) <= 2
    return alike and (sizes[0] >= 3 or _single(groups))


def _counted(plain: str, groups: list[_Group]) -> bool:
    """Say whether a unit follows: "15000 16000 tỉ đồng"."""
    return groups[0].digits[0] != "0" and unit_follows(plain, groups[-1].end)


def _single(groups: list[_Group]) -> bool:
    """Digits one by one, and not somebody counting 1 2 3 4."""
    digits = [int(group.digits) for group in groups if len(group.digits) == 1]
    counting = all(after - before == 1 for before, after in pairwise(digits))
    return len(digits) == len(groups) and not counting


def _kind(page: Page, digits: str, start: int) -> Kind:
    said = lead(page.plain, start)
    if said is not None:
        return said.kind
    if _CITIZEN.fullmatch(digits) or (len(digits) == _LONG and digits[0] in "0124"):
        return "id_number"
    return "phone" if len(digits) == _LONG else "bank_account"


def _span(page: Page, kind: Kind, groups: list[_Group]) -> Span:
    """Frame the groups, with a plus or an opening bracket that belongs to them."""
    start, end = groups[0].start, groups[-1].end
    while start and page.plain[start - 1] in "+(" and page.plain[start - 1] != "\n":
        start -= 1
    return Span(kind, start, end)
