"""The packaged counts of how often names and syllables stand in ordinary prose."""

from functools import cache
from importlib.resources import files
from typing import Literal

from kiemtin.text.places.names import tone_keys


def _read(name: str) -> str:
    return files(__package__).joinpath(f"data/{name}").read_text(encoding="utf-8")


@cache
def times(writing: Literal["marked", "bare"]) -> dict[str, int]:
    """Give how often the words of a name stood in small letters, by its tone keys or its key."""
    rows = (line.split("\t") for line in _read(f"common_{writing}.tsv").splitlines())
    if writing == "bare":
        return {name: int(count) for name, count in rows}
    return {" ".join(tone_keys(name)): int(count) for name, count in rows}


@cache
def syllables() -> frozenset[str]:
    """Give the keys of the syllables that prose uses most."""
    return frozenset(_read("common_syllables.txt").split())
