"""Reads the details that decide a claim out of a message: numbers, money, dates, times, places,
directions, denials and quantifiers, each with its value and its place in the text.

The same text and day always give the same details; nothing is looked up outside the package.
"""

import datetime as dt

from kiemtin.text.details.amounts import take_identifiers
from kiemtin.text.details.dates import dates
from kiemtin.text.details.directions import directions
from kiemtin.text.details.halves import halves
from kiemtin.text.details.labels import labels
from kiemtin.text.details.message import Message
from kiemtin.text.details.negation import negations
from kiemtin.text.details.numbers import numbers
from kiemtin.text.details.places import places, routes, spots
from kiemtin.text.details.quantity import quantifiers
from kiemtin.text.details.questions import asks
from kiemtin.text.details.relative import relative_dates
from kiemtin.text.details.times import times
from kiemtin.text.details.types import (
    DateValue,
    Detail,
    Details,
    DirectionValue,
    Kind,
    MoneyValue,
    NegationValue,
    NumberValue,
    PlaceValue,
    QuantifierValue,
    RouteValue,
    TimeValue,
    Value,
)

__all__ = [
    "DateValue",
    "Detail",
    "Details",
    "DirectionValue",
    "Kind",
    "MoneyValue",
    "NegationValue",
    "NumberValue",
    "PlaceValue",
    "QuantifierValue",
    "RouteValue",
    "TimeValue",
    "Value",
    "extract",
]


def extract(text: str, *, today: dt.date) -> Details:
    """Read all details of a message that was written on the day `today`.

    Never raises, whatever the text. Spans are in `text` as given; canonical text reads best.
    Order matters inside: what a date or a place has taken is no number any more.
    """
    message = Message(text, today)
    named = spots(message)
    found = [*places(message, named), *routes(message, named)]
    for read in (dates, relative_dates, times, halves, quantifiers):
        found += read(message)
    take_identifiers(message)
    found += labels(message)
    found += numbers(message)
    denials = [*negations(message)]
    found += denials
    found += directions(message, _ends(message, denials))
    found.sort(key=lambda detail: (detail.start, detail.end, detail.kind))
    negated = any(_denies(detail) for detail in denials)
    return Details(tuple(found), negated, asks(message))


def _denies(detail: Detail) -> bool:
    return isinstance(detail.value, NegationValue) and detail.value.how != "forbid"


def _ends(message: Message, denials: list[Detail]) -> frozenset[int]:
    """The tokens with which negations end; other ways of denying turn no single word around."""
    ends = {
        detail.end
        for detail in denials
        if isinstance(detail.value, NegationValue) and detail.value.how != "denial"
    }
    return frozenset(
        index
        for index, token in enumerate(message.tokens)
        if message.scan.span(token.start, token.end)[1] in ends
    )
