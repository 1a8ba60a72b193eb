"""Places of Vietnam: every province and commune of today, found by any name, old or new.

Nothing is looked up outside the package; a place is never finer than a commune.
"""

from kiemtin.text.places.gazetteer import Gazetteer, gazetteer
from kiemtin.text.places.scan import Scan
from kiemtin.text.places.types import Found, Mention, Place, PlaceKind, Unit, UnknownPlace

__all__ = [
    "Found",
    "Gazetteer",
    "Mention",
    "Place",
    "PlaceKind",
    "Scan",
    "Unit",
    "UnknownPlace",
    "gazetteer",
]
