"""Short ways to ask for the details of a text in tests; `TODAY` is a Friday."""

import datetime as dt

from kiemtin.text.details import Detail, Details, Kind, Value, extract

TODAY = dt.date(2025, 8, 15)


def read(text: str) -> Details:
    """All details, their spans checked."""
    details = extract(text, today=TODAY)
    for detail in details:
        assert text[detail.start : detail.end] == detail.text
    return details


def found(text: str, kind: Kind) -> tuple[Detail, ...]:
    """The details of one kind."""
    return read(text).of(kind)


def values(text: str, kind: Kind) -> list[Value]:
    """The values of one kind."""
    return [detail.value for detail in found(text, kind)]


def written(text: str, kind: Kind) -> list[str]:
    """The words of one kind."""
    return [detail.text for detail in found(text, kind)]
