"""People of the villages for the tests: who took up an invitation, and what they are to read."""

from datetime import datetime, timedelta

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Account, Broadcast, Communicator, Desk, Version
from kiemtin.desk.words_reach import Priority

COMMUNE = "02683"
"""Xã Bát Xát, Lào Cai."""
VOICE = b"\x1a\x45\xdf\xa3\x9fB\x82\x84webm" + b"\x01" * 400
"""Begins as a recording of a phone does."""


def joined(actor: Account, desk: Desk, name: str = "Vàng A Páo") -> tuple[Communicator, str]:
    """A communicator and the token of the phone."""
    _person, code = communicators.invite(actor, desk, name, COMMUNE, ["vie", "hmn"])
    return communicators.take_up(code)


def ordered(
    by: Account,
    version: Version,
    at: datetime,
    *,
    places: tuple[str, ...] = ("15",),
    follows: Broadcast | None = None,
) -> Broadcast:
    """The order to read a version out."""
    return Broadcast.objects.create(
        version=version,
        priority=Priority.FIRST,
        places=list(places),
        ordered_by=by,
        ordered_at=at,
        follows=follows,
    )


def milliseconds(moment: datetime, off: timedelta = timedelta(0)) -> int:
    """The moment as a phone's clock counts it, `off` being how wrong that is."""
    return round((moment + off).timestamp() * 1000)
