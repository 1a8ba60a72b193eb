"""Reviewers find what is contested in their queue until somebody has looked; with the counts."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from kiemtin.desk.flow import rate
from kiemtin.desk.models import Account, ContestedReview, Desk, Judgement, Rating, Version
from kiemtin.desk.moment import today
from kiemtin.desk.words import Helpful, RatingReason, Reception, Role
from tests.support import rated
from tests.support.publishing import Staff
from tests.web.desk.conftest import Browser

QUEUE = "Cần xem lại"


@pytest.fixture
def version(staff: Staff) -> Version:
    """A published version with ratings of both kinds."""
    version = staff.publish()
    rated.times(version, 7)
    rated.times(version, 3, Helpful.NO, first=7)
    for one in Rating.objects.filter(value=Helpful.NO):
        one.tags.create(tag=RatingReason.ONE_SIDED)
    return version


@pytest.fixture
def review(version: Version) -> ContestedReview:
    """It is contested."""
    Judgement.objects.create(version=version, reception=Reception.CONTESTED, judged_on=today())
    return ContestedReview.objects.create(version=version, opened_at=rate.this_hour())


@pytest.fixture
def reviewer(person: Callable[..., Account], desk: Desk) -> Account:
    """Somebody who wrote nothing."""
    return person("reviewer", desk, Role.REVIEWER)


def at(version: Version) -> str:
    return reverse("desk:fact_check", args=[version.fact_check_id])


def test_the_desk_sees_counts_and_reasons(
    browser: Browser, author: Account, version: Version
) -> None:
    page = browser(author).get(at(version)).content.decode()
    assert "Có ích: <strong>7</strong>" in page
    assert "Không có ích: <strong>3</strong>" in page
    assert "Nghe như chỉ một phía: 3" in page
    assert "Chỉ một phía người đọc" not in page


def test_what_is_contested_waits_in_the_queue_until_a_reviewer_says_why_it_stands(
    browser: Browser, reviewer: Account, review: ContestedReview
) -> None:
    client = browser(reviewer)
    queue = client.get(reverse("desk:review_queue")).content.decode()
    assert QUEUE in queue
    assert f"{at(review.version)}#doc-gia" in queue
    address = reverse("desk:stands", args=[review.pk])
    assert f'action="{address}"' in client.get(at(review.version)).content.decode()
    page = client.post(address, {"note": " "}, follow=True).content.decode()
    assert "vì sao bài được giữ nguyên" in page
    page = client.post(address, {"note": "Đã hỏi thêm trạm đo."}, follow=True).content.decode()
    assert "bài được xem lại và giữ nguyên" in page
    assert "Đã hỏi thêm trạm đo." in page
    assert QUEUE not in client.get(reverse("desk:review_queue")).content.decode()


def test_a_new_draft_takes_it_out_of_the_queue(
    browser: Browser, author: Account, review: ContestedReview
) -> None:
    client = browser(author)
    assert QUEUE in client.get(reverse("desk:review_queue")).content.decode()
    client.post(reverse("desk:amend", args=[review.version.fact_check_id]), {"kind": "update"})
    assert QUEUE not in client.get(reverse("desk:review_queue")).content.decode()


def test_its_author_is_told_why_not(
    browser: Browser, author: Account, review: ContestedReview
) -> None:
    client = browser(author)
    assert "người khác phải xem lại" in client.get(at(review.version)).content.decode()
    client.post(reverse("desk:stands", args=[review.pk]), {"note": "Tôi viết đúng."})
    review.refresh_from_db()
    assert review.closed_at is None


def test_who_does_not_review_only_sees_that_it_waits(
    browser: Browser, person: Callable[..., Account], desk: Desk, review: ContestedReview
) -> None:
    client = browser(person("checker", desk, Role.CHECKER))
    assert "Chờ một người duyệt xem lại." in client.get(at(review.version)).content.decode()
    answer = client.post(reverse("desk:stands", args=[review.pk]), {"note": "Được."})
    assert answer.status_code == 403


def test_a_stranger_finds_nothing(
    browser: Browser, stranger: Account, review: ContestedReview
) -> None:
    client = browser(stranger)
    answer = client.post(reverse("desk:stands", args=[review.pk]), {"note": "Được."})
    assert answer.status_code == 404
    assert QUEUE not in client.get(reverse("desk:review_queue")).content.decode()
