"""Weighs whether words that spell a place's name mean the place.

"hòa bình" is peace, "Nguyễn Văn Yên" a man, "thôn Tân Lập" a hamlet, "an" nothing at all. A kind
before the name ("xã …") is enough; capitals are, unless the run of capitals is longer than the
name; words in small letters must be no everyday words, or stand where a place stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiemtin.text.places.around import Around
from kiemtin.text.places.cues import BORROWERS, COMPOUNDS, GIVEN, HAMLETS, LONGER_NAMES, NUMBERS
from kiemtin.text.places.names import ALIASES, KIND_FORMS, spaced_key, tone_key, tone_keys
from kiemtin.text.places.scan import Scan, Word
from kiemtin.text.places.tables import syllables, times
from kiemtin.text.places.types import Unit

BARRED: Final = -1  # the words are part of something else: no shorter name is looked for in them
NO: Final = 0
WEAK: Final = 1  # counts only when another place in the text lies around it
SURE: Final = 2

_OFTEN = 10  # times in the counted prose from which a name is an everyday word
_ALWAYS = 99  # where the count ends: "hòa bình" is peace even after "ở"
_LEVELS: Final = {
    "tỉnh": ("province",), "thành phố": ("province", "district"), "huyện": ("district",),
    "quận": ("district",), "thị xã": ("district",), "thị trấn": ("commune",),
    "phường": ("commune",), "xã": ("commune",), "đặc khu": ("commune",),
}  # fmt: skip
_KIND_STARTS: Final = frozenset(form.partition(" ")[0] for form in KIND_FORMS)
_ONE_LETTER: Final = frozenset("pfhqx")
_EVERYDAY_KINDS: Final = frozenset({"xa", "quan"})  # "far", "mandarin", when typed without marks
_SHORT_ALIASES: Final = frozenset(alias for alias in ALIASES if alias.isupper())
_ALIAS_TONES: Final = frozenset(tone_keys(alias) for alias in ALIASES)


@dataclass(frozen=True, slots=True)
class Hit:
    """A run of words that spells a name: `first`, `last` word (exclusive), the key, the units."""

    first: int
    last: int
    key: str
    units: tuple[Unit, ...]


Verdict = tuple[tuple[Unit, ...], int]
"""The units that a name may mean, and BARRED, NO, WEAK or SURE."""


class Evidence:
    """The weighing for one text."""

    def __init__(self, scan: Scan, name_starts: Callable[[int], bool]) -> None:
        """Take the text, and what says whether a name of several words starts at a word."""
        self._scan = scan
        self._words = scan.words
        self._bare = scan.bare
        self._around = Around(scan)
        self._name_starts = name_starts

    def kind(self, at: int, size: int) -> str:
        """Give the kind of unit that `size` words name here ("tp" → "thành phố"), or ""."""
        if self._words[at].flat not in _KIND_STARTS or at + size >= len(self._words):
            return ""
        words = self._words[at : at + size]
        kind = KIND_FORMS.get(" ".join(word.flat for word in words), "")
        gap = self._scan.text[words[-1].end : self._words[at + size].start]
        one_letter = words[0].flat in _ONE_LETTER
        if not kind or gap not in {" ", ".", ". "} or (one_letter and gap == " "):
            return ""
        spelled = tuple(tone_key(word.raw) for word in words)
        short = len(words[0].flat) <= 2 and words[0].flat != "xa"
        return kind if short or self._bare or spelled == tone_keys(kind) else ""

    def with_kind(self, kind: str, at: int, hit: Hit) -> Verdict:
        """Weigh a name after its kind, which stands at the word `at`."""
        spelled = self._spelled(hit)
        named = tuple(unit for unit in spelled if unit.level in _LEVELS[kind])
        exact = tuple(unit for unit in named if unit.word == kind)
        if self._everyday_after_kind(at, hit):
            return (exact, WEAK) if hit.last - hit.first > 1 else ((), NO)
        # a commune may have been renamed from one kind to another, a district was not
        precise = exact if exact and exact[0].level != "commune" else named
        return precise or spelled, SURE

    def _everyday_after_kind(self, at: int, hit: Hit) -> bool:
        """Whether kind and name are rather two everyday words: "xã cho phép", "di xa binh an"."""
        if self._words[hit.first].capital or hit.key.isdecimal():
            return False
        if hit.last - hit.first == 1:
            return hit.key in syllables() or (
                self._bare and self._words[at].flat in _EVERYDAY_KINDS
            )
        if self._bare and (at == 0 or self._words[at].flat not in _EVERYDAY_KINDS):
            return False  # nothing begins with "far": "xa dinh lap co dich" names a commune
        return self._times(hit) >= _OFTEN

    def alone(self, hit: Hit) -> Verdict:
        """Weigh a name that no kind leads; it means the largest unit that goes by it."""
        spelled = self._spelled(hit)
        if not spelled:
            return (), NO
        if spelled[0].name.isdecimal():
            first = self._words[hit.first]
            return spelled, WEAK if len(first.flat) <= 3 and not first.capital else SURE
        return _foremost(spelled), self._weigh(hit, spelled)

    def _spelled(self, hit: Hit) -> tuple[Unit, ...]:
        """Keep the units whose name has the marks that were written; no marks at all fit any."""
        units, words = hit.units, self._words[hit.first : hit.last]
        tones = tuple(tone_key(word.raw) for word in words)
        if self._around.hyphened(hit.first, hit.last):
            units = tuple(unit for unit in units if "-" in unit.name)
        alias = tones in _ALIAS_TONES
        full = tuple(
            unit
            for unit in units
            if tone_keys(unit.called) == tones or (alias and spaced_key(unit.called) != hit.key)
        )
        return full if full or any(_marked(word) for word in words) else units

    def _weigh(self, hit: Hit, units: tuple[Unit, ...]) -> int:
        before = self._around.before(hit.first)
        province = units[0].level == "province" or _foremost(units)[0].level == "province"
        if before and HAMLETS.has(before, self._bare and not province):
            return BARRED
        words = self._words[hit.first : hit.last]
        whole = " " in units[0].name and len(hit.key) > 3
        if len(words) == 1 and not whole and not self._is_short_name(hit.first, province):
            return NO
        if self._around.is_person(hit.first, kin=not province):
            return BARRED
        if self._scan.capitals_tell and any(word.capital for word in words[len(words) > 1 :]):
            return self._in_capitals(hit, province) if words[0].capital else NO
        return self._in_small_letters(hit, units)

    def _is_short_name(self, at: int, province: bool) -> bool:
        """One syllable is a name only in capitals ("HN", "Huế") or where a place stands."""
        word = self._words[at]
        if word.raw.upper() in _SHORT_ALIASES:
            return len(word.raw) > 2 or (word.raw.isupper() and self._scan.capitals_tell)
        return province and (word.capital or self._around.placed(at))

    def _in_capitals(self, hit: Hit, province: bool) -> int:
        if not all(word.capital for word in self._words[hit.first : hit.last]):
            return BARRED
        before, after = self._around.before(hit.first), self._around.after(hit.last)
        if after and f"{hit.key} {after.key}" in LONGER_NAMES:
            return BARRED
        if province:
            return SURE
        if before and BORROWERS.has(before, self._bare) and self._is_given(hit):
            return BARRED
        longer = self._around.runs_on_right(hit.last) and not self._name_starts(hit.last)
        return BARRED if longer or self._around.runs_on_left(hit.first) else SURE

    def _in_small_letters(self, hit: Hit, units: tuple[Unit, ...]) -> int:
        often = self._times(hit)
        levels = {unit.level for unit in units}
        placed = self._around.placed(hit.first)
        if often >= _OFTEN:
            if "province" in levels and often < _ALWAYS:
                return SURE if placed else NO
            return WEAK if self._bare else NO
        if "province" in levels:
            return SURE
        if "district" not in levels and self._scan.careful:
            return WEAK
        if often and not self._bare:
            return WEAK
        return SURE if placed or (not often and self._is_rare(hit, "district" in levels)) else WEAK

    def _cuts_a_word(self, hit: Hit) -> bool:
        """Whether the name begins or ends in the middle of a word: "thủy [điện hòa] bình"."""
        before, after = self._around.before(hit.first), self._around.after(hit.last)
        first, last = self._words[hit.first], self._words[hit.last - 1]
        return bool(
            (before and f"{before.flat} {first.flat}" in COMPOUNDS)
            or (after and f"{last.flat} {after.flat}" in COMPOUNDS)
        )

    def _times(self, hit: Hit) -> int:
        """How often these words stood in ordinary prose without being a name."""
        words = self._words[hit.first : hit.last]
        if self._cuts_a_word(hit) or NUMBERS.issuperset(word.key for word in words):
            return _ALWAYS
        if self._bare or not any(_marked(word) for word in words):
            return times("bare").get(hit.key, 0)
        return times("marked").get(" ".join(tone_key(word.raw) for word in words), 0)

    def _is_rare(self, hit: Hit, district: bool) -> bool:
        """Whether no person and no phrase goes by this name."""
        words = self._words[hit.first : hit.last]
        if len(words) > 2 or (district and not self._bare):
            return True
        return not self._is_given(hit)

    def _is_given(self, hit: Hit) -> bool:
        """Whether the name is made of syllables that given names are made of."""
        everyday = GIVEN | syllables() if self._bare else GIVEN
        return everyday.issuperset(word.key for word in self._words[hit.first : hit.last])


def _foremost(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Units that a name alone means: provinces before all, districts before old communes."""
    provinces = tuple(unit for unit in units if unit.level == "province")
    if provinces:
        return provinces
    if any(unit.level == "district" for unit in units):
        return tuple(unit for unit in units if unit.level == "district" or unit.current)
    return units


def _marked(word: Word) -> bool:
    return word.flat != word.raw.lower()
