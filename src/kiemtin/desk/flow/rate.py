"""Rate: a reader says whether a fact-check is of use; one word a device, replaced or taken back at
any time, and nothing about who it was.

Nothing is logged: the minute of a line would tell what the row leaves out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk import jobs, keyed
from kiemtin.desk.errors import refuse
from kiemtin.desk.models import FactCheck, Rating, RatingTag, SpentForm, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.words import Helpful, RatingReason, VersionKind

DEVICE, FORM = "rating device", "rating form"
JUDGED_AGAIN_AFTER = 20
"""So many new ratings and the model is asked anew, before the day is over."""


class State(StrEnum):
    """What became of a form that was sent."""

    COUNTED = "counted"
    REPLACED = "replaced"
    AGAIN = "again"


@dataclass(frozen=True)
class Rated:
    """The device's rating as it stands now; None when a form of before is sent again after it was
    taken back.
    """

    state: State
    rating: Rating | None


def rater(device: str) -> str:
    """What stands for a device in the database: 64 hex digits, found again only with the token."""
    return keyed.mac(DEVICE, device).hex()


class Sent(TypedDict):
    """What comes with a rating: the number of the version that was read, the device's token, the
    one-time number of the form.
    """

    read: int
    device: str
    form: str


def rate(
    fact_check: FactCheck,
    value: Helpful,
    reasons: Collection[RatingReason] = (),
    **sent: Unpack[Sent],
) -> Rated:
    """Take a device's word on version number `read`, in the place of its earlier word.

    `form` is the one-time number of the form: sent again it has no second effect. Raises FlowError
    (not_current) when another version is out meanwhile or the page was withdrawn.
    """
    with transaction.atomic():
        if not _spend(sent["form"]):
            return Rated(State.AGAIN, of_device(fact_check, sent["device"]))
        version = _current(fact_check, sent["read"])
        rating, created = Rating.objects.update_or_create(
            fact_check=fact_check,
            rater=rater(sent["device"]),
            defaults={"version": version, "value": value, "rated_at": this_hour()},
        )
        rating.tags.all().delete()
        RatingTag.objects.bulk_create(RatingTag(rating=rating, tag=tag) for tag in set(reasons))
        _ask_the_model()
    return Rated(State.COUNTED if created else State.REPLACED, rating)


def _spend(form: str) -> bool:
    mark = keyed.mac(FORM, form).hex()
    _spent, first = SpentForm.objects.get_or_create(mark=mark, defaults={"spent_at": this_hour()})
    return first


def _current(fact_check: FactCheck, read: int) -> Version:
    version = Version.objects.filter(
        pk=FactCheck.objects.values("current").filter(pk=fact_check.pk)[:1]
    ).first()
    if version is None or version.number != read or version.kind == VersionKind.WITHDRAWAL:
        raise refuse(
            "not_current",
            _("Bài vừa có bản khác. Hãy đọc lại bản mới rồi đánh giá; lựa chọn của bạn còn đây."),
        )
    return version


def _ask_the_model() -> None:
    full = Rating.objects.count() // JUDGED_AGAIN_AFTER
    if full:
        # Due at once, the job would keep the second of a rating that itself keeps only its hour.
        next_hour = this_hour() + timedelta(hours=1)
        jobs.enqueue("judge", f"judge:{today().isoformat()}:{full}", run_at=next_hour)


def this_hour() -> datetime:
    """Now, no finer than the hour."""
    return now().replace(minute=0, second=0, microsecond=0)


def of_device(fact_check: FactCheck, device: str) -> Rating | None:
    """What a device has said of a fact-check."""
    return Rating.objects.filter(fact_check=fact_check, rater=rater(device)).first()


def has_rated(device: str) -> bool:
    """Whether any rating of a device stands; False for "", the token of none."""
    return bool(device) and Rating.objects.filter(rater=rater(device)).exists()


def take_back(fact_check: FactCheck, device: str) -> bool:
    """Erase a device's rating, as if it had never been; False when there was none."""
    erased, _each = Rating.objects.filter(fact_check=fact_check, rater=rater(device)).delete()
    return bool(erased)
