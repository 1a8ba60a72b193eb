"""Parts: a message with several claims is cut into messages of their own, and put together again.

What was sent stays one: receipt, reply address and pictures are the whole's. What is decided (a
match, a sighting, an answer) is each part's.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from kiemtin.desk import receipts
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import sightings
from kiemtin.desk.models import Message, Rumour
from kiemtin.desk.words import MessageState
from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.several import Part
from kiemtin.text.fold import syllables
from kiemtin.text.sentences import Span, clauses

OPENS = 8
"""Distinct content syllables from which a part that repeats nothing opens a rumour by itself: who,
what and where take about as many. With less it waits for a person."""
AROUND = " \t\r\n,;"
INHERITED = (
    "desk",
    "channel",
    "language",
    "place",
    "heard_via",
    "heard_on",
    "received_at",
    "wants_answer",
    "removed_kinds",
    "entered_by",
)


def hold(message: Message) -> None:
    """Keep the message as it is until the transaction ends, what it is a part of first.

    Raises FlowError when it has been divided, or put together with its other parts, meanwhile.
    """
    try:
        for row in filter(None, (message.part_of, message)):
            sightings.hold(row)
    except Message.DoesNotExist:
        raise _gone() from None
    if message.state == MessageState.DIVIDED:
        raise refuse(
            "divided", _("Tin này đã tách. Hãy xem từng phần, hoặc gộp các phần lại trước.")
        )


def _gone() -> FlowError:
    return refuse("put_together", _("Các phần của tin này vừa được gộp lại. Hãy mở lại tin."))


def once(found: Sequence[Part]) -> list[Part]:
    """The claims without the stretches that only say again what another one says."""
    same = [one for one in found if one.match.decision == "same"]
    surest = {one.match.id: one for one in sorted(same, key=lambda one: one.match.probability)}
    return [one for one in found if one not in same or one is surest[one.match.id]]


def cut(message: Message, spans: Iterable[Span]) -> list[Message]:
    """Divide the message, in a transaction that holds it: one part for each span of its text."""
    message.state = MessageState.DIVIDED
    message.save(update_fields=["state"])
    same = {name: getattr(message, name) for name in INHERITED}
    return [_part(message, trimmed(message.text, span), same) for span in spans]


def _part(message: Message, span: Span, same: dict[str, object]) -> Message:
    start, end = span
    return Message.objects.create(
        part_of=message,
        part_start=start,
        part_end=end,
        text=message.text[start:end],
        external_id=receipts.item("part", f"{message.external_id}:{start}:{end}"),
        receipt=None,
        **same,
    )


def trimmed(text: str, span: Span) -> Span:
    """The span without what only separates it from its neighbours; never empty."""
    said = text[slice(*span)]
    start = span[0] + len(said) - len(said.lstrip(AROUND))
    end = span[1] - len(said) + len(said.rstrip(AROUND))
    return (start, end) if start < end else span


def spans(text: str, starts: Collection[int]) -> list[Span]:
    """The text from its beginning, cut where a person says that another claim begins.

    Raises FlowError when none of its clauses, or no other than the first, begins there.
    """
    later = {start for start, _end in clauses(text)[1:]}
    if not starts or not later.issuperset(starts):
        raise refuse("no_cut", _("Hãy đánh dấu ít nhất một chỗ bắt đầu một điều khác."))
    cuts = [0, *sorted(set(starts)), len(text)]
    return list(pairwise(cuts))


def says_enough(message: Message) -> bool:
    """True when the machine may open a rumour with it: a whole message, or a part of weight."""
    content = set(syllables(message.text)) - FILLERS
    return message.part_of_id is None or len(content) >= OPENS


def put_together(message: Message, parts: Sequence[Message]) -> list[Rumour]:
    """Undo the cut, in a transaction that holds them all; returns the rumours that lost one."""
    left = list(Rumour.objects.filter(sightings__message__in=parts).order_by("pk").distinct())
    Message.objects.filter(part_of=message).delete()
    for rumour in left:
        sightings.set_clock(rumour)
    message.state = MessageState.INBOX
    message.save(update_fields=["state"])
    return left
