"""The place that a row or a person names, as the code of a place of today; never a guess."""

from functools import lru_cache
from itertools import product
from typing import ClassVar

from kiemtin.refusal import Refusal, Say
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import syllables
from kiemtin.text.places.gazetteer import gazetteer
from kiemtin.text.places.types import Found, Unit, UnknownPlace

_LOOK_AT = 60
_SHOWN = 4
_SHOWN_CHARS = 40


class PlaceRefused(Refusal):
    """What is written names no place, or several; `code` is unknown_place or ambiguous_place."""

    sentences: ClassVar = {
        "unknown_place": Say(
            "Không tìm thấy nơi “{got}”. Hãy ghi tên xã và tỉnh, ví dụ “xã Bát Xát, Lào Cai”, hoặc "
            "mã xã 5 số.",
            "The place “{got}” was not found. Give commune and province, such as “xã Bát Xát, "
            "Lào Cai”, or the commune's 5-digit code.",
        ),
        "ambiguous_place": Say(
            "“{got}” có thể là {options}. Hãy ghi thêm tên tỉnh, hoặc mã xã 5 số.",
            "“{got}” may be {options}. Add the province, or give the 5-digit code.",
        ),
    }


def read_place(written: str) -> str | None:
    """Return a code of `kiemtin.text.places`, None for a blank.

    Names of before July 2025 lead to the place of today: an old commune to the one it went into,
    an old district, which may be several communes now, to its province. Raises PlaceRefused
    (unknown_place, ambiguous_place).
    """
    if not written:
        return None
    if written.isascii() and written.isdecimal():
        return _by_code(written)
    codes = _codes(written)
    if not codes:
        raise PlaceRefused("unknown_place", {"got": written[:_SHOWN_CHARS]})
    if len(codes) > 1:
        options = " / ".join(gazetteer().label(code) for code in codes[:_SHOWN])
        got = {"got": written[:_SHOWN_CHARS], "options": options}
        raise PlaceRefused("ambiguous_place", got)
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
        raise PlaceRefused("unknown_place", {"got": digits[:_SHOWN_CHARS]}) from None


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
