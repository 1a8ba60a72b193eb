"""The place a row names, as the code of a place of today; never a guess between two."""

from functools import lru_cache
from itertools import product

from kiemtin.channels.refusal import RowRefused
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import syllables
from kiemtin.text.places.gazetteer import gazetteer
from kiemtin.text.places.types import Found, Unit, UnknownPlace

_LOOK_AT = 60
_SHOWN = 4


def read_place(written: str) -> str | None:
    """Return a code of `kiemtin.text.places`, None for a blank.

    Names of before July 2025 lead to the place of today: an old commune to the one it went into,
    an old district, which may be several communes now, to its province. Raises RowRefused
    (unknown_place, ambiguous_place).
    """
    if not written:
        return None
    if written.isascii() and written.isdecimal():
        return _by_code(written)
    codes = _codes(written)
    if not codes:
        raise RowRefused("unknown_place", {"got": written[:40]})
    if len(codes) > 1:
        options = " / ".join(gazetteer().label(code) for code in codes[:_SHOWN])
        raise RowRefused("ambiguous_place", {"got": written[:40], "options": options})
    return codes[0]


@lru_cache(maxsize=4_096)
def _codes(written: str) -> tuple[str, ...]:
    """The different places of today that a name may mean; files name the same ones row by row."""
    return tuple(dict.fromkeys(_code(found) for found in _exact(written)))


def _by_code(digits: str) -> str:
    # Spreadsheets drop the zeros that codes begin with.
    code = digits.zfill(2 if len(digits) <= 2 else 5)
    try:
        return gazetteer().get(code).code
    except UnknownPlace:
        raise RowRefused("unknown_place", {"got": digits[:40]}) from None


def _exact(written: str) -> list[Found]:
    """The finds whose whole name was written; the more exactly written and the wider win."""
    name = written.split(",", maxsplit=1)[0]
    found = gazetteer().search(written, limit=_LOOK_AT)
    for of, form in product((_label, _name), (_marked, syllables)):
        named = [one for one in found if form(of(one.unit)) == form(name)]
        if named:
            provinces = [one for one in named if one.unit.level == "province"]
            return provinces or [one for one in named if one.unit.current] or named
    return []


def _marked(name: str) -> str:
    return canonical(name).lower()


def _label(unit: Unit) -> str:
    return unit.label


def _name(unit: Unit) -> str:
    return unit.name


def _code(found: Found) -> str:
    """An old unit that was divided stands for its first heir, a district for its province."""
    if found.unit.level == "district":
        return gazetteer().get(found.unit.codes[0]).parent or found.unit.codes[0]
    return found.place.code if found.unit.current else found.unit.codes[0]
