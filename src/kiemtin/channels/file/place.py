"""The place a row names, as the code of a place of today; never a guess between two."""

from kiemtin.channels.refusal import RowRefused
from kiemtin.text.places import written as places
from kiemtin.text.places.written import PlaceRefused


def read_place(written: str) -> str | None:
    """Return a code of `kiemtin.text.places`, None for a blank.

    Read as `kiemtin.text.places.written` does; raises RowRefused (unknown_place,
    ambiguous_place).
    """
    try:
        return places.read_place(written)
    except PlaceRefused as refused:
        raise RowRefused(refused.code, refused.params) from None
