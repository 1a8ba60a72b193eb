"""A version in the forms that its page carries."""

import json
from datetime import timedelta
from xml.etree.ElementTree import fromstring

import pytest
from django.test import override_settings

from kiemtin.desk.contents import content
from kiemtin.desk.models import Capture, Evidence, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.queries import public
from kiemtin.desk.words import Verdict, VersionKind
from kiemtin.desk.words_evidence import Link
from kiemtin.web.public import contents
from tests.support.publishing import Staff

SITE = override_settings(PUBLIC_URL="https://kiemtin.example.vn")


@SITE
def test_it_says_what_the_version_says(dam: Version) -> None:
    said = content(dam)
    assert (said.claim, said.fact, said.verdict) == (dam.claim, dam.fact, "false")
    assert said.place_name == "Tỉnh Lào Cai"
    assert said.url == f"https://kiemtin.example.vn/kiem-chung/{dam.fact_check.slug}/"
    assert [piece.archived_sha256 for piece in said.evidence] == [dam.evidence[0]["copy_sha256"]]


def test_claim_review_is_json_that_cannot_end_its_element(staff: Staff) -> None:
    version = staff.publish(fact="Không </script> có & gì")
    review = contents.claim_review(staff.publish(claim="</script> đập vỡ & trôi"))
    assert review is not None
    assert "</script>" not in review
    assert json.loads(review)["claimReviewed"] == "</script> đập vỡ & trôi"
    assert contents.claim_review(version) is not None


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_a_verdict_with_a_rating_has_a_claim_review(staff: Staff, verdict: Verdict) -> None:
    review = contents.claim_review(staff.publish(verdict=verdict))
    assert (review is None) == (verdict == Verdict.UNPROVEN)


def test_a_withdrawal_has_none(staff: Staff, dam: Version) -> None:
    gone = staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm.")
    assert contents.claim_review(gone) is None


def test_evidence_is_shown_in_words(dam: Version) -> None:
    piece = contents.evidence(dam)[0]
    assert piece["get_stance_display"] == "Bác bỏ"
    assert piece["dated"] is None


def test_readers_are_told_when_a_source_shows_something_else(dam: Version) -> None:
    piece = Evidence.objects.get(pk=dam.evidence[0]["id"])
    piece.capture = Capture.objects.create(
        rumour=piece.rumour,
        url="https://tin.example/bai",
        asked_by=piece.added_by,
        asked_at=now(),
        looked_at=now(),
        link=Link.GONE,
        link_since=now(),
    )
    piece.save()
    told = contents.evidence(dam)[0]["elsewhere"]
    assert told.label == "Trang không còn nữa"
    Capture.objects.update(link=Link.SILENT)
    assert contents.evidence(dam)[0]["elsewhere"] is None


@pytest.mark.parametrize(("days", "over"), [(None, False), (1, False), (0, False), (-1, True)])
def test_a_version_holds_through_its_last_day(days: int | None, over: bool) -> None:
    until = None if days is None else today() + timedelta(days=days)
    assert contents.no_longer_valid(Version(valid_until=until)) is over


def test_the_feed_is_named_after_the_site_even_without_a_desk(db: None) -> None:
    feed = fromstring(contents.feed(public.versions(10), ""))
    assert feed.findtext("{http://www.w3.org/2005/Atom}author/*") == "Kiểm Tin"
