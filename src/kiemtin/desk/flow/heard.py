"""Right of reply: whom a claim is about is offered one before publication, and what the desk
admitted to be wrong is corrected before anything else is said.
"""

from datetime import datetime
from typing import Protocol

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kiemtin.desk.errors import refuse
from kiemtin.desk.models import ContactAttempt, Draft, Objection, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.words import About, Asking, NotAsked, ObjectionOutcome, VersionKind

OFFER = {About.BODY: Asking.REPLY, About.PRIVATE: Asking.PRIVATE}
CORRECTS = (VersionKind.AMENDMENT, VersionKind.WITHDRAWAL)


class Asked(Protocol):
    """What is typed in about somebody who was asked."""

    @property
    def body(self) -> str: ...
    @property
    def how(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def purpose(self) -> Asking: ...
    @property
    def asked_at(self) -> datetime: ...
    @property
    def answer_by(self) -> datetime | None: ...


def check(asked: Asked) -> None:
    """Raise FlowError unless it says who was asked, how, and until when an offer stands; a private
    person is not named.
    """
    if asked.purpose == Asking.PRIVATE and asked.body.strip():
        raise refuse(
            "private_person_named", _("Không ghi tên một cá nhân: hãy để trống ô cơ quan.")
        )
    if not asked.how.strip() or (asked.purpose != Asking.PRIVATE and not asked.body.strip()):
        raise refuse("no_body", _("Hãy ghi đã hỏi cơ quan nào và bằng cách nào."))
    if asked.purpose == Asking.CHECK or asked.answer.strip():
        return
    if asked.answer_by is None or asked.answer_by <= asked.asked_at:
        raise refuse("no_answer_by", _("Mời trả lời thì hãy ghi chờ đến lúc nào, sau lúc đã hỏi."))


def gaps(draft: Draft) -> list[str]:
    """What the right of reply still asks of a draft, as stable codes. A withdrawal, which only
    takes back, waits for nobody.
    """
    if draft.kind == VersionKind.WITHDRAWAL:
        return []
    found = ["accepted_first"] if draft.kind == VersionKind.UPDATE and waits(draft) else []
    if not draft.about:
        return [*found, "about"]
    if draft.about == About.BODY and not draft.about_body.strip():
        found.append("about_body")
    if draft.about in OFFER:
        found += _not_asked(draft) if draft.not_asked else _offered(draft)
    return found


def _not_asked(draft: Draft) -> list[str]:
    found = [] if draft.not_asked_why.strip() else ["not_asked_why"]
    if draft.not_asked == NotAsked.LIFE_SAFETY and not draft.rumour.life_safety:
        found.append("not_life_safety")
    return found


def _offered(draft: Draft) -> list[str]:
    offers = ContactAttempt.objects.filter(rumour=draft.rumour, purpose=OFFER[About(draft.about)])
    if not offers.exists():
        return ["not_offered"]
    closed = ~Q(answer="") | Q(answer_by__lte=now())
    return ["offer_open"] if offers.exclude(closed).exists() else []


def waiting(rumour: Rumour) -> QuerySet[Objection]:
    """Accepted objections to the rumour's fact-check that no version has corrected yet."""
    return Objection.objects.filter(
        fact_check__rumour=rumour, standing=ObjectionOutcome.ACCEPTED, corrected_in=None
    ).order_by("id")


def waits(draft: Draft) -> bool:
    """True when an admitted error of what is published is not corrected yet."""
    return waiting(draft.rumour).exists()


def to_correct(draft: Draft) -> list[Objection]:
    """The accepted objections that this draft answers when it is published: all that wait, for a
    correction or withdrawal; its signatures stand under them.
    """
    return list(waiting(draft.rumour)) if draft.kind in CORRECTS else []
