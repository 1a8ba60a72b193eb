"""What a receipt shows to the person who holds it: how far the question has come, and the
answer.
"""

from dataclasses import dataclass
from typing import Literal

from django.db.models import QuerySet

from kiemtin.desk import receipts
from kiemtin.desk.flow import holding
from kiemtin.desk.models import (
    Delivery,
    FactCheck,
    HoldingLine,
    MatchRecord,
    Message,
    Rumour,
    Version,
)
from kiemtin.desk.words import MessageState, VersionKind

Step = Literal["received", "checking", "answered", "not_checkable", "set_aside", "divided"]
CLOSED: dict[str, Step] = {
    MessageState.NOT_CHECKABLE: "not_checkable",
    MessageState.SET_ASIDE: "set_aside",
}


@dataclass(frozen=True)
class Receipt:
    """One question as its asker may see it; a divided one has the receipt of each of its claims.

    `version` is the answer as it stands now, `told` the newest version that was delivered before
    it; `elsewhere` is a fact-check about the same rumour that holds only at another place or time.
    """

    message: Message
    step: Step
    holding: HoldingLine | None = None
    delivery: Delivery | None = None
    version: Version | None = None
    told: Version | None = None
    elsewhere: FactCheck | None = None
    refused_before: bool = False
    parts: "tuple[Receipt, ...]" = ()

    @property
    def claims(self) -> "tuple[Receipt, ...]":
        """What is answered one by one: the parts, or the question itself."""
        return self.parts or (self,)

    @property
    def unread(self) -> bool:
        """True when an answer on it has not been opened before."""
        told = (one.delivery for one in self.claims)
        return any(one is not None and one.seen_at is None for one in told)

    @property
    def changed(self) -> bool:
        """True when the asker was told something else before."""
        return self.told is not None

    @property
    def withdrawn(self) -> bool:
        """True when the desk has taken the answer back."""
        return self.version is not None and self.version.kind == VersionKind.WITHDRAWAL

    @property
    def may_refuse(self) -> bool:
        """True when "this is not what I asked" is offered: once, then a person has decided."""
        return self.delivery is not None and not self.refused_before


def receipt(code: str) -> Receipt | None:
    """The receipt of a code as typed, or None when the desk gave out no such code."""
    message = _rows(Message.objects.filter(receipt=receipts.lookup(code))).first()
    if message is None:
        return None
    if message.state == MessageState.DIVIDED:
        parts = tuple(_receipt(part) for part in _rows(message.claims()))
        return Receipt(message, "divided", parts=parts)
    return _receipt(message)


def _rows(messages: QuerySet[Message]) -> QuerySet[Message]:
    return messages.select_related("desk", "sighting__rumour__fact_check__current")


def _receipt(message: Message) -> Receipt:
    if message.state in CLOSED:
        return Receipt(message, CLOSED[message.state])
    deliveries = _deliveries(message)
    if message.state == MessageState.INBOX:
        return Receipt(message, "received", refused_before=bool(deliveries))
    rumour = message.sighting.rumour
    mine = [one for one in deliveries if one.version.fact_check.rumour_id == rumour.pk]
    return _answered(message, mine) if mine else _checking(message, rumour, deliveries)


def _deliveries(message: Message) -> list[Delivery]:
    told = message.deliveries.select_related("version__fact_check__desk", "version__spokesperson")
    return list(told.order_by("-version__number", "-id"))


def _answered(message: Message, deliveries: list[Delivery]) -> Receipt:
    newest = deliveries[0]
    told = deliveries[1].version if len(deliveries) > 1 else None
    refused = MatchRecord.objects.filter(message=message, by_asker=True).exists()
    return Receipt(
        message,
        "answered",
        delivery=newest,
        version=newest.version,
        told=told,
        refused_before=refused,
    )


def _checking(message: Message, rumour: Rumour, earlier: list[Delivery]) -> Receipt:
    published = getattr(rumour, "fact_check", None)
    return Receipt(
        message,
        "checking",
        holding=holding.in_force(rumour),
        elsewhere=published if published and published.current_id else None,
        refused_before=bool(earlier),
    )


def exists(code: str) -> bool:
    """True when the desk gave out this code, however it is typed."""
    return Message.objects.filter(receipt=receipts.lookup(code)).exists()
