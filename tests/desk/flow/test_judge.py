"""The model's word on each version is kept and nothing else; what one side likes goes to review."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from benchmarks.camps import EVERYBODY, LARGER, SMALLER
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import deliver, drafts, judge, rate
from kiemtin.desk.models import (
    Account,
    AuditEntry,
    ContestedReview,
    Desk,
    Judgement,
    LogEntry,
    Rating,
    Version,
)
from kiemtin.desk.moment import at, now
from kiemtin.desk.queries import ratings
from kiemtin.desk.words import Helpful, Reception, Role, VersionKind
from tests.support import rated
from tests.support.publishing import Staff

FACTOR = 0.0123456789


@pytest.fixture
def contested(staff: Staff) -> ContestedReview:
    """A version that waits to be looked at again."""
    return ContestedReview.objects.create(version=staff.publish(), opened_at=rate.this_hour())


@pytest.fixture
def reviewer(person: Callable[..., Account], desk: Desk) -> Account:
    """Somebody who neither wrote nor signed."""
    return person("reviewer", desk, Role.REVIEWER)


def test_camps_are_judged_and_what_one_likes_goes_back(
    staff: Staff, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    versions = [
        staff.publish(claim=f"Đập thủy điện số {number} bị vỡ tối 9/9/2024") for number in range(44)
    ]
    said = rated.by_camps(versions)
    before = [(version.verdict, version.content_hash) for version in versions]
    entries = LogEntry.objects.count()
    with caplog.at_level(logging.DEBUG):
        judge.judge_all()
    found = {one.version_id: one.reception for one in Judgement.objects.all()}
    sided = {v.pk for v, p in zip(versions, said.pleases, strict=True) if p in (LARGER, SMALLER)}
    liked = {v.pk for v, p in zip(versions, said.pleases, strict=True) if p == EVERYBODY}
    contested = {pk for pk, reception in found.items() if reception == Reception.CONTESTED}
    helpful = {pk for pk, reception in found.items() if reception == Reception.HELPFUL}
    assert set(found) == {version.pk for version in versions}
    assert contested <= sided
    assert len(contested) > len(sided) / 2
    assert helpful <= liked
    assert helpful
    assert {one.version_id for one in ratings.to_review([desk])} == contested
    judge.judge_all()
    assert ContestedReview.objects.count() == len(contested)
    after = [(one.verdict, one.content_hash) for one in Version.objects.order_by("pk")]
    assert (after, LogEntry.objects.count()) == (before, entries)
    messages = [record.getMessage() for record in caplog.records if "ratings" in record.name]
    messages += [record.getMessage() for record in caplog.records if "judge" in record.name]
    assert set(messages) == {
        f"ratings.judged gate=open versions=44 opened={len(contested)}",
        "ratings.judged gate=open versions=44 opened=0",
    }
    nothing_but_outcomes_is_kept()


def nothing_but_outcomes_is_kept() -> None:
    """No number but ids, counts and dates stands in the tables that a run writes."""
    floats = ("real", "double", "float", "decimal", "numeric")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("desk_rating", "desk_judgement", "desk_contested")):
                columns = connection.introspection.get_table_description(cursor, table)
                assert {one.name for one in columns} <= {
                    *("id", "fact_check_id", "version_id", "rater", "value", "rated_at"),
                    *("rating_id", "tag", "reception", "judged_on"),
                    *("opened_at", "note", "closed_by_id", "closed_at"),
                }
                assert not any(kind in str(one.type_code) for one in columns for kind in floats)


def test_little_is_too_few_and_nothing_is_nothing(staff: Staff) -> None:
    judge.judge_all()
    assert not Judgement.objects.exists()
    version = staff.publish()
    rated.times(version, 40)
    judge.judge_all()
    assert Judgement.objects.get().reception == Reception.TOO_FEW


def test_a_judgement_goes_with_its_ratings(staff: Staff) -> None:
    version = staff.publish()
    Judgement.objects.create(
        version=version, reception=Reception.HELPFUL, judged_on=rate.this_hour().date()
    )
    judge.judge_all()
    assert Judgement.objects.get().reception == Reception.TOO_FEW


def test_forgotten_raters_are_left_out(staff: Staff) -> None:
    rated.times(staff.publish(), 3)
    Rating.objects.update(rater="")
    judge.judge_all()
    assert not Judgement.objects.exists()


def test_the_worker_asks_the_model(staff: Staff) -> None:
    version = staff.publish()
    for number in range(rate.JUDGED_AGAIN_AFTER):
        rate.rate(
            version.fact_check,
            Helpful.YES,
            read=1,
            device=f"device-{number}",
            form=f"form-{number}",
        )
    with at(now() + timedelta(hours=1)):
        deliver.run_due()
    assert Judgement.objects.get().version == version


def test_a_reviewer_says_why_it_stands(
    contested: ContestedReview, reviewer: Account, desk: Desk
) -> None:
    with pytest.raises(FlowError) as refused:
        judge.stands(reviewer, contested, " ")
    assert refused.value.code == "no_reason"
    judge.stands(reviewer, contested, "Đã đọc lại chứng cứ, thêm số đo ở phần vì sao không cần.")
    contested.refresh_from_db()
    assert contested.closed_by == reviewer
    assert not ratings.to_review([desk]).exists()
    assert AuditEntry.objects.filter(act="contested.reviewed", object=contested.pk).exists()
    with pytest.raises(FlowError) as refused:
        judge.stands(reviewer, contested, "Lần nữa.")
    assert refused.value.code == "already_closed"


def test_neither_its_author_nor_a_stranger_says_that_it_stands(
    contested: ContestedReview, author: Account, stranger: Account
) -> None:
    with pytest.raises(FlowError) as refused:
        judge.stands(author, contested, "Tôi viết đúng.")
    assert refused.value.code == "author"
    with pytest.raises(NotAllowed):
        judge.stands(stranger, contested, "Được.")


def test_who_has_an_interest_does_not_either(contested: ContestedReview, reviewer: Account) -> None:
    rumour = contested.version.fact_check.rumour
    rumour.conflicts.create(account=reviewer, reason="Làm ở đó.", declared_at=rate.this_hour())
    with pytest.raises(FlowError) as refused:
        judge.stands(reviewer, contested, "Được.")
    assert refused.value.code == "conflict"


def test_what_is_being_rewritten_waits_no_more_unless_given_up(
    contested: ContestedReview, author: Account, desk: Desk
) -> None:
    draft = drafts.amend(author, contested.version.fact_check, VersionKind.UPDATE)
    assert not ratings.to_review([desk]).exists()
    draft.is_open = False
    draft.save()
    assert ratings.to_review([desk]).get() == contested


def test_what_was_replaced_meanwhile_waits_no_more(
    staff: Staff, contested: ContestedReview, desk: Desk
) -> None:
    staff.again(contested.version.fact_check, VersionKind.UPDATE)
    assert not ratings.to_review([desk]).exists()
