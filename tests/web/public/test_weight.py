"""A public page with its style, scripts and drawings weighs at most 60 KB, fonts deferred."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from kiemtin.desk.models import Version
from tests.support.publishing import Staff

LIMIT = 60_000
PAGES = ("/", "/hoi/", "/kiem-tra/", "/kiem-chung/", "/dang-kiem-tra/", "/dinh-chinh/",
         "/cach-lam-viec/", "/bien-nhan/")  # fmt: skip


def weight(reader: Client, where: str) -> int:
    """Bytes before compression of the page and all it loads before the fonts."""
    html = reader.get(where).content
    loaded = set(re.findall(rb'(?:src|href)="/?(?:static/)([^"]+)"', html))
    drawings = set(re.findall(rb'<img[^>]*src="(/[^"]+)"', html))
    files = [Path(str(finders.find(name.decode()))) for name in loaded]
    return (
        len(html)
        + sum(file.stat().st_size for file in files)
        + sum(len(reader.get(name.decode()).content) for name in drawings)
    )


@pytest.mark.parametrize("where", PAGES)
def test_a_page_is_light(reader: Client, staff: Staff, where: str) -> None:
    for number in range(20):
        staff.publish(claim=f"Đập thủy điện số {number} bị vỡ tối 9/9/2024")
    assert weight(reader, where) <= LIMIT


def test_a_long_fact_check_is_light(reader: Client, staff: Staff) -> None:
    version = staff.publish(why="Đập nguyên vẹn, đã kiểm tra. " * 40)
    assert weight(reader, f"/kiem-chung/{version.fact_check.slug}/") <= LIMIT


def test_the_fonts_are_not_loaded_before_the_page(reader: Client, dam: Version) -> None:
    html = reader.get("/").content.decode()
    assert ".woff2" not in html
    assert '<link rel="stylesheet" href="/static/kiemtin/css/fonts.css"' not in html
