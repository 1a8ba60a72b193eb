"""Finds names of places in running text: every candidate first, then what the words around say."""

from collections.abc import Iterable, Iterator, Mapping

from kiemtin.text.places.called import Called
from kiemtin.text.places.evidence import NO, Evidence, Hit
from kiemtin.text.places.meaning import Reading, settle
from kiemtin.text.places.scan import Scan, Word
from kiemtin.text.places.types import Mention, Place, Unit
from kiemtin.text.syllable import is_syllable

_JOINERS = frozenset({"", "-", "–", "'", "’"})
_NUMBERED = {"quận": ("q",), "phường": ("p",)}


class Finder:
    """Knows every name by its key, and reads a text from left to right, longest name first."""

    def __init__(self, places: Mapping[str, Place], called: Iterable[Called]) -> None:
        self._places = places
        self._names = _by_key(called)
        self._begun = {
            key[:at] for key in self._names for at, letter in enumerate(key) if letter == " "
        }
        self._starts = self._begun | self._names.keys()

    def find(self, text: str) -> list[Mention]:
        """Give the places named in a text, in order, not overlapping."""
        return self.find_in(Scan(text))

    def find_in(self, scan: Scan) -> list[Mention]:
        """Do the same for a text already laid open."""
        readings = list(self._readings(scan, self._evidence(scan)))
        return [_mention(scan, reading, codes) for reading, codes in settle(readings, self._places)]

    def _evidence(self, scan: Scan) -> Evidence:
        return Evidence(scan, lambda at: any(hit.last - at > 1 for hit in self._hits(scan, at)))

    def _readings(self, scan: Scan, evidence: Evidence) -> Iterator[Reading]:
        at = 0
        while at < len(scan.words):
            reading = self._kind_and_name(scan, evidence, at) or self._name(scan, evidence, at)
            if reading and reading.strength > NO:
                yield reading
            at = reading.last if reading else at + 1

    def _kind_and_name(self, scan: Scan, evidence: Evidence, at: int) -> Reading | None:
        """Read "xã Y Tý": a kind and a name."""
        for size in (2, 1):
            kind = evidence.kind(at, size)
            for hit in self._hits(scan, at + size) if kind else ():
                units, strength = evidence.with_kind(kind, at, hit)
                if units:
                    return Reading(at, hit.last, units, strength)
        return None

    def _name(self, scan: Scan, evidence: Evidence, at: int) -> Reading | None:
        """Read a name alone; one that is barred is not looked into for shorter ones."""
        for hit in self._hits(scan, at):
            units, strength = evidence.alone(hit)
            if strength != NO:
                return Reading(at, hit.last, units, strength)
        return None

    def _hits(self, scan: Scan, first: int) -> Iterator[Hit]:
        """Give the names that start at a word, longest first."""
        if first >= len(scan.words) or scan.words[first].key not in self._starts:
            return iter(())
        found = []
        key = ""
        for last in range(first, len(scan.words)):
            word = scan.words[last]
            if last > first and not _joined(scan.text, scan.words[last - 1], word):
                break
            key = f"{key} {word.key}" if key else word.key
            if units := self._names.get(key):
                found.append(Hit(first, last + 1, key, units))
            if key not in self._begun:
                break
        return reversed(found)


def _joined(text: str, left: Word, right: Word) -> bool:
    """Whether only a space or a hyphen parts two words of a name."""
    gap = text[left.end : right.start]
    return len(gap) <= 3 and gap.strip(" ") in _JOINERS


def _by_key(called: Iterable[Called]) -> dict[str, tuple[Unit, ...]]:
    """Give all units by the key of each name that they go by in running text."""
    found: dict[str, list[Unit]] = {}
    for one in called:
        for form in _forms(one.key, one.unit):
            found.setdefault(form, []).append(one.unit)
    return {key: tuple(named) for key, named in found.items()}


def _forms(key: str, unit: Unit) -> Iterator[str]:
    """Give the key, "q1" for a numbered unit, and "sapa" where that is no common syllable."""
    yield key
    if unit.name.isdecimal():
        for letter in _NUMBERED.get(unit.word, ()):
            yield f"{letter}{unit.name}"
            yield f"{letter} {unit.name}"
    elif unit.level != "commune" and " " in key:
        together = key.replace(" ", "")
        if not is_syllable(together):
            yield together


def _mention(scan: Scan, reading: Reading, codes: frozenset[str]) -> Mention:
    start, end = scan.words[reading.first].start, scan.words[reading.last - 1].end
    start, end = scan.span(start, end)
    return Mention(start, end, scan.given[start:end], codes)
