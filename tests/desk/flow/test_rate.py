"""One word a device and fact-check, replaced or taken back; a form has one effect."""

import logging
import secrets
from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import rate, retention
from kiemtin.desk.models import Account, Desk, FactCheck, Job, Rating, SpentForm, Version
from kiemtin.desk.moment import at
from kiemtin.desk.words import Helpful, RatingReason, VersionKind
from tests.desk import steps
from tests.support.publishing import Staff

DEVICE, OTHER = secrets.token_urlsafe(32), secrets.token_urlsafe(32)


@pytest.fixture
def version(staff: Staff) -> Version:
    """What is rated."""
    return staff.publish()


def say(
    version: Version,
    value: Helpful = Helpful.YES,
    *reasons: RatingReason,
    device: str = DEVICE,
    form: str = "",
) -> rate.Rated:
    """A device sends the form."""
    form = form or secrets.token_urlsafe(32)
    return rate.rate(
        version.fact_check, value, reasons, read=version.number, device=device, form=form
    )


def test_a_second_word_takes_the_place_of_the_first(version: Version) -> None:
    first = say(version, Helpful.YES, RatingReason.CLEAR)
    second = say(version, Helpful.NO, RatingReason.WEAK)
    assert (first.state, second.state) == (rate.State.COUNTED, rate.State.REPLACED)
    rating = Rating.objects.get()
    assert rating.value == Helpful.NO
    assert [tag.tag for tag in rating.tags.all()] == [RatingReason.WEAK]
    assert say(version, device=OTHER).state == rate.State.COUNTED
    assert Rating.objects.count() == 2


def test_a_form_sent_again_has_no_second_effect(version: Version) -> None:
    say(version, Helpful.YES, form="form-1")
    say(version, Helpful.NO, form="form-2")
    again = say(version, Helpful.YES, form="form-1")
    assert again.state == rate.State.AGAIN
    assert again.rating == Rating.objects.get(value=Helpful.NO)
    assert say(version, form="form-1", device=OTHER).rating is None
    assert Rating.objects.count() == 1


def test_taken_back_it_is_as_if_it_had_never_been(version: Version) -> None:
    say(version, Helpful.YES, RatingReason.CLEAR, form="form-1")
    assert rate.take_back(version.fact_check, DEVICE)
    assert not rate.take_back(version.fact_check, DEVICE)
    assert say(version, form="form-1").rating is None
    assert not Rating.objects.exists()


def test_a_reason_counts_once(version: Version) -> None:
    rating = say(version, Helpful.YES, RatingReason.HARD, RatingReason.HARD).rating
    assert rating is not None
    assert [tag.tag for tag in rating.tags.all()] == [RatingReason.HARD]


def test_a_rating_is_of_the_version_that_was_read(staff: Staff, version: Version) -> None:
    say(version)
    later = staff.again(version.fact_check, VersionKind.UPDATE)
    with pytest.raises(FlowError) as refused:
        say(version)
    assert refused.value.code == "not_current"
    say(later, Helpful.NO)
    assert [one.version for one in Rating.objects.all()] == [later]
    gone = staff.again(version.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Sai cả bài.")
    with pytest.raises(FlowError):
        say(gone)


def test_a_refused_form_can_be_sent_again(staff: Staff, version: Version) -> None:
    staff.again(version.fact_check, VersionKind.UPDATE)
    with pytest.raises(FlowError):
        say(version, form="form-1")
    assert not SpentForm.objects.exists()


def test_nothing_tells_who_or_which_minute(
    version: Version, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), at(steps.NOON + timedelta(minutes=13, seconds=7)):
        say(version, form="form-1")
    rating = Rating.objects.get()
    assert rating.rated_at == steps.NOON
    assert SpentForm.objects.get().spent_at == steps.NOON
    with connection.cursor() as cursor:
        rows = []
        for table in ("desk_rating", "desk_spentform", "desk_ratingtag", "desk_job"):
            cursor.execute(f"SELECT * FROM {table}")
            rows += cursor.fetchall()
    for secret in (DEVICE, "form-1"):
        assert secret not in f"{rows} {caplog.text}"
    assert not [one for one in caplog.records if one.name.startswith("kiemtin")]


def test_devices_and_forms_share_no_hash(version: Version) -> None:
    say(version, device=DEVICE, form=DEVICE)
    assert Rating.objects.get().rater != SpentForm.objects.get().mark


def test_the_model_is_asked_after_every_twenty(version: Version) -> None:
    for number in range(41):
        say(version, device=f"device-{number}")
    assert Job.objects.filter(kind="judge").count() == 2


def test_no_time_of_the_models_job_is_finer_than_the_hour_of_a_rating(version: Version) -> None:
    with at(steps.NOON + timedelta(minutes=13, seconds=7)):
        for number in range(rate.JUDGED_AGAIN_AFTER):
            say(version, device=f"device-{number}")
        steps.told()
        job = Job.objects.get(kind="judge")
        assert job.run_at == steps.NOON + timedelta(hours=1)
        assert (job.claimed_at, job.done_at) == (None, None)
    with at(steps.NOON + timedelta(hours=1)):
        assert steps.told() == 1


def test_after_a_year_nobody_can_tell_which_ratings_are_of_one_device(version: Version) -> None:
    with at(steps.NOON):
        say(version, Helpful.YES, RatingReason.CLEAR)
        say(version, device=OTHER)
    with at(steps.NOON + retention.FORMS_KEPT):
        retention.erase()
    assert not SpentForm.objects.exists()
    assert Rating.objects.exclude(rater="").count() == 2
    with at(steps.NOON + retention.RATERS_KEPT):
        retention.erase()
    assert [one.rater for one in Rating.objects.all()] == ["", ""]
    assert Rating.objects.filter(tags__tag=RatingReason.CLEAR).count() == 1


WORDS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([*Helpful, None]), st.integers(0, 5)), max_size=12
)


class AnyOrder(TestCase):
    """Whatever is sent in whatever order, the last word of each device stands."""

    def setUp(self) -> None:
        desk = Desk.objects.create(slug="lao-cai", name="Bàn", place="15")
        people = [Account.objects.create(email=f"{one}@example.vn", name=one) for one in "ab"]
        for one in people:
            for role in ("checker", "reviewer", "spokesperson"):
                one.memberships.create(desk=desk, role=role)
        self.version = Staff(desk, *people).publish()

    @settings(max_examples=30, deadline=None)
    @given(WORDS)
    def test_the_last_word_of_each_device_stands(
        self, words: list[tuple[int, Helpful | None, int]]
    ) -> None:
        Rating.objects.all().delete()
        SpentForm.objects.all().delete()
        stands: dict[int, Helpful] = {}
        spent: set[int] = set()
        fact_check: FactCheck = self.version.fact_check
        for device, word, form in words:
            if word is None:
                assert rate.take_back(fact_check, f"device-{device}") == (device in stands)
                stands.pop(device, None)
                continue
            done = say(self.version, word, device=f"device-{device}", form=f"form-{form}")
            assert (done.state == rate.State.AGAIN) == (form in spent)
            if form not in spent:
                stands[device] = word
            spent.add(form)
        kept = {one.rater: one.value for one in Rating.objects.all()}
        assert kept == {rate.rater(f"device-{one}"): word for one, word in stands.items()}
