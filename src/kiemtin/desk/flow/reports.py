"""Reports: what a phone kept while it had no network is entered once, in whatever order and however
often it comes; one broken item never stops the others, and none is lost silently.
"""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from kiemtin.bulletin.recording import check_recording
from kiemtin.channels.shape import Inbound
from kiemtin.desk import files
from kiemtin.desk.flow import forms, match, phone_items, reaching, receive
from kiemtin.desk.flow.phone_items import Asked, Item, ItemRefused, Recorded, Said
from kiemtin.desk.models import Acknowledgement, Broadcast, Communicator, Report
from kiemtin.desk.unharmed import Unharmed
from kiemtin.refusal import Refusal, Say

log = logging.getLogger(__name__)
CHANNEL = "communicator"
State = Literal["entered", "already", "refused", "later"]
STOPPED = Say(
    "Bàn đã dừng bản tin này. Việc bạn đã làm vẫn được ghi; đừng đọc lại nữa.",
    "The desk has stopped this bulletin. What you did is on record; do not read it out again.",
)
CHANGED = Say(
    "Bản tin này đã có bản thay. Việc bạn đã làm vẫn được ghi; hãy đọc bản mới.",
    "A newer text has taken this bulletin's place. What you did is on record; read the new one.",
)

ERASED = Say(
    "Lời của bản tin này đã được xoá nên bàn không giữ bản thu. Hãy xoá cả trên máy bạn.",
    "The words of this bulletin were erased, so no recording is kept. Delete it from your phone.",
)


@dataclass(frozen=True)
class Outcome:
    """What became of one item, named as the phone named it.

    "later": nothing is wrong with it, the desk could not take it now. `says` is why it is refused,
    or what to know of the bulletin; `receipt` is the asker's code.
    """

    item: str
    state: State
    says: Say | None = None
    receipt: str = ""


def enter(
    communicator: Communicator, items: Sequence[object], phone_now: datetime, now: datetime
) -> list[Outcome]:
    """Enter each item; one outcome for each, in their order.

    `phone_now` is what the phone's clock says at `now`, the server's moment: by the difference the
    moments of the items are set right. Shapes of items: `phone_items`.
    """
    behind = now - phone_now
    return [_one(communicator, raw, behind, now) for raw in items]


def _one(who: Communicator, raw: object, behind: timedelta, now: datetime) -> Outcome:
    name = str(raw.get("id", ""))[:64] if isinstance(raw, dict) else ""
    # A fault of ours keeps the item on the phone, and it comes again.
    with Unharmed("report.failed", communicator=who.pk):
        return replace(_read_and_enter(who, raw, behind, now), item=name)
    return Outcome(name, "later")


def _read_and_enter(who: Communicator, raw: object, behind: timedelta, now: datetime) -> Outcome:
    try:
        item = phone_items.read(raw)
        return _enter(who, replace(item, at=_set_right(item.at, behind, now)), now)
    except Refusal as refused:
        return Outcome("", "refused", Say(refused.vi(), refused.en()))


def _set_right(at: datetime, behind: timedelta, now: datetime) -> datetime:
    try:
        return min(at + behind, now)
    except OverflowError:
        return now


def _enter(who: Communicator, item: Item, now: datetime) -> Outcome:
    if isinstance(item, Said):
        return _said(who, item, now)
    if isinstance(item, Asked):
        return _asked(who, item, now)
    return _recorded(who, item, now)


def _broadcast(who: Communicator, number: int) -> Broadcast:
    found = Broadcast.objects.filter(pk=number).first()
    if found is None or not reaching.reached(found).filter(pk=who.pk).exists():
        raise ItemRefused("broadcast")
    return found


def _to_know(broadcast: Broadcast) -> Say | None:
    if broadcast.followed_by.exists():
        return CHANGED
    return STOPPED if broadcast.stopped_at is not None else None


def _is_erased(broadcast: Broadcast) -> bool:
    """Whether the text that was passed on is gone: what is spoken of it comes too late."""
    subject = broadcast.version or broadcast.holding_line
    return subject is not None and forms.erased(subject)


def _said(who: Communicator, said: Said, now: datetime) -> Outcome:
    """Two phones that say the same are one effect; the earliest moment is kept, with its words."""
    broadcast = _broadcast(who, said.broadcast)
    happened = max(said.at, broadcast.ordered_at)
    rows = Acknowledgement.objects.select_for_update()
    with transaction.atomic():
        earlier = rows.filter(communicator=who, broadcast=broadcast, done=said.done).first()
        named = rows.filter(item=said.item).first()
        if named is not None and named != earlier:
            raise ItemRefused("taken")
        if earlier is None:
            return _first_said(who, broadcast, replace(said, at=happened), now)
        if named is None and (happened, str(said.item)) < (earlier.happened_at, str(earlier.item)):
            earlier.happened_at, earlier.item = happened, said.item
            earlier.language = said.language
            earlier.save(update_fields=["happened_at", "item", "language"])
    return Outcome("", "already", _to_know(broadcast))


def _first_said(who: Communicator, broadcast: Broadcast, said: Said, now: datetime) -> Outcome:
    try:
        with transaction.atomic():
            Acknowledgement.objects.create(
                communicator=who,
                broadcast=broadcast,
                done=said.done,
                language=said.language,
                item=said.item,
                happened_at=said.at,
                told_at=now,
            )
    except IntegrityError:  # another phone was faster by a moment: come again and be compared
        return Outcome("", "later")
    log.info("broadcast.done id=%s communicator=%s done=%s", broadcast.pk, who.pk, said.done)
    return Outcome("", "entered", _to_know(broadcast))


def _asked(who: Communicator, asked: Asked, now: datetime) -> Outcome:
    """A message like any other: no row says by whom it came. The phone's name for it, which the
    desk keeps only as a keyed hash, makes it one.
    """
    inbound = Inbound(
        channel=CHANNEL,
        external_id=f"{who.pk}:{asked.item}",
        text=asked.text,
        received_at=now,
        place=asked.place or None,
        heard_via=asked.heard_via,
        wants_answer=asked.wants_answer,
    )
    received = receive.receive(inbound, who.desk)
    if not received.created:
        return Outcome("", "already", receipt=received.receipt)
    with Unharmed("match.postponed", message=received.message.pk):  # the outbox tries again
        match.match_message(received.message)
    return Outcome("", "entered", receipt=received.receipt)


def _recorded(who: Communicator, recorded: Recorded, now: datetime) -> Outcome:
    if _known(who, recorded.item):
        return Outcome("", "already")
    about = _broadcast(who, recorded.broadcast) if recorded.broadcast is not None else None
    if about is not None and _is_erased(about):
        return Outcome("", "entered", ERASED)
    sound = check_recording(recorded.audio)
    digest = hashlib.sha256(recorded.audio).hexdigest()
    with files.all_or_none() as kept:
        row = Report(communicator=who, item=recorded.item, told_at=now, broadcast=about)
        row.language, row.content_type, row.sha256 = recorded.language, sound.media_type, digest
        row.file.save(f"{digest[:32]}.{sound.kind}", ContentFile(recorded.audio), save=False)
        kept.append(row.file)
        with transaction.atomic():
            row.save(force_insert=True)
    log.info("report.recorded id=%s communicator=%s", row.pk, who.pk)
    return Outcome("", "entered", _to_know(about) if about else None)


def _known(who: Communicator, item: UUID) -> bool:
    owner = Report.objects.filter(item=item).values_list("communicator", flat=True).first()
    if owner is not None and owner != who.pk:
        raise ItemRefused("taken")
    return owner is not None
