"""The shapes of the verdicts as strokes and fills in a square of 20, for paper and pictures.

The same as web/static/kiemtin/icons; drawn, since few fonts have all these signs.
"""

import math
from dataclasses import dataclass
from types import MappingProxyType

BOX = 20.0
"""Side of the square; y counts downwards."""

_STEPS = 24
Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """Lines to be stroked `weight` wide with round ends, and areas to be filled."""

    lines: tuple[tuple[Point, ...], ...] = ()
    areas: tuple[tuple[Point, ...], ...] = ()
    weight: float = 2.6


def arc(x: float, y: float, radius: float, start: float, end: float) -> tuple[Point, ...]:
    """Return points on a circle from one angle to another, in degrees; 0 is right, 90 is down."""
    steps = max(2, round(_STEPS * abs(end - start) / 180))
    turns = [math.radians(start + (end - start) * at / steps) for at in range(steps + 1)]
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


_RING = arc(10, 10, 7.5, 0, 360)
_QUESTION = (
    *arc(10, 6.8, 3.8, 180, 372),
    (12.9, 9.6),
    (11.2, 11.0),
    (10.2, 12.0),
    (10.0, 13.0),
)
SHAPES = MappingProxyType(
    {
        "true": Shape(lines=(((3.5, 10.5), (8.0, 15.0), (16.5, 5.5)),), weight=3.2),
        "mostly_true": Shape(lines=(_RING,), areas=(((10.0, 10.0), *arc(10, 10, 7.5, -90, 0)),)),
        "misleading": Shape(
            lines=(((10.0, 3.0), (10.0, 11.5)),), areas=(arc(10, 16.2, 1.8, 0, 360),), weight=3.2
        ),
        "false": Shape(lines=(((4.5, 4.5), (15.5, 15.5)), ((15.5, 4.5), (4.5, 15.5))), weight=3.2),
        "unproven": Shape(lines=(_QUESTION,), areas=(arc(10, 16.6, 1.7, 0, 360),)),
        "checking": Shape(lines=(_RING, ((10.0, 5.5), (10.0, 10.0), (13.0, 12.0)))),
        "withdrawn": Shape(
            lines=(
                ((7.5, 3.5), (3.5, 7.5), (7.5, 11.5)),
                ((3.5, 7.5), *arc(12, 12, 4.5, -90, 90), (8.0, 16.5)),
            )
        ),
    }
)
"""By verdict, and the arrow back of a withdrawal."""
