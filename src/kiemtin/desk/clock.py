"""How fast an answer is due: harm × spread, life safety first; never who spoke or who is
criticised.

Source of the clocks: field practice, "Risk matrix and clocks". Red: a holding line in 15 minutes,
an answer in 60. Amber: 4 hours. Green: 24 hours.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiemtin.desk.words import Level

HOLDING = timedelta(minutes=15)
ANSWER = {
    Level.RED: timedelta(minutes=60),
    Level.AMBER: timedelta(hours=4),
    Level.GREEN: timedelta(hours=24),
}
SIGHTINGS = (2, 5, 20)
COMMUNES = (2, 3, 6)
RED_FROM, AMBER_FROM = 6, 2


@dataclass(frozen=True)
class Clock:
    """The level with its two deadlines; `holding` is None where no holding line is due."""

    level: Level
    due: datetime
    holding: datetime | None


def spread(sightings: int, communes: int) -> int:
    """0-3 from how often and in how many communes it was seen, whichever is higher."""
    often = sum(sightings >= bound for bound in SIGHTINGS)
    wide = sum(communes >= bound for bound in COMMUNES)
    return max(often, wide)


def level(harm: int, spread_: int, *, life_safety: bool) -> Level:
    """The level for harm 0-3 and spread 0-3. One sighting counts as spread 1 for real harm."""
    risk = harm * max(1, spread_)
    if life_safety or risk >= RED_FROM:
        return Level.RED
    return Level.AMBER if risk >= AMBER_FROM else Level.GREEN


def clock(opened: datetime, level_: Level) -> Clock:
    """The deadlines of a rumour opened at `opened`."""
    holding = opened + HOLDING if level_ == Level.RED else None
    return Clock(level_, opened + ANSWER[level_], holding)
