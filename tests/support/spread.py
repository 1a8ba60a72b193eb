"""Communicators of a desk as their invitation left them, with ways that nobody is at."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from kiemtin.desk.models import Account, Acknowledgement, Broadcast, Communicator, Desk, Way
from kiemtin.desk.moment import now
from kiemtin.desk.sealing import seal
from kiemtin.desk.words_reach import Done

BAC_HA, BAT_XAT, Y_TY, SON_LA = "02839", "02683", "02701", "14"


def communicator(
    desk: Desk, by: Account, place: str, name: str = "Lý A Sử", channels: Iterable[str] = ("sms",)
) -> Communicator:
    """Somebody who took up an invitation, with a way by each channel."""
    moment = now()
    made = Communicator.objects.create(
        desk=desk,
        name=name,
        place=place,
        invited_by=by,
        invited_at=moment,
        invite_until=moment,
        joined_at=moment,
    )
    for channel in channels:
        Way.objects.create(
            communicator=made,
            channel=channel,
            lookup=uuid4().hex,
            sealed=seal("0900 000 001"),
            added_at=moment,
        )
    return made


def said(
    who: Communicator, broadcast: Broadcast, done: Done = Done.RECEIVED, at: datetime | None = None
) -> Acknowledgement:
    """The communicator's phone told what was done."""
    moment = at or now()
    return Acknowledgement.objects.create(
        communicator=who,
        broadcast=broadcast,
        done=done,
        item=uuid4(),
        happened_at=moment,
        told_at=moment,
    )
