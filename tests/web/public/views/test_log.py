"""The log's pages: history with search, one entry with its proof, files that programs read."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.desk.flow import keys, seal
from kiemtin.desk.models import Version
from kiemtin.record.keys import SignerKey
from kiemtin.record.opening import read_opening
from kiemtin.record.proof import check_proof, read_proof
from kiemtin.record.tiles import tiles_of
from tests.web.public.pages import text

KEY = SignerKey("desk.example/log", b"\x01" * 32)


@pytest.fixture(autouse=True)
def own_log(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER, settings.LOG_KEYS = tmp_path / "log", [KEY.secret_text()]


@pytest.fixture
def signed(dam: Version) -> Version:
    """The published fact-check, with its entry under a signature."""
    keys.begin(KEY)
    seal.catch_up()
    return dam


def test_the_history_leads_to_what_was_published(reader: Client, signed: Version) -> None:
    page = reader.get("/log/")
    said = text(page)
    assert "2 mục đã ký" in said
    assert "Công bố" in said
    assert signed.claim in said
    assert str(KEY.verifier) in said
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


def test_a_proof_is_the_readers_own(reader: Client, signed: Version) -> None:
    number = signed.log_entry.number
    page = reader.get(f"/kiem-chung/{signed.fact_check.slug}/").content.decode()
    assert f'href="/log/{number}.tlog-proof"' in page
    proof = read_proof(reader.get(f"/log/{number}.tlog-proof").content)
    assert proof.extra is not None
    opening = read_opening(proof.extra)
    assert opening.body is not None
    assert opening.body["content_hash"] == signed.content_hash
    assert check_proof(proof, opening.entry, [KEY.verifier]).size == 2


def test_an_entry_that_waits_to_be_signed_says_so(reader: Client, dam: Version) -> None:
    number = dam.log_entry.number
    assert "đang chờ ký" in text(reader.get(f"/log/{number}/"))
    waiting = reader.get(f"/log/{number}.tlog-proof")
    assert waiting.status_code == 503
    assert waiting.headers["Retry-After"]
    assert waiting.headers["Cache-Control"] == "no-store"


def test_the_files_of_the_log_are_served_as_they_are(
    reader: Client, signed: Version, tmp_path: Path
) -> None:
    folder = tmp_path / "log"
    assert reader.get("/log/khoa").content.decode() == f"{KEY.verifier}\n"
    assert reader.get("/log/checkpoint").content == (folder / "checkpoint").read_bytes()
    assert reader.get("/log/checkpoint.2").content == (folder / "checkpoint.2").read_bytes()
    for tile in tiles_of(2):
        served = reader.get(f"/log/{tile.path}")
        assert served.content == (folder / tile.path).read_bytes()
        assert "immutable" in served.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/001",
        "tile/0/000",
        "tile/0/000.p/3",
        "tile/0/../state",
        "tile/entries/%2e%2e/state",
        "state",
        "lock",
        "checkpoint.9",
        "tile/",
    ],
)
def test_nothing_else_of_the_folder_is_served(reader: Client, signed: Version, path: str) -> None:
    assert reader.get(f"/log/{path}").status_code == 404
