"""Pasting a text: which fact-check it repeats and why; nothing of it is kept."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client

from kiemtin.desk.flow import holding
from kiemtin.desk.models import Account, Message, Version
from kiemtin.desk.queries import search
from kiemtin.desk.words import VersionKind
from tests.support.publishing import Staff
from tests.web.public.pages import Page, fields, text

CHECK = "/kiem-tra/"


def paste(reader: Client, said: str) -> Page:
    return reader.post(CHECK, {"text": said})


def test_a_known_claim_gets_its_verdict_with_the_reason(reader: Client, dam: Version) -> None:
    page = paste(reader, dam.claim)
    said = text(page)
    assert page.status_code == 200
    assert "Chúng tôi đã kiểm tra tin này" in said
    assert said.index("SAI") < said.index(dam.fact) < said.index("Nên làm gì")
    assert "Vì sao chúng tôi nghĩ vậy" in said
    assert "chắc chắn" in said or "Rất có thể" in said
    assert "%" not in said


def test_the_denial_of_a_claim_is_never_said_to_be_the_same(reader: Client, dam: Version) -> None:
    said = text(paste(reader, "Đập thủy điện Nậm Mẫu không bị vỡ tối 9/9/2024"))
    assert "Chúng tôi đã kiểm tra tin này" not in said


def test_what_no_longer_holds_never_calms_anybody_today(reader: Client, staff: Staff) -> None:
    version = staff.publish(valid_until=date(2024, 9, 20))
    page = paste(reader, version.claim)
    said = text(page)
    assert said.index("Chỉ có bài cũ") < said.index("gọi 112") < said.index("SAI")
    assert said.index("Chỉ đúng đến 20/09/2024") < said.index("SAI")
    assert '<details class="other" open>' in page.content.decode()


def test_what_may_be_another_claim_shows_that_claim_before_its_verdict(
    reader: Client, staff: Staff
) -> None:
    version = staff.publish()
    said = text(paste(reader, "Đập thủy điện Nậm Mẫu bị vỡ tối 10/9/2024"))
    marked = "“Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024 (khác) ”"
    assert said.index(marked) < said.index("SAI") < said.index(version.fact)


def test_what_may_be_another_claim_says_in_one_sentence_what_differs(
    reader: Client, staff: Staff
) -> None:
    staff.publish()
    page = paste(reader, "Đập thủy điện Nậm Mẫu bị vỡ tối 10/9/2024").content.decode()
    assert re.findall(r'<mark class="(\w+)">([^<]+)', page) == [("conflict", "tối 9/9/2024")]
    assert "Ngày khác: người hỏi nói tối 10/9/2024, bài kiểm chứng nói tối 9/9/2024." in page
    assert 'class="compare"' not in page


def test_what_the_reader_pasted_is_never_markup(reader: Client, staff: Staff) -> None:
    staff.publish()
    page = paste(reader, "<script>alert(1)</script> Đập Nậm Mẫu bị vỡ tối 10/9/2024")
    assert "<script>alert" not in page.content.decode()


def test_what_is_not_known_stands_in_the_report_form_already(reader: Client, dam: Version) -> None:
    heard = "Ngân hàng sắp khoá mọi thẻ chưa cập nhật khuôn mặt"
    page = paste(reader, heard)
    assert "hãy gửi cho chúng tôi" in text(page)
    assert heard in text(page)
    answer = reader.post("/hoi/", fields(page, "/hoi/") | {"text": heard})
    assert answer.status_code == 302


def test_an_open_rumour_is_never_shown_by_its_own_words(reader: Client, staff: Staff) -> None:
    rumour = staff.open(claim="Hồ chứa Bản Hồ nứt thân đập, nước sắp tràn về xã")
    said = text(paste(reader, rumour.claim + " thật không"))
    assert said.count("nứt thân đập") == 1  # the reader's own text, in the form
    assert "Bàn đang kiểm tra một tin như thế" in said


def test_a_holding_line_in_force_comes_first(
    reader: Client, staff: Staff, colleague: Account
) -> None:
    rumour = staff.open(claim="Hồ chứa Bản Hồ nứt thân đập, nước sắp tràn về xã")
    holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao ngay.", checking="Đang gọi trạm thủy văn."
    )
    said = text(paste(reader, rumour.claim))
    assert said.index("Lên chỗ cao ngay.") < said.index("Đang gọi trạm thủy văn.")


def test_a_withdrawn_fact_check_answers_nothing(reader: Client, staff: Staff, dam: Version) -> None:
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm đập khác.")
    assert dam.fact not in text(paste(reader, dam.claim))


def test_nothing_of_the_text_is_kept(
    reader: Client, dam: Version, caplog: pytest.LogCaptureFixture
) -> None:
    canary = "chim yến xanh nói đập vỡ"
    page = paste(reader, canary)
    assert page["Cache-Control"] == "no-store"
    assert not Message.objects.exists()
    assert "yến xanh" not in caplog.text
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            assert not any("yến xanh" in str(row) for row in cursor.fetchall()), table


def test_comparing_that_fails_offers_to_send_the_text(
    reader: Client, dam: Version, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr(search, "check", broken)
    page = paste(reader, "Cầu Cốc Lếu sập")
    assert page.status_code == 200
    assert "chưa so được" in text(page)
    assert "Cầu Cốc Lếu sập" in text(page)
    assert "Cốc Lếu" not in caplog.text


def test_the_box_needs_no_token_and_sets_no_cookie(reader: Client, dam: Version) -> None:
    assert not reader.get(CHECK).cookies
    assert paste(reader, dam.claim).status_code == 200


@pytest.mark.parametrize(("said", "status"), [("", 422), (" \u200b ", 422), ("ả" * 100_000, 413)])
def test_a_text_that_cannot_be_read_is_said_beside_the_box(
    reader: Client, dam: Version, said: str, status: int
) -> None:
    page = paste(reader, said)
    assert page.status_code == status
    assert 'id="id_text_error"' in page.content.decode()


def test_it_speaks_english_to_who_chose_it(reader: Client, dam: Version) -> None:
    reader.cookies["lang"] = "en"
    page = paste(reader, dam.claim)
    assert page["Content-Language"] == "en"


def test_the_address_never_carries_the_text(reader: Client, dam: Version) -> None:
    page = paste(reader, dam.claim)
    assert "Nậm Mẫu bị vỡ" not in "".join(
        part.split('"')[0] for part in page.content.decode().split('href="')[1:]
    )


BRIDGE = "Cầu Cốc Lếu sắp bị cấm xe tải"


def test_several_claims_have_an_answer_each(reader: Client, staff: Staff, dam: Version) -> None:
    staff.open(claim=BRIDGE)
    said = text(paste(reader, f"{dam.claim} phải không ạ? Với lại {BRIDGE} đúng không?"))
    assert "Tin này có 2 điều" in said
    first, second = said.index(f"1. “{dam.claim}"), said.index(f"2. “Với lại {BRIDGE}")
    assert first < said.index(dam.fact) < second < said.index("Bàn đang kiểm tra một tin như thế")
    assert said.count(dam.fact) == 1
    assert "Chúng tôi đã kiểm tra tin này" not in said


def test_an_old_answer_to_one_of_several_claims_calms_nobody(reader: Client, staff: Staff) -> None:
    old = staff.publish(valid_until=date(2024, 9, 20))
    staff.open(claim=BRIDGE)
    said = text(paste(reader, f"{old.claim} phải không ạ? Với lại {BRIDGE} đúng không?"))
    assert said.index("gọi 112") < said.index("Chỉ đúng đến 20/09/2024") < said.index("SAI")
