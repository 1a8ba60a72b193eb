"""Every name that leads to a unit: its own, and those in common use, each with its key."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from kiemtin.text.places.names import ALIASES, spaced_key, split_kind
from kiemtin.text.places.types import Unit


class Called(NamedTuple):
    """A name as written, its key with the syllables apart, and the unit."""

    key: str
    name: str
    unit: Unit


def names_of(units: Sequence[Unit]) -> list[Called]:
    """Give all names of all units, in the order of the units, names in common use last."""
    written = [(unit.called, unit) for unit in units] + _in_use(units)
    keys = spaced_key("\n".join(name for name, _ in written)).split("\n")
    return [Called(key, name, unit) for key, (name, unit) in zip(keys, written, strict=True)]


def _in_use(units: Sequence[Unit]) -> list[tuple[str, Unit]]:
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for alias, full_name in ALIASES.items():
        wanted[split_kind(full_name)].append(alias)
    return [
        (alias, unit)
        for unit in units
        if unit.level != "commune"
        for alias in wanted.get((unit.word, unit.name), ())
    ]
