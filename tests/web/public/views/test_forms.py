"""Posters, cards and forms for programs: of the current version, drawn once, signed if possible."""

import io
import json
import subprocess
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
import zxingcpp
from capvalidator import check_schema
from django.test import Client, override_settings
from PIL import Image
from pytest_django import Settings

from kiemtin.bulletin.data_commons import feed_problems
from kiemtin.desk.models import Version
from kiemtin.desk.words import Verdict, VersionKind
from kiemtin.record.statement_code import from_code
from kiemtin.web.public.views.forms import FORMS
from tests.support.publishing import Staff
from tests.web.public.pages import text

SITE = "https://kiemtin.example.vn"
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
SHEETS = ("ap-phich-a4.pdf", "ap-phich-a5.pdf")
CARDS = {"the-vuong.png": (1080, 1080), "the-dung.png": (1080, 1920)}


@pytest.fixture(autouse=True)
def site(settings: Settings) -> None:
    """Every address begins alike."""
    settings.PUBLIC_URL = SITE


def where(version: Version, form: str = "") -> str:
    return f"/kiem-chung/{version.fact_check.slug}/{form}"


def printed(pdf: bytes, folder: Path) -> str:
    (folder / "a.pdf").write_bytes(pdf)
    ran = subprocess.run(["pdftotext", folder / "a.pdf", "-"], check=True, capture_output=True)
    return " ".join(ran.stdout.decode().split())


@pytest.mark.parametrize("form", SHEETS)
def test_a_poster_is_a_small_pdf_that_no_search_engine_keeps(
    reader: Client, dam: Version, form: str
) -> None:
    answer = reader.get(where(dam, form))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Content-Disposition"].startswith(f'inline; filename="{dam.fact_check.slug}')
    assert answer.content.startswith(b"%PDF-")
    assert len(answer.content) <= 300_000


@pytest.mark.parametrize("form", CARDS)
def test_a_card_has_the_size_that_its_name_says(reader: Client, dam: Version, form: str) -> None:
    answer = reader.get(where(dam, form))
    assert answer["Content-Type"] == "image/png"
    assert len(answer.content) <= 200_000
    assert Image.open(io.BytesIO(answer.content)).size == CARDS[form]


@pytest.mark.parametrize("form", [*SHEETS, *CARDS, "claimreview"])
def test_each_is_drawn_once_a_version_and_asked_for_again_cheaply(
    reader: Client, dam: Version, form: str
) -> None:
    address = "/claimreview.json" if form == "claimreview" else where(dam, form)
    first = reader.get(address)
    before = len(FORMS._bodies)
    assert reader.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert len(FORMS._bodies) == before
    assert reader.head(address).status_code == 200
    assert reader.post(address).status_code in {403, 405}


@pytest.mark.system
def test_the_poster_carries_the_signed_code_of_the_version(
    reader: Client, signed: Version, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(reader.get(where(signed, SHEETS[0])).content)
    names = (str(tmp_path / "a.pdf"), str(tmp_path / "a"))
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", *names], check=True)
    (found,) = zxingcpp.read_barcodes(Image.open(tmp_path / "a.png"))
    assert found.text.startswith(f"{SITE}/ma/#")
    statement = from_code(found.text).statement
    assert (statement.number, statement.version) == (signed.fact_check_id, 1)


@pytest.mark.system
def test_a_new_version_and_a_withdrawal_are_printed_at_once(
    reader: Client, staff: Staff, dam: Version, tmp_path: Path
) -> None:
    assert "SAI" in printed(reader.get(where(dam, SHEETS[0])).content, tmp_path)
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ kiểm tra.")
    assert "Sai giờ kiểm tra." in printed(reader.get(where(dam, SHEETS[0])).content, tmp_path)
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nguồn rút báo cáo.")
    said = printed(reader.get(where(dam, SHEETS[0])).content, tmp_path)
    assert "ĐÃ RÚT LẠI" in said
    assert dam.fact not in said


@pytest.mark.system
@override_settings(DRILL=True)
def test_in_a_drill_the_paper_says_so(reader: Client, dam: Version, tmp_path: Path) -> None:
    assert "DIỄN TẬP" in printed(reader.get(where(dam, SHEETS[0])).content, tmp_path)


@pytest.mark.system
def test_paper_is_in_vietnamese_whoever_asks(reader: Client, dam: Version, tmp_path: Path) -> None:
    answer = reader.get(where(dam, SHEETS[0]), headers={"accept-language": "en"})
    assert "Nên làm" in printed(answer.content, tmp_path)


@pytest.mark.parametrize("form", [*SHEETS, *CARDS])
def test_there_is_none_of_what_is_not_published_or_cannot_be_drawn(
    reader: Client, staff: Staff, form: str
) -> None:
    assert reader.get(f"/kiem-chung/khong-co/{form}").status_code == 404
    version = staff.publish(fact="Tin từ 云南 là sai.")
    assert reader.get(where(version, form)).status_code == 404


def test_the_page_leads_to_paper_and_cards_and_shows_one_to_networks(
    reader: Client, staff: Staff, dam: Version
) -> None:
    page = reader.get(where(dam))
    html = page.content.decode()
    for form in (*SHEETS, *CARDS):
        assert f'href="{where(dam, form)}"' in html
    assert "In áp phích: A4 A5 Thẻ chia sẻ: vuông dọc" in text(page)
    assert f'<meta property="og:image" content="{SITE}{where(dam, "the-vuong.png")}">' in html
    assert f'<meta property="og:title" content="{dam.fact}">' in html
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    old = reader.get(where(dam, "ban/1/")).content.decode()
    assert "og:image" not in old
    assert "ap-phich" not in old


def test_robots_are_asked_to_draw_no_posters(reader: Client) -> None:
    assert "Disallow: /kiem-chung/*/ap-phich-\n" in reader.get("/robots.txt").content.decode()


def test_the_data_feed_holds_what_has_a_rating(reader: Client, staff: Staff, dam: Version) -> None:
    staff.publish(verdict=Verdict.UNPROVEN, claim="Nước suối Ngòi Phát có độc")
    feed = json.loads(reader.get("/claimreview.json").content)
    assert feed_problems(feed) == []
    assert [item["url"] for item in feed["dataFeedElement"]] == [f"{SITE}{where(dam)}"]
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nguồn rút báo cáo.")
    assert json.loads(reader.get("/claimreview.json").content)["dataFeedElement"] == []


def test_cap_is_off_unless_the_desk_switches_it_on(reader: Client, dam: Version) -> None:
    assert reader.get("/cap/feed.atom").status_code == 404
    assert reader.get(f"/cap/{dam.fact_check.slug}.xml").status_code == 404


@override_settings(CAP=True)
def test_cap_follows_the_versions_by_reference(reader: Client, staff: Staff, dam: Version) -> None:
    address = f"/cap/{dam.fact_check.slug}.xml"
    first = reader.get(address)
    assert first["Content-Type"] == "application/cap+xml"
    assert check_schema(first.content).passed
    old = fromstring(first.content)
    assert old.findtext(f"{CAP}msgType") == "Alert"
    assert len(old.findall(f"{CAP}info")) == 2
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nguồn rút báo cáo.")
    new = fromstring(reader.get(address).content)
    assert new.findtext(f"{CAP}msgType") == "Cancel"
    triple = ",".join(
        str(old.findtext(f"{CAP}{name}")) for name in ("sender", "identifier", "sent")
    )
    assert new.findtext(f"{CAP}references") == triple
    feed = reader.get("/cap/feed.atom")
    assert f'href="{SITE}{address}"' in feed.content.decode()
    assert reader.get("/cap/khong-co.xml").status_code == 404


@override_settings(CAP=True, DRILL=True)
def test_in_a_drill_cap_is_an_exercise(reader: Client, dam: Version) -> None:
    alert = fromstring(reader.get(f"/cap/{dam.fact_check.slug}.xml").content)
    assert alert.findtext(f"{CAP}status") == "Exercise"
