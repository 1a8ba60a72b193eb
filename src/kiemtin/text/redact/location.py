"""Finds what places something more finely than the commune: coordinates and house numbers."""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span

# Viet Nam with its sea lies within 6–24° N and 102–118° E.
_NORTH: Final = r"(?:[6-9]|1\d|2[0-4])"
_EAST: Final = r"1(?:0[2-9]|1[0-8])"
_BETWEEN: Final = (
    r"(?: ?[,;/|&-] ?| do vi bac| do| n|°| )[ ,;°nb]{0,5}(?:lng|lon|long|kinh do|va)?[ :=]{0,3}"
)
_DECIMAL: Final = re.compile(
    rf"(?<![\d.,]){_NORTH}[.,]\d{{3,12}}{_BETWEEN}{_EAST}[.,]\d{{3,12}}(?!\d)°?(?: ?[eđd]\b)?|"
    rf"(?<![\d.,]){_EAST}\.\d{{4,12}}{_BETWEEN}{_NORTH}\.\d{{4,12}}(?!\d)"
)
_DEGREES: Final = re.compile(
    rf"(?<!\d){_NORTH} ?[°o] ?\d{{1,2}} ?['.,] ?\d{{1,2}}(?:[.,]\d{{1,4}})?[\"'nb ,;]{{1,6}}"
    rf"{_EAST} ?[°o] ?\d{{1,2}} ?['.,] ?\d{{1,2}}(?:[.,]\d{{1,4}})?(?:[\"']{{0,2}} ?[ed]\b)?"
)
_HOUSE: Final = re.compile(
    r"(?<!toa )(?<![^\W_])(?:so nha|nha so)[ :.]{1,2}\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?){0,4}"
    r"(?:,? (?:ngo|ngach|hem|kiet|lo) \d{1,4}[a-z]?(?:/\d{1,4}[a-z]?){0,4}){0,3}(?![\w/])"
)


def find_coordinates(page: Page) -> Iterator[Span]:
    """Find pairs of coordinates with three decimals or with seconds of arc."""
    for found in _DECIMAL.finditer(page.plain):
        if not _two_counts(found[0]):
            yield Span("location", found.start(), found.end())
    for found in _DEGREES.finditer(page.plain):
        yield Span("location", found.start(), found.end())


def _two_counts(pair: str) -> bool:
    """Numbers in thousands that happen to lie in range: "12.500, 105.000 người"."""
    return all(len(part) == 3 for part in re.findall(r"[.,](\d+)", pair)) and "00" in pair


def find_houses(page: Page) -> Iterator[Span]:
    """Find the number of a house with its alley; a road or a village stays."""
    if "nha" in page.plain:
        for found in _HOUSE.finditer(page.plain):
            yield Span("location", found.start(), found.end())
