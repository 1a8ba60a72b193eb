"""A fact-check's page: the answer first, all it stands on below, old versions within reach."""

import json
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from kiemtin.bulletin.claimreview_rules import problems
from kiemtin.desk.flow import investigate, listen
from kiemtin.desk.models import Account, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.words import ObjectionOutcome, Verdict, VersionKind
from kiemtin.web.public import contents
from tests.support.publishing import Staff
from tests.web.public.pages import text


def where(version: Version) -> str:
    return f"/kiem-chung/{version.fact_check.slug}/"


def test_the_answer_stands_before_what_it_stands_on(reader: Client, dam: Version) -> None:
    said = text(reader.get(where(dam)))
    order = [
        "SAI",
        dam.fact,
        "Nên làm gì",
        "Nơi áp dụng Tỉnh Lào Cai",
        "Kiểm tra lúc",
        "Bàn kiểm tin Lào Cai",
        "Điều được đồn",
        dam.said,
        "Vì sao kết luận như vậy",
        "Chứng cứ",
        "Thân đập nguyên vẹn.",
        "In English",
        "Người phát ngôn: colleague. Người duyệt: colleague.",
        "Các bản đã đăng",
        "Phản hồi",
    ]
    body = said[said.index("SAI", said.index("English")) :]
    at = [body.index(part) for part in order]
    assert at == sorted(at)


def test_evidence_shows_its_stance_and_the_hash_of_its_copy(reader: Client, dam: Version) -> None:
    page = reader.get(where(dam))
    said = text(page)
    assert "Bác bỏ" in said
    assert dam.evidence[0]["copy_sha256"] in said
    assert 'href="https://example.vn/bao-cao"' in page.content.decode()


def test_its_log_entry_and_hash_can_be_looked_up(reader: Client, dam: Version) -> None:
    said = text(reader.get(where(dam)))
    assert f"Mục số {dam.log_entry.number} trong sổ công khai" in said
    assert dam.content_hash in said


def test_who_was_asked_is_shown_with_the_answer(
    reader: Client, author: Account, staff: Staff
) -> None:
    rumour = staff.open()
    asked = now() - timedelta(hours=1)
    contact = investigate.Contact(
        "Công ty thủy điện", "điện thoại", asked, "Đập không vỡ.", asked + timedelta(minutes=5)
    )
    investigate.record_contact(author, rumour, contact)
    said = text(reader.get(where(staff.publish(rumour))))
    assert "Công ty thủy điện" in said
    assert "Đập không vỡ." in said


def test_what_came_after_publication_waits_for_the_next_version(
    reader: Client, author: Account, dam: Version
) -> None:
    contact = investigate.Contact("Sở Công Thương", "thư", now(), "Chưa ai duyệt câu này.", now())
    investigate.record_contact(author, dam.fact_check.rumour, contact)
    assert "Chưa ai duyệt câu này." not in text(reader.get(where(dam)))


def claim_review(reader: Client, version: Version) -> object:
    html = reader.get(where(version)).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(found[1]) if found else None


@override_settings(PUBLIC_URL="https://kiemtin.example.vn")
def test_it_carries_a_valid_claim_review(reader: Client, dam: Version) -> None:
    document = claim_review(reader, dam)
    assert problems(document) == []
    assert isinstance(document, dict)
    assert document["claimReviewed"] == dam.claim
    assert document["url"] == f"https://kiemtin.example.vn{where(dam)}"


def test_what_is_unproven_carries_none(reader: Client, staff: Staff) -> None:
    assert claim_review(reader, staff.publish(verdict=Verdict.UNPROVEN)) is None


def test_a_text_cannot_break_out_of_the_claim_review(reader: Client, staff: Staff) -> None:
    version = staff.publish(claim="Tin </script><script>alert(1)</script> & <!-- vỡ đập")
    html = reader.get(where(version)).content.decode()
    assert "<script>alert" not in html
    document = claim_review(reader, version)
    assert isinstance(document, dict)
    assert document["claimReviewed"] == version.claim


def test_an_amendment_says_what_was_wrong_and_keeps_the_old_text(
    reader: Client, staff: Staff, dam: Version
) -> None:
    reader.get(where(dam))  # a page kept in memory must not outlive its version
    new = staff.again(
        dam.fact_check,
        VersionKind.AMENDMENT,
        fact="Đập không vỡ, tràn xả lũ bị hỏng.",
        what_was_wrong="Bỏ sót tràn xả lũ.",
    )
    said = text(reader.get(where(dam)))
    assert new.fact in said
    assert "Đính chính" in said
    assert "Bỏ sót tràn xả lũ." in said
    old = reader.get(where(dam) + "ban/1/")
    assert dam.fact in text(old)
    assert "không còn hiệu lực" in text(old)
    assert "noindex" in old.content.decode()
    assert "ld+json" not in old.content.decode()


def test_a_withdrawal_stays_readable_and_says_why(
    reader: Client, staff: Staff, dam: Version
) -> None:
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm đập khác.")
    said = text(reader.get(where(dam)))
    assert "đã được rút lại" in said
    assert "Nhầm đập khác." in said


def test_a_version_that_does_not_exist_is_not_found(reader: Client, dam: Version) -> None:
    assert reader.get(where(dam) + "ban/2/").status_code == 404
    assert reader.get("/kiem-chung/khong-co-bai-nay/").status_code == 404


def test_what_held_until_yesterday_says_so(reader: Client, staff: Staff) -> None:
    days = {"valid_from": date(2024, 9, 9), "valid_until": today() - timedelta(days=1)}
    assert "Nay mọi việc có thể đã khác" in text(reader.get(where(staff.publish(**days))))


def test_what_holds_today_does_not(reader: Client, staff: Staff) -> None:
    assert "đã khác" not in text(reader.get(where(staff.publish(valid_until=today()))))


def test_answered_objections_are_public_and_waiting_ones_only_counted(
    reader: Client, colleague: Account, dam: Version
) -> None:
    first = listen.object_to(dam.fact_check, "Ảnh chụp ở nơi khác.", external_id="1").objection
    listen.object_to(dam.fact_check, "Chưa ai đọc câu này.", external_id="2")
    reader.get(where(dam))
    listen.answer_objection(
        colleague, first, ObjectionOutcome.REFUSED, "Ảnh đúng ở đập, xem bản lưu."
    )
    said = text(reader.get(where(dam)))
    assert said.index("Ảnh chụp ở nơi khác.") < said.index("Ảnh đúng ở đập")
    assert "Chưa ai đọc câu này." not in said
    assert "Có dưới 5 phản hồi đang chờ" in said


def test_small_counts_are_not_told_and_large_ones_are(reader: Client, dam: Version) -> None:
    for number in range(5):
        assert "Có 5 phản hồi" not in text(reader.get(where(dam)))
        listen.object_to(dam.fact_check, f"Phản hồi {number}", external_id=str(number))
    assert "Có 5 phản hồi đang chờ" in text(reader.get(where(dam)))


def test_english_readers_get_the_summary_first(reader: Client, dam: Version) -> None:
    reader.cookies["lang"] = "en"
    said = text(reader.get(where(dam)))
    assert said.index(dam.english) < said.index(dam.said)


def test_the_same_page_is_not_rendered_twice(
    reader: Client, dam: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reader.get(where(dam))
    monkeypatch.setattr(contents, "shown", None)
    assert reader.get(where(dam)).content == first.content


def test_a_page_takes_few_queries_and_a_kept_one_takes_two(reader: Client, dam: Version) -> None:
    with CaptureQueriesContext(
        connection,
    ) as cold:
        reader.get(where(dam))
    with CaptureQueriesContext(connection) as warm:
        reader.get(where(dam))
    assert len(cold) <= 10  # one of them for all links to sources together
    assert len(warm) == 2


def test_many_versions_and_objections_take_no_more_queries(
    reader: Client, staff: Staff, dam: Version
) -> None:
    for number in range(3):
        staff.again(dam.fact_check, VersionKind.UPDATE, fact=f"Đập còn nguyên lúc {number} giờ.")
        listen.object_to(dam.fact_check, f"Phản hồi {number}", external_id=str(number))
    with CaptureQueriesContext(connection) as cold:
        reader.get(where(dam))
    assert len(cold) <= 10  # one of them for all links to sources together


def test_a_reader_may_keep_it_a_moment_and_asks_again_cheaply(reader: Client, dam: Version) -> None:
    first = reader.get(where(dam))
    assert first["Cache-Control"].startswith("public, max-age=")
    assert "Cookie" in first["Vary"]
    assert not first.cookies
    again = reader.get(where(dam), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_notice_of_one_reader_is_not_kept_for_others(reader: Client, dam: Version) -> None:
    reader.get(where(dam))
    reader.cookies["messages"] = "anything"
    assert reader.get(where(dam))["Cache-Control"] == "private, no-cache"


def test_the_qr_code_leads_to_the_page(reader: Client, dam: Version) -> None:
    drawing = reader.get(where(dam) + "qr.svg")
    assert drawing["Content-Type"] == "image/svg+xml"
    assert drawing.content.startswith(b"<svg")
    assert b"style=" not in drawing.content
    assert reader.get("/kiem-chung/khong-co/qr.svg").status_code == 404


def test_colleague_and_stranger_see_what_everybody_sees(
    reader: Client, colleague: Account, stranger: Account, dam: Version
) -> None:
    plain = text(reader.get(where(dam)))
    for account in (colleague, stranger):
        signed_in = Client()
        signed_in.force_login(account)
        page = signed_in.get(where(dam))
        assert text(page) == plain
        assert page["Cache-Control"] == "private, no-cache"
