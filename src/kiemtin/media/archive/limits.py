"""What keeping one page may cost."""

from dataclasses import dataclass

MIB = 1024 * 1024
LARGEST = 64 * MIB
"""Bytes of an archive that is opened, and of all that it unpacks to."""


@dataclass(frozen=True)
class CaptureLimits:
    """Things besides the page, their bytes together and of each, style sheets within style sheets,
    seconds for them all, seconds between two requests to one host, requests at a time."""

    things: int = (
        200  # the median page has 70 requests, a third of them scripts (HTTP Archive 2024)
    )
    most: int = 40 * MIB
    each: int = 8 * MIB
    deep: int = 4
    seconds: float = 90.0
    one_seconds: float = 15.0
    pause: float = 0.1
    at_once: int = 3


CAPTURE = CaptureLimits()
