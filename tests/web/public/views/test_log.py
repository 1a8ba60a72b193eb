"""The log's pages: history with search, and one entry."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.desk.models import Version
from tests.web.public.conftest import LOG_KEY
from tests.web.public.pages import text


@pytest.fixture(autouse=True)
def own_log(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER = tmp_path / "log"


def test_the_history_leads_to_what_was_published(reader: Client, signed: Version) -> None:
    page = reader.get("/log/")
    said = text(page)
    assert "2 mục đã ký" in said
    assert "Công bố" in said
    assert signed.claim in said
    assert str(LOG_KEY.verifier) in said
    assert f"/kiem-chung/{signed.fact_check.slug}/ban/1/" in page.content.decode()


def test_the_history_is_searched_and_a_wrong_filter_is_said(
    reader: Client, signed: Version
) -> None:
    assert signed.claim in text(reader.get("/log/", {"q": signed.claim}))
    assert "Không có mục nào như vậy" in text(reader.get("/log/", {"q": "voi bay"}))
    assert signed.claim not in text(reader.get("/log/", {"kind": "key_change"}))
    wrong = text(reader.get("/log/", {"kind": "x", "day": "hôm qua"}))
    assert signed.claim in wrong


def test_before_the_first_entry_and_the_first_key_the_page_says_so(reader: Client) -> None:
    said = text(reader.get("/log/"))
    assert "Sổ còn trống" in said
    assert "Sổ chưa được ký" in said
    assert reader.get("/log/checkpoint").status_code == 404
    assert reader.get("/log/0/").status_code == 404
    assert reader.get("/log/0.tlog-proof").status_code == 404
    assert reader.get("/log/khoa").status_code == 404


def test_an_entry_says_what_it_commits_to(reader: Client, signed: Version) -> None:
    entry = signed.log_entry
    said = text(reader.get(f"/log/{entry.number}/"))
    assert entry.commitment in said
    assert signed.content_hash in said
    assert "Người phát ngôn colleague" in said
    assert "Kết luận Sai (false)" in said
