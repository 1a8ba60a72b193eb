"""Runs every detector over a message until none finds anything more."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from kiemtin.text.canonical import canonical
from kiemtin.text.redact import (
    accounts,
    links,
    location,
    numbers,
    persons,
    persons_capitals,
    persons_labelled,
    persons_small,
    spelled,
    standing,
)
from kiemtin.text.redact.kept import Kept
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import MARKERS, Redaction, Removed, Span

Detector = Callable[[Page], Iterable[Span]]

_FIRST: Final[tuple[Detector, ...]] = (
    links.find_emails,
    links.find_profile_links,
    links.find_addresses,
    spelled.find_words_for_digits,
)
_WITH_DIGITS: Final[tuple[Detector, ...]] = (
    location.find_coordinates,
    location.find_houses,
    standing.hold_dates,
    numbers.find_phones,
    spelled.find_letters_for_digits,
    numbers.find_papers,
    standing.hold_amounts,
    numbers.find_told,
    standing.hold_thousands,
    numbers.find_bare,
)
_LAST: Final[tuple[Detector, ...]] = (
    accounts.find_handles,
    accounts.find_named,
    persons_labelled.find_labelled,
    persons.find_persons,
    persons_capitals.find_capitals,
    persons_small.find_small,
)
_DIGIT: Final = re.compile("[0-9]")
_MARKER: Final = re.compile("|".join(map(re.escape, MARKERS.values())))


def redact(text: str, *, keep: Collection[str] = ()) -> Redaction:
    """Replace what names a private person by markers such as "[số điện thoại]".

    Works on any string and returns its canonical form with markers; idempotent. `keep` are values
    that an editor marked as the claim's own subject: they stay, however they are written.
    """
    kept = Kept(keep)
    text, removed = canonical(text), tuple[Removed, ...]()
    while spans := _found(text, kept):
        text, removed = _replace(text, spans, removed)
        form = canonical(text)  # a word that lost its neighbour may now be a syllable by itself
        text = form if len(form) == len(text) else text
    return Redaction(text, removed)


def _found(text: str, kept: Kept) -> list[Removed]:
    """Give, in order, all stretches of `text` itself that must go."""
    page = Page(text)
    page.claim(_markers(text))
    for detector in _FIRST:
        _apply(page, detector, kept)
    if _DIGIT.search(page.plain):
        for detector in _WITH_DIGITS:
            _apply(page, detector, kept)
    for detector in _LAST:
        _apply(page, detector, kept)
    found = [Removed(kind, start, end) for kind, start, end in page.claimed if kind is not None]
    return sorted(found, key=lambda one: one.start)


def _apply(page: Page, detector: Detector, kept: Kept) -> None:
    spans = detector(page)
    page.claim(
        span._replace(kind=None) if page.plain[span.start : span.end] in kept else span
        for span in spans
    )


def _markers(text: str) -> list[Span]:
    """Hold the markers that stand in the text already."""
    return [Span(None, found.start(), found.end()) for found in _MARKER.finditer(text)]


def _replace(
    text: str, spans: list[Removed], removed: tuple[Removed, ...]
) -> tuple[str, tuple[Removed, ...]]:
    """Put markers in place of spans, and move the earlier markers' places along."""
    parts, last, shift = list[str](), 0, 0
    moved = list[Removed]()
    earlier = list(removed)
    for span in spans:
        while earlier and earlier[0].start < span.start:
            moved.append(_shifted(earlier.pop(0), shift))
        marker = MARKERS[span.kind]
        parts += [text[last : span.start], marker]
        start = span.start + shift
        moved.append(Removed(span.kind, start, start + len(marker)))
        last, shift = span.end, shift + len(marker) - (span.end - span.start)
    moved += [_shifted(one, shift) for one in earlier]
    return "".join([*parts, text[last:]]), tuple(moved)


def _shifted(one: Removed, shift: int) -> Removed:
    return Removed(one.kind, one.start + shift, one.end + shift)
