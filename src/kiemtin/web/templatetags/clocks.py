"""How a deadline is said: in minutes, amber from half of the time on, red when late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.utils.translation import gettext as _

SHAPES = {"calm": "clock", "half": "half", "late": "exclamation"}


@dataclass(frozen=True)
class ClockFace:
    """What a clock shows: `level` is "calm", "half" or "late"; `text` says the same in words."""

    level: str
    icon: str
    text: str


def span(minutes: int) -> str:
    """Say a number of minutes (≥ 0) with at most two units."""
    days, hours = minutes // 1440, minutes // 60
    if days:
        return _("%(days)s ngày %(hours)s giờ") % {"days": days, "hours": hours % 24}
    if hours:
        return _("%(hours)s giờ %(minutes)s phút") % {"hours": hours, "minutes": minutes % 60}
    return _("%(minutes)s phút") % {"minutes": minutes}


def level(due: datetime, since: datetime | None, now: datetime) -> str:
    """Give "late" past `due`, "half" from the middle of `since`–`due` on, else "calm"."""
    if now >= due:
        return "late"
    if since is not None and now - since >= (due - since) / 2:
        return "half"
    return "calm"


def face(due: datetime, since: datetime | None, now: datetime) -> ClockFace:
    """Give what a clock shows at `now`; all three are aware."""
    name = level(due, since, now)
    minutes = ceil(abs(due - now) / timedelta(minutes=1))
    said = _("trễ %(span)s") if name == "late" else _("còn %(span)s")
    return ClockFace(level=name, icon=SHAPES[name], text=said % {"span": span(minutes)})
