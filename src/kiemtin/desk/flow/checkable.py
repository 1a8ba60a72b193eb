"""Checkable: what a text seems to be is suggested; only a person ever takes it off the desk."""

from datetime import date, datetime

from django.utils import timezone

from kiemtin.desk.models import Message, Rumour
from kiemtin.desk.urgency import looks_urgent
from kiemtin.text.checkable import Suggestion, suggest


def of_message(message: Message) -> Suggestion:
    """What the message seems to be, read on the day it was heard; never stored."""
    return suggest(message.text, message.heard_on or _day(message.received_at))


def of_rumour(rumour: Rumour) -> Suggestion:
    """What the claim of a rumour seems to be, read on the day it was opened; never stored."""
    return suggest(rumour.claim, _day(rumour.opened_at))


def may_open(message: Message) -> bool:
    """Whether a message that repeats nothing known opens a rumour by itself.

    Clearly nothing to check waits in the inbox for a person. What sounds like danger, or comes
    with a picture that may say more than the text, opens one in any case.
    """
    return of_message(message).checkable or looks_urgent(message.text) or message.pictures.exists()


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)
