"""Leaving: who wants nothing more gets nothing more, and the address is erased at once."""

import logging

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from kiemtin.desk.addresses import lookup
from kiemtin.desk.models import Sending, Subscription, Way
from kiemtin.desk.words_reach import SendingState

log = logging.getLogger(__name__)


def leave(subscription: Subscription) -> None:
    """End one subscription; what waits is not sent, and what was sent is nobody's any more."""
    mine = Sending.objects.filter(subscription=subscription)
    mine.filter(state=SendingState.QUEUED).update(state=SendingState.STOPPED, error="left")
    # By the hash of the address in its name, whoever has the key could tell what somebody read.
    mine.update(key=Concat(Value("left:"), Cast(F("pk"), CharField())))
    subscription.delete()
    log.info("subscription.left")


def leave_list(subscription: Subscription) -> None:
    """End whatever this address subscribed to: nothing of it is left."""
    same = Subscription.objects.filter(channel=subscription.channel, lookup=subscription.lookup)
    for one in same:
        leave(one)


def leave_all(channel: str, address: str) -> int:
    """End everything that goes to this address of a channel; return how many lists it was on."""
    return _all(channel, lookup(channel, address))


def gone(sending: Sending) -> None:
    """The address of a sending is no longer good: whoever had it is on no list of it any more."""
    if sending.subscription is not None:
        _all(sending.channel, sending.subscription.lookup)
    elif sending.communicator is not None:
        sending.communicator.ways.filter(channel=sending.channel).delete()


def _all(channel: str, found: str) -> int:
    subscriptions = list(Subscription.objects.filter(channel=channel, lookup=found))
    for one in subscriptions:
        leave(one)
    ways, _each = Way.objects.filter(channel=channel, lookup=found).delete()
    return len(subscriptions) + ways
