"""Says how likely Vietnamese syllables follow each other; judges use, never meaning."""

from kiemtin.text.fold import fold
from kiemtin.text.restore.scan import STOP
from kiemtin.text.restore.table import Table


def known(table: Table, word: str) -> bool:
    """Say whether a lower-case NFC syllable is in the table."""
    return word in table.place_of


def cost(table: Table, before: str, word: str) -> int:
    """Return what it costs (16 times -ln p) that a syllable follows another.

    Both in lower case; whatever the table does not know counts as a stop, as `scan` has it.
    """
    left, right = _place(table, before), _place(table, word)
    link = left[1] << 4 | right[1]
    for at in table.pairs.span(left[0] * table.classes + right[0]):
        if table.pairs.links[at] == link:
            return table.pairs.costs[at]
    first = table.firsts[left[0]] + left[1]
    return table.backoffs[first] + table.class_costs[right[0]][right[1]]


def _place(table: Table, word: str) -> tuple[int, int]:
    place = table.place_of.get(word)
    return (table.class_of[STOP], 0) if place is None else (table.class_of[fold(word)], place)
