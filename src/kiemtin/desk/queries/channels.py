"""How the channels do: what each remembers of its last failure, and what could not be sent, as
counts; no address and no text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.outbound import SendingFailed
from kiemtin.desk.flow import resend
from kiemtin.desk.flow.resend import Stuck
from kiemtin.desk.models import ChannelState, Sending
from kiemtin.desk.words_reach import SendingKind, SendingState
from kiemtin.refusal import Say

DETAIL = re.compile(r" ?\(?\{\w+\}\)?")
ABANDONED = Say(
    "Tiến trình đang gửi thì bị ngắt; không rõ tin đã đi chưa.",
    "The worker was cut off while sending; nobody can say whether it went out.",
)


@dataclass(frozen=True)
class Line:
    """Sendings that ended alike, how many, and when the newest was due."""

    which: Stuck
    count: int
    newest: datetime

    @property
    def may_go_again(self) -> bool:
        """Whether a person can send them once more."""
        return self.which.kind in resend.AGAIN

    @property
    def uncertain(self) -> bool:
        """Whether they may have arrived."""
        return self.which.state == SendingState.UNCERTAIN


def state(channel: str) -> ChannelState | None:
    """What a channel remembers; None before it was ever used."""
    return ChannelState.objects.filter(channel=channel).first()


def stuck_count(channel: str) -> int:
    """How many sendings of the last month failed or are uncertain."""
    return resend.stuck().filter(channel=channel).count()


def stuck() -> Sequence[Line]:
    """What failed or is uncertain of the last month, by channel, kind, state and code."""
    names = ("channel", "kind", "state", "error")
    rows = resend.stuck().values(*names).annotate(count=Count("pk"), newest=Max("run_at"))
    return [Line(_which(one), one["count"], one["newest"]) for one in rows.order_by(*names)]


def _which(row: dict[str, str]) -> Stuck:
    kind, state = SendingKind(row["kind"]), SendingState(row["state"])
    return Stuck(row["channel"], kind, state, row["error"])


def waiting() -> dict[str, int]:
    """How many sendings wait, by channel."""
    rows = Sending.objects.filter(state=SendingState.QUEUED).order_by()
    found = rows.values_list("channel").annotate(count=Count("pk"))
    return {str(channel): int(count) for channel, count in found}


def failure(code: str) -> Say:
    """What a code of a failure means, without what the peer called it; the code itself for one
    that is not a channel's own.
    """
    for kind in (SendingFailed, FetchFailed):
        if code in kind.sentences:
            said = kind.sentences[code]
            return Say(DETAIL.sub("", said.vi), DETAIL.sub("", said.en))
    return ABANDONED if code == "abandoned" else Say(code, code)
