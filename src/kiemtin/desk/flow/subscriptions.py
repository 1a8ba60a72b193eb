"""Subscriptions: a person asks for bulletins of a place and subject, or for changes of one
fact-check, confirms it where somebody else could have asked, and leaves by one tap.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta

from django.core import signing
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from kiemtin.desk.addresses import lookup
from kiemtin.desk.connectors import connector
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import hours, leaving, outbox, reply_to, sightings
from kiemtin.desk.models import Desk, FactCheck, HoldingLine, Sending, Subscription, Version
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import place_name
from kiemtin.desk.sealing import seal
from kiemtin.desk.words import Subject, VersionKind
from kiemtin.desk.words_reach import Priority, SendingKind, SendingState
from kiemtin.text.places import gazetteer

log = logging.getLogger(__name__)
CONFIRM, LEAVE = "confirm", "leave"
CONFIRM_WITHIN = timedelta(days=2)
GOT = (SendingState.SENT, SendingState.SENDING, SendingState.UNCERTAIN, SendingState.QUEUED)
MOST_AN_ADDRESS = 20
"""More places and subjects than that is everything."""

MOST_OF_A_FACT = 120
MOST_TO_CONFIRM = 3
"""Letters a day to an address whose owner has not said yes: whoever types it may be somebody else.
"""


@dataclass(frozen=True)
class Wish:
    """What somebody wants to hear of: a place and a subject, "" for all, or one fact-check."""

    place: str = ""
    subject: str = ""
    fact_check: FactCheck | None = None


ONLY_ANSWERS = ("messenger", "whatsapp")
"""They allow nothing later than 24 hours after the person last wrote."""


def ask(channel: str, address: str, wish: Wish, *, confirmed: bool = False) -> Subscription:
    """Enter a wish, once for an address. `confirmed`: it came from the address itself.

    Raises FlowError for a channel that is not set up, an unknown subject, or too many wishes;
    UnknownPlace for a place that is none.
    """
    _may_ask(channel, wish)
    found = lookup(channel, address)
    wished = {"lookup": found, **{one.name: getattr(wish, one.name) for one in fields(wish)}}
    known = Subscription.objects.filter(**wished).first()
    if known is None and Subscription.objects.filter(lookup=found).count() >= MOST_AN_ADDRESS:
        raise refuse("too_many", _("Địa chỉ này đã đăng ký nhiều nơi. Hãy bỏ bớt rồi thử lại."))
    moment = now()
    one = known or Subscription.objects.create(
        channel=channel, sealed=seal(address), asked_at=moment, **wished
    )
    if confirmed and one.confirmed_at is None:
        Subscription.objects.filter(pk=one.pk).update(confirmed_at=moment)
        one.confirmed_at = moment
    log.info("subscription.asked channel=%s confirmed=%s", channel, confirmed)
    return one


def _may_ask(channel: str, wish: Wish) -> None:
    if channel in ONLY_ANSWERS or not reply_to.sends_over(channel):
        raise refuse("no_channel", _("Kênh này chưa mở để đăng ký. Hãy chọn cách khác."))
    if wish.place:
        gazetteer().get(wish.place)
    if wish.subject and wish.subject not in Subject.values:
        raise refuse("no_subject", _("Không có loại tin này. Hãy chọn trong danh sách."))


def ask_to_confirm(one: Subscription) -> None:
    """Send the address the link by which its owner confirms: one a day for a wish, and at most
    MOST_TO_CONFIRM for an address.
    """
    day = f"{now():%Y%m%d}"
    today = Sending.objects.filter(
        kind=SendingKind.REPLY, key__startswith="confirm:", key__endswith=f":{day}"
    )
    if today.filter(subscription__lookup=one.lookup).count() >= MOST_TO_CONFIRM:
        log.info("subscription.enough channel=%s", one.channel)
        return
    outbox.queue(
        [
            Sending(
                kind=SendingKind.REPLY,
                channel=one.channel,
                key=f"confirm:{one.pk}:{day}",
                subscription=one,
                text="confirm",
                params={"code": code(one, CONFIRM), "what": wish_in_words(one)},
                run_at=now(),
            )
        ]
    )


def wish_in_words(one: Subscription) -> str:
    """What a subscription is about: "tin đã kiểm chứng, Xã Bát Xát, Lào Cai"."""
    if one.fact_check is not None and one.fact_check.current is not None:
        fact = Truncator(one.fact_check.current.fact).chars(MOST_OF_A_FACT)
        return _("thay đổi của bài “%(fact)s”") % {"fact": fact}
    about = [place_name(one.place) or _("mọi nơi")]
    if one.subject:
        about.append(str(Subject(one.subject).label))
    return _("tin đã kiểm chứng") + ", " + ", ".join(about)


def code(one: Subscription, purpose: str) -> str:
    """What stands in the address by which a subscription is confirmed or left."""
    return signing.dumps(one.pk, salt=purpose)


def by_code(given: str, purpose: str) -> Subscription | None:
    """The subscription of a code; None for a wrong code, one too old to confirm, or who left."""
    age = CONFIRM_WITHIN if purpose == CONFIRM else None
    try:
        pk = signing.loads(given, salt=purpose, max_age=age)
    except signing.BadSignature:
        return None
    return Subscription.objects.filter(pk=pk).select_related("fact_check__current").first()


def confirm(one: Subscription) -> None:
    """The owner of the address said yes."""
    Subscription.objects.filter(pk=one.pk, confirmed_at=None).update(confirmed_at=now())
    log.info("subscription.confirmed channel=%s", one.channel)


def erase_unconfirmed() -> int:
    """Erase what nobody confirmed in time; return how many."""
    rows = Subscription.objects.filter(confirmed_at=None, asked_at__lt=now() - CONFIRM_WITHIN)
    over = list(rows)
    for one in over:
        leaving.leave(one)
    return len(over)


def announce(version: Version) -> None:
    """Queue a version for those whose wish it meets and for all who got an earlier one of it; a
    withdrawal only for these. For partners too.
    """
    earlier = _who_got(version)
    met = () if version.kind == VersionKind.WITHDRAWAL else _wishing(version)
    to = {one.pk: one for one in (*met, *earlier)}
    desk, place, subject = version.fact_check.desk, version.place, {"version": version}
    outbox.queue([*_sendings(desk, place, to.values(), subject), *_partners(subject)])


def announce_line(line: HoldingLine) -> None:
    """Queue a holding line for those whose wish it meets."""
    to = _matching(line.place, line.rumour.subject)
    outbox.queue(_sendings(line.rumour.desk, line.place, to, {"holding_line": line}))


def _wishing(version: Version) -> list[Subscription]:
    of_it = Subscription.objects.filter(fact_check=version.fact_check, confirmed_at__isnull=False)
    return [*of_it, *_matching(version.place, version.subject)]


def _matching(place: str, subject: str) -> list[Subscription]:
    rows = Subscription.objects.filter(confirmed_at__isnull=False, fact_check=None)
    wished = rows.filter(Q(subject="") | Q(subject=subject))
    return [one for one in wished if _touches(one.place, place)]


def _touches(wished: str, place: str) -> bool:
    """Whether one place lies in the other; "" is the whole country."""
    if not wished or not place or wished == place:
        return True
    contains = gazetteer().contains
    return contains(place, wished) or contains(wished, place)


def _who_got(version: Version) -> list[Subscription]:
    got = Sending.objects.filter(
        Q(version__fact_check=version.fact_check_id)
        | Q(holding_line__rumour__in=sightings.with_merged(version.fact_check.rumour)),
        kind=SendingKind.SUBSCRIBED,
        state__in=GOT,
        subscription__isnull=False,
    ).exclude(version=version)
    return list(Subscription.objects.filter(pk__in=got.values("subscription")))


def _sendings(
    desk: Desk, place: str, to: Iterable[Subscription], subject: Mapping[str, Version | HoldingLine]
) -> list[Sending]:
    run_at = hours.free(desk, place, now(), Priority.FIRST)
    name = _name(subject)
    return [
        Sending(
            kind=SendingKind.SUBSCRIBED,
            channel=one.channel,
            key=f"{name}:a{one.lookup}",
            subscription=one,
            run_at=run_at,
            **subject,
        )
        for one in to
        if reply_to.sends_over(one.channel)
    ]


def _partners(subject: Mapping[str, Version | HoldingLine]) -> list[Sending]:
    partner = connector("partner")
    names = sorted(partner.settings.partners) if partner else []
    return [
        Sending(
            kind=SendingKind.SUBSCRIBED,
            channel="partner",
            key=f"{_name(subject)}:partner:{lookup('partner', name)[:32]}",
            params={"partner": name},
            run_at=now(),
            **subject,
        )
        for name in names
    ]


def _name(subject: Mapping[str, Version | HoldingLine]) -> str:
    ((what, row),) = subject.items()
    return f"{what[0]}{row.pk}"
