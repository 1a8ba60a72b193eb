"""Reads the packaged table: places of today and every unit, old and new, under its name."""

import gzip
from collections.abc import Iterator
from importlib.resources import files

from kiemtin.text.places.names import split_kind
from kiemtin.text.places.types import Level, Place, Unit

_OLD_LEVELS: dict[str, Level] = {"1": "province", "2": "district", "3": "commune"}


def _rows() -> list[list[str]]:
    packed = files(__package__).joinpath("data/places.tsv.gz").read_bytes()
    return [line.split("\t") for line in gzip.decompress(packed).decode().split("\n")]


def _place(row: list[str]) -> Place:
    full_name = row[-1]
    name = split_kind(full_name)[1]
    if row[0] == "P":
        return Place(row[1], name, full_name, "province", None)
    return Place(row[1], name, full_name, "commune", row[2])


def _current(place: Place, places: dict[str, Place]) -> Unit:
    word, name = split_kind(place.full_name)
    province = places[place.parent].name if place.parent else ""
    return Unit(name, word, place.kind, (place.code,), "", province, current=True)


def _old(row: list[str]) -> Unit:
    level, full_name, district, province, codes = row
    word, name = split_kind(full_name)
    where = split_kind(province)[1] if province else ""
    return Unit(name, word, _OLD_LEVELS[level], tuple(codes.split()), district, where)


def _units(rows: list[list[str]], places: dict[str, Place]) -> Iterator[Unit]:
    for row in rows:
        yield _current(places[row[1]], places) if row[0] in "PC" else _old(row)


def load() -> tuple[dict[str, Place], list[Unit]]:
    """Give all places of today by code, provinces first, and all units in a fixed order."""
    rows = _rows()
    today = sorted((row for row in rows if row[0] in "PC"), key=lambda row: (row[0] == "C", row[1]))
    places = {row[1]: _place(row) for row in today}
    return places, list(_units(rows, places))
