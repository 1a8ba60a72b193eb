"""Feed, site map, robots: what programs read."""

from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client, override_settings

from kiemtin.desk.models import Version
from kiemtin.desk.words import VersionKind
from tests.support.publishing import Staff

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = override_settings(PUBLIC_URL="https://kiemtin.example.vn")


@SITE
def test_the_feed_has_one_entry_a_fact_check_and_says_when_it_changed(
    reader: Client, staff: Staff, dam: Version
) -> None:
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    answer = reader.get("/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 1
    assert entries[0].findtext(f"{ATOM}id") == (
        f"https://kiemtin.example.vn/kiem-chung/{dam.fact_check.slug}/"
    )


def test_an_empty_feed_is_a_feed(reader: Client) -> None:
    assert fromstring(reader.get("/feed.atom").content).tag == f"{ATOM}feed"


@SITE
def test_the_site_map_names_every_fact_check(reader: Client, dam: Version) -> None:
    answer = reader.get("/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    places = [node.text for node in fromstring(answer.content).iter() if node.tag.endswith("loc")]
    assert f"https://kiemtin.example.vn/kiem-chung/{dam.fact_check.slug}/" in places


@SITE
def test_robots_leave_receipts_and_the_desk_alone(reader: Client) -> None:
    said = reader.get("/robots.txt").content.decode()
    for folder in ("/bien-nhan/", "/phan-hoi/", "/desk/", "/vao/"):
        assert f"Disallow: {folder}\n" in said
    assert "Sitemap: https://kiemtin.example.vn/sitemap.xml" in said


@pytest.mark.parametrize("where", ["/feed.atom", "/sitemap.xml", "/robots.txt"])
def test_programs_may_ask_again_cheaply(reader: Client, where: str) -> None:
    first = reader.get(where)
    assert reader.get(where, headers={"if-none-match": first["ETag"]}).status_code == 304
