"""What the gazetteer gives: places of today, the old units that became them, and what it found."""

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from kiemtin.refusal import Refusal, Say

PlaceKind = Literal["province", "commune"]
Level = Literal["province", "district", "commune"]


class UnknownPlace(Refusal):
    """No province or commune of today has this code; `params` carries the code as given."""

    sentences: ClassVar = {
        "unknown_place": Say(
            "Không có tỉnh hay xã nào mang mã “{place}”: mã tỉnh có 2 chữ số, mã xã có 5 chữ số. "
            "Hãy tìm theo tên để lấy mã.",
            "No province or commune has the code “{place}”: a province's code has 2 digits, "
            "a commune's 5. Search by name to get the code.",
        )
    }


@dataclass(frozen=True, slots=True)
class Place:
    """A province or commune of today.

    `code` has 2 digits for a province and 5 for a commune; `name` is bare ("Bát Xát"),
    `full_name` as in the decree ("Xã Bát Xát"); `parent` is the province's code, None for a
    province itself.
    """

    code: str
    name: str
    full_name: str
    kind: PlaceKind
    parent: str | None


class Unit(NamedTuple):
    """One administrative unit under one of its names, of today or of before July 2025.

    `word` is what it is called ("xã", "huyện", …); `codes` are the places of today that it is or
    went into, the default first; `district` and `province` say where it lay, "" where it has none.
    """

    name: str
    word: str
    level: Level
    codes: tuple[str, ...]
    district: str = ""
    province: str = ""
    current: bool = False

    @property
    def label(self) -> str:
        """The name with its kind, as in running text: "huyện Bát Xát"."""
        return f"{self.word} {self.name}"

    @property
    def called(self) -> str:
        """The name that people say; a numbered unit needs its kind: "phường 5"."""
        return self.label if self.name.isdecimal() else self.name


@dataclass(frozen=True, slots=True)
class Found:
    """One place that a search found, under the name that matched.

    `note` says in Vietnamese why an old name leads here ("" for a name of today), `note_en` in
    English; `score` lies in 0..1 and orders the results; `unit` is what matched.
    """

    place: Place
    matched_name: str
    note: str
    score: float
    note_en: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in running text: `text` is exactly the part from `start` to `end`.

    `codes` are all places of today that it may mean; one that lies inside another is left out.
    """

    start: int
    end: int
    text: str
    codes: frozenset[str]
