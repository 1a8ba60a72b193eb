"""Reads the places of a message, hamlets that are finer than any code, and ways between places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kiemtin.text.details.message import Message
from kiemtin.text.details.types import Detail, PlaceValue, RouteValue
from kiemtin.text.fold import fold
from kiemtin.text.places import Scan, gazetteer
from kiemtin.text.words import words

# A hamlet has a number or a name in capitals: "thôn 3", "bản Nậm Kha", "tổ 5".
_UPPER = "A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ"
_HAMLET = re.compile(
    r"(?<![^\W_])((?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Ll]àng|[Bb]uôn|[Tt]ổ dân phố|[Tt]ổ|[Kk]hu phố"
    r"|[Kk]hóm|[Đđ]èo|[Hh]ồ|[Ss]ông|[Ss]uối|[Cc]ầu|[Pp]hà|[Bb]ến|[Tt]hủy điện|[Cc]ao tốc)"
    rf" (?:\d{{1,3}}(?![\d.,/])|[{_UPPER}][^\W\d_]*(?: (?:[{_UPPER}][^\W\d_]*|\d{{1,2}}(?!\w)))*))"
)
_COMPOUNDS: Final = words("phien van co nhat kich an")  # "phiên bản", "văn bản"
_WAY: Final = re.compile(
    r"\s*(?:di|len|ve|ra|vao|den|toi|xuong|sang|qua|->|→|=>|di ve|nguoc len|ve den|vo)\s*"
    r"(?:(?:thu do|tp|thanh pho|tinh)\s*)?"
)
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_SIDE: Final = re.compile(r"(?:chieu|huong|tu|luot|lan)\s*$")
_MOTION_TO: Final = re.compile(r"(?:ve|len|ra|vao|di|den|toi|xuong)\s+$")
_FAR: Final = 28  # letters between an origin and a destination


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place and its span in the scanned text."""

    start: int
    end: int
    value: PlaceValue


def spots(message: Message) -> list[Spot]:
    """Find the named places in order and mark their spans as spoken for.

    Hamlets and features that lie in no name of a place have no codes.
    """
    scan = message.scan
    composed = scan if scan.text is scan.given else Scan(scan.text)
    found = [
        Spot(one.start, one.end, PlaceValue(one.codes, fold(one.text)))
        for one in gazetteer().mentions_in(composed)
    ]
    for spot in found:
        message.take(spot.start, spot.end)
    for hit in _HAMLET.finditer(scan.text):
        before = scan.flat[: hit.start()].rstrip(" ").rpartition(" ")[2]
        if message.free(hit.start(), hit.end()) and before not in _COMPOUNDS:
            message.take(hit.start(), hit.end())
            found.append(Spot(hit.start(), hit.end(), PlaceValue(frozenset(), fold(hit[0]))))
    return sorted(found, key=lambda spot: spot.start)


def places(message: Message, found: list[Spot]) -> Iterator[Detail]:
    """Give the named places as details."""
    for spot in found:
        yield message.detail("place", spot.value, spot.start, spot.end)


def routes(message: Message, found: list[Spot]) -> Iterator[Detail]:
    """Give the ways from one place to the next: "chiều Hà Nội đi Lào Cai", "từ Lào Cai về Hà Nội".

    A dash alone makes a way only after "chiều".
    """
    coded = [spot for spot in found if spot.value.codes]
    for one, other in pairwise(coded):
        if _leads(message, one, other):
            value = RouteValue(one.value.codes, other.value.codes)
            yield message.detail("direction", value, one.start, other.end)


def _leads(message: Message, one: Spot, other: Spot) -> bool:
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
