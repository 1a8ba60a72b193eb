"""What is to go out, entered in the transaction of what makes it necessary; a key makes it one."""

from collections.abc import Iterable

from kiemtin.desk.connectors import connectors
from kiemtin.desk.models import Message, ReplyAddress, Sending, Version
from kiemtin.desk.moment import now
from kiemtin.desk.words_reach import SendingKind, SendingState

BATCH = 500


def queue(sendings: Iterable[Sending]) -> None:
    """Add sendings; one whose key is there already is the same and stays as it is."""
    Sending.objects.bulk_create(list(sendings), batch_size=BATCH, ignore_conflicts=True)


def answers(version: Version, messages: Iterable[Message]) -> None:
    """Queue the version for those of these askers who wrote over a channel that can answer."""
    channels = [one.name for one in connectors() if one.sender is not None]
    if not channels:
        return
    asked = {one.part_of_id or one.pk: one for one in messages}
    lent = ReplyAddress.objects.filter(message__in=asked, channel__in=channels)
    again = _told(version, asked)
    queue(
        Sending(
            kind=SendingKind.ANSWER,
            channel=channel,
            key=f"v{version.pk}:m{whole}",
            version=version,
            message=asked[whole],
            run_at=now(),
            urgent=True,
            params={"again": True} if whole in again else {},
        )
        for whole, channel in lent.values_list("message_id", "channel")
    )


def _told(version: Version, asked: Iterable[int]) -> set[int]:
    """Which of them were sent an earlier version of the same fact-check."""
    earlier = Sending.objects.filter(
        kind=SendingKind.ANSWER,
        version__fact_check=version.fact_check_id,
        state__in=[SendingState.SENT, SendingState.UNCERTAIN],
        message__in=asked,
    )
    return {one for one in earlier.values_list("message_id", flat=True) if one is not None}


def stop(**which: object) -> int:
    """Stop what waits and is about these; return how many."""
    waiting = Sending.objects.filter(state=SendingState.QUEUED, **which)
    return waiting.update(state=SendingState.STOPPED, error="superseded", sealed=None)
