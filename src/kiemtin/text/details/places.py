"""Reads the places of a message, hamlets that are finer than any code, and ways between places."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kiemtin.text.details.message import Message
from kiemtin.text.details.types import Detail, PlaceValue, RouteValue
from kiemtin.text.fold import fold
from kiemtin.text.places import Mention, gazetteer

# A hamlet has a number or a name in capitals: "thôn 3", "bản Nậm Kha", "tổ 5".
_UPPER = "A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ"
_HAMLET = re.compile(
    r"(?<![^\W_])((?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Ll]àng|[Bb]uôn|[Tt]ổ dân phố|[Tt]ổ|[Kk]hu phố"
    r"|[Kk]hóm|[Đđ]èo|[Hh]ồ|[Ss]ông|[Ss]uối|[Cc]ầu|[Pp]hà|[Bb]ến|[Tt]hủy điện|[Cc]ao tốc)"
    rf" (?:\d{{1,3}}(?![\d.,/])|[{_UPPER}][^\W\d_]*(?: (?:[{_UPPER}][^\W\d_]*|\d{{1,2}}(?!\w)))*))"
)
_WAY: Final = re.compile(
    r"\s*(?:di|len|ve|ra|vao|den|toi|xuong|sang|qua|->|→|=>|di ve|nguoc len|ve den|vo)\s*"
    r"(?:(?:thu do|tp|thanh pho|tinh)\s*)?"
)
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_SIDE: Final = re.compile(r"(?:chieu|huong|tu|luot|lan)\s*$")
_MOTION_TO: Final = re.compile(r"(?:ve|len|ra|vao|di|den|toi|xuong)\s+$")
_FAR: Final = 28  # letters between an origin and a destination


def places(message: Message) -> Iterator[Detail]:
    """Give the places and mark their spans as spoken for; hamlets and features without codes."""
    scan = message.scan
    for mention in gazetteer().mentions_in(scan):
        yield _place(message, mention)
    for hit in _HAMLET.finditer(scan.text):
        if message.free(hit.start(), hit.end()):
            message.take(hit.start(), hit.end())
            value = PlaceValue(frozenset(), fold(hit[0]))
            yield message.detail("place", value, hit.start(), hit.end())


def _place(message: Message, mention: Mention) -> Detail:
    for start, end in _in_scan(message, mention):
        message.take(start, end)
    value = PlaceValue(mention.codes, fold(mention.text))
    return Detail("place", value, mention.start, mention.end, mention.text)


def _in_scan(message: Message, mention: Mention) -> Iterator[tuple[int, int]]:
    """The span in the scanned text, which differs where the given text was decomposed."""
    if message.scan.text is message.scan.given:
        yield mention.start, mention.end


def routes(message: Message, found: list[Detail]) -> Iterator[Detail]:
    """Give the ways from one place to the next: "chiều Hà Nội đi Lào Cai", "từ Lào Cai về Hà Nội".

    `found` are the places of the message in order. A dash alone makes a way only after "chiều".
    """
    coded = [one for one in found if isinstance(one.value, PlaceValue) and one.value.codes]
    for one, other in pairwise(coded):
        if _leads(message, one, other):
            text = message.scan.given[one.start : other.end]
            value = RouteValue(_codes(one), _codes(other))
            yield Detail("direction", value, one.start, other.end, text)


def _codes(detail: Detail) -> frozenset[str]:
    return detail.value.codes if isinstance(detail.value, PlaceValue) else frozenset()


def _leads(message: Message, one: Detail, other: Detail) -> bool:
    flat = message.scan.flat
    between = flat[one.end : other.start]
    sided = _SIDE.search(flat[max(0, one.start - 8) : one.start]) is not None
    if _WAY.fullmatch(between):
        return True
    if _DASH.fullmatch(between):
        return sided
    from_ = flat[max(0, one.start - 5) : one.start].strip().endswith("tu")
    close = len(between) <= _FAR and not re.search(r"[.;!?\n]", between)
    return from_ and close and _MOTION_TO.search(between) is not None
