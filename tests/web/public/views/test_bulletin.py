"""The page that checks a bulletin's code, what it keeps for offline use, and what the desk says."""

import json
import re
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.desk.flow import keys
from kiemtin.desk.models import Version
from kiemtin.desk.words import VersionKind
from kiemtin.record.judge import STATES
from kiemtin.record.known_list import open_list
from kiemtin.record.statement_code import PAGE, from_code
from kiemtin.web.public import bulletins
from kiemtin.web.public.bulletin_words import STATES as WORDS
from tests.support.bulletins import FOREIGN, KEY, NAME, SITE, code
from tests.support.publishing import Staff
from tests.web.public.pages import text

CHECK = "/ma/kiem-tra"


@pytest.fixture
def key(desk: object, settings: Settings) -> None:
    """A desk that signs."""
    settings.LOG_KEYS, settings.PUBLIC_URL = [KEY.secret_text()], SITE
    keys.begin(KEY)


def test_the_page_stands_where_the_codes_lead(reader: Client, key: None) -> None:
    page = reader.get(PAGE)
    assert page.status_code == 200
    assert "max-age" in page["Cache-Control"]
    assert "Chưa thấy kết quả?" in text(page)
    assert "<noscript" not in page.content.decode()


def test_no_script_or_style_stands_in_the_page(reader: Client, key: None) -> None:
    html = reader.get(PAGE).content.decode()
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
    assert all('type="application/json"' in one for one in inline)
    assert "style=" not in html
    assert not re.search(r'(?:src|href)="https?://', html)


def test_every_state_has_words_in_both_languages(reader: Client, key: None) -> None:
    assert set(WORDS) == {*STATES, "unchecked", "keyless"}
    said = {}
    for language in ("vi", "en"):
        reader.cookies["lang"] = language
        html = reader.get(PAGE).content.decode()
        found = re.search(r'<script id="bulletin-words"[^>]*>(.*?)</script>', html, re.DOTALL)
        assert found
        said[language] = json.loads(found[1])
    for state in WORDS:
        assert said["vi"]["states"][state]["title"] != said["en"]["states"][state]["title"]
    assert said["vi"]["refusals"]["length"] != said["en"]["refusals"]["length"]


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (code(), "holds"),
        (f"https://other.example/ma/#{code()}", "holds"),
        (code(FOREIGN), "unknown_key"),
        ("Đập vỡ <script>alert(1)</script>", "malformed"),
        ("", "malformed"),
        ("\x00\ud7ff" * 9, "malformed"),
    ],
)
def test_the_desk_says_what_a_pasted_code_is_worth(
    reader: Client, key: None, given: str, state: str
) -> None:
    page = reader.post(CHECK, {"code": given})
    assert page.status_code == 200
    assert f'data-state="{state}"' in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert str(WORDS[state].title) in text(page)
    assert "<script>alert" not in page.content.decode()
    shown = "Đập thủy điện Nậm Mẫu" in text(page)
    assert shown == (state == "holds")


def test_what_was_published_is_told_with_its_claim_and_its_page(
    reader: Client, key: None, staff: Staff, dam: Version
) -> None:
    printed = bulletins.code(dam)
    assert printed
    said = text(reader.post(CHECK, {"code": printed}))
    assert "Đúng là của bàn, còn hiệu lực" in said
    assert dam.claim in said
    assert "Theo danh sách bàn ký lúc" in said
    page = reader.get(f"/ma/bai/{dam.fact_check.pk}/")
    assert page.headers["Location"] == f"/kiem-chung/{dam.fact_check.slug}/"
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    assert "nhưng bàn đã ra bản 2" in text(reader.post(CHECK, {"code": printed}))


def test_a_number_of_nothing_leads_nowhere(reader: Client, key: None) -> None:
    assert reader.get("/ma/bai/999/").status_code == 404


def test_the_list_and_the_keys_are_served_to_be_kept(reader: Client, key: None) -> None:
    listed = reader.get("/ma/danh-sach")
    assert open_list(listed.content, [KEY.verifier]).origin == NAME
    assert listed["Content-Type"] == "text/plain; charset=utf-8"
    assert reader.get("/ma/danh-sach", headers={"If-None-Match": listed["ETag"]}).status_code == 304
    assert reader.get("/ma/khoa").content.decode() == f"{KEY.verifier}\n"


def test_a_desk_without_a_key_says_so(reader: Client, dam: Version) -> None:
    assert reader.get("/ma/danh-sach").status_code == 404
    assert reader.get("/ma/khoa").status_code == 404
    assert reader.get(PAGE).status_code == 200
    assert 'data-state="unknown_key"' in reader.post(CHECK, {"code": code()}).content.decode()
    assert "Xem chữ ký của bàn" not in text(reader.get(f"/kiem-chung/{dam.fact_check.slug}/"))


def test_the_worker_keeps_the_page_with_all_that_it_loads(reader: Client, key: None) -> None:
    worker = reader.get("/ma/luu.js")
    assert worker["Content-Type"].startswith("text/javascript")
    script = worker.content.decode()
    page = reader.get(PAGE).content.decode()
    loaded = set(re.findall(r'(?:src|href|data-judge)="(/static/[^"]+|/ma/[^"]+manifest)"', page))
    kept = set(json.loads(script.split("const FILES = ")[1].split(";\n")[0]))
    assert loaded <= kept
    assert 'const PAGE = "/ma/";' in script


def test_the_phone_can_put_it_on_its_first_screen(reader: Client, key: None) -> None:
    answer = reader.get("/ma/trang.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    shown = json.loads(answer.content)
    assert (shown["start_url"], shown["scope"], shown["lang"]) == (PAGE, PAGE, "vi")


def test_paper_carries_the_signed_code_of_its_own_version(
    reader: Client, key: None, staff: Staff, dam: Version
) -> None:
    where = f"/kiem-chung/{dam.fact_check.slug}/"
    first = reader.get(f"{where}qr.svg")
    assert fromstring(first.content).get("width", "").endswith("mm")
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    second = reader.get(f"{where}qr.svg")
    assert second.content != first.content
    assert reader.get(f"{where}ban/1/qr.svg").content == first.content
    assert f'src="{where}ban/1/qr.svg"' in reader.get(f"{where}ban/1/").content.decode()
    assert reader.get(f"{where}ban/3/qr.svg").status_code == 404


def test_the_page_and_the_api_give_the_code(reader: Client, key: None, dam: Version) -> None:
    where = f"/kiem-chung/{dam.fact_check.slug}/"
    link = re.search(rf'href="({re.escape(SITE)}/ma/#[^"]+)"', reader.get(where).content.decode())
    assert link
    said = from_code(link[1])
    assert said.holds(KEY.verifier)
    assert said.statement.claim == dam.claim
    given = reader.get(f"/api/v1/fact-checks/{dam.fact_check.slug}").json()
    assert given["bulletin"] == link[1]


def test_a_new_key_changes_the_page_at_once(
    reader: Client, key: None, dam: Version, settings: Settings
) -> None:
    where = f"/kiem-chung/{dam.fact_check.slug}/"
    before = reader.get(where).content
    settings.LOG_KEYS = [KEY.secret_text(), FOREIGN.secret_text()]
    keys.rotate(KEY, FOREIGN)
    after = reader.get(where).content.decode()
    assert after != before.decode()
    link = re.search(rf'href="{re.escape(SITE)}/ma/#([^"]+)"', after)
    assert link
    assert from_code(link[1]).holds(FOREIGN.verifier)


def test_a_site_whose_address_leaves_no_room_still_shows_its_pages(
    reader: Client, key: None, dam: Version, settings: Settings
) -> None:
    settings.PUBLIC_URL = "https://" + "a" * 290
    page = reader.get(f"/kiem-chung/{dam.fact_check.slug}/")
    assert page.status_code == 200
    assert "Xem chữ ký của bàn" not in text(page)
