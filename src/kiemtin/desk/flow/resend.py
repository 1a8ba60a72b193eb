"""Resend: a person sends once more what failed, or what nobody can say the fate of."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, sending
from kiemtin.desk.models import Account, ChannelState, Desk, Sending
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import SendingKind, SendingState

log = logging.getLogger(__name__)
AGAIN = (SendingKind.BROADCAST, SendingKind.SUBSCRIBED)
"""Whose address is still known: that of an answer or a reply was given back."""

STUCK = (SendingState.FAILED, SendingState.UNCERTAIN)
LOOKED_BACK = timedelta(days=30)
MOST = 1000


@dataclass(frozen=True)
class Stuck:
    """Sendings of one channel and kind that ended alike."""

    channel: str
    kind: SendingKind
    state: SendingState
    error: str


def stuck() -> QuerySet[Sending]:
    """What failed or is uncertain of the last month."""
    since = now() - LOOKED_BACK
    return Sending.objects.filter(state__in=STUCK, run_at__gte=since).order_by()


@transaction.atomic
def send_again(actor: Account, which: Stuck) -> int:
    """Queue sendings that ended alike once more, the oldest first, at most MOST; return how many.

    An uncertain one may arrive twice: whoever asks for it was told. Raises NotAllowed unless the
    actor administers the whole site, FlowError for a kind that is not sent again.
    """
    desk = Desk.objects.filter(parent=None).order_by("id")[0]
    require(actor, desk, Role.ADMINISTRATOR)
    if which.kind not in AGAIN:
        raise refuse("gone", _("Địa chỉ của những tin này đã được trả lại nên không gửi lại được."))
    found = list(_rows(which).order_by("run_at", "pk")[:MOST])
    for one in found:
        sending.again(one)
    if found:
        about, _made = ChannelState.objects.get_or_create(channel=which.channel)
        said = {"channel": which.channel, "kind": which.kind.value, "error": which.error}
        audit.note(actor, desk, Act.SENDING_AGAIN, about, count=len(found), **said)
    log.info("sending.again channel=%s count=%s", which.channel, len(found))
    return len(found)


def _rows(which: Stuck) -> QuerySet[Sending]:
    return stuck().filter(**vars(which))
