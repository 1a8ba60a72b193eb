"""What a page needs is fetched within bounds; whatever cannot be had never costs the page."""

from dataclasses import replace

import pytest

from kiemtin.media.apart.reader import ReaderRefused
from kiemtin.media.archive import CAPTURE, open_archive, replay
from tests.media.archive.test_keep import keep
from tests.support.peers.page_site import PageSite
from tests.support.readers_busy import readers_busy


def test_things_that_cannot_be_had_never_cost_the_page() -> None:
    with PageSite() as site:
        had = keep(site, "/hostile", replace(CAPTURE, one_seconds=3.0))
    missing = {one.url.rpartition("/")[2]: one.code for one in had.missing}
    assert missing == {
        "slow-img": "too_slow",
        "endless": "too_big",
        "endless.css": "too_big",
        "bomb": "decompression",
        "circle": "redirect",
        "a.png": "address",
    }
    shown = replay(open_archive(had.wacz)).html.decode()
    assert "Còn" in shown
    assert "alert" not in shown


def test_ten_thousand_pictures_are_too_many() -> None:
    with PageSite() as site:
        had = keep(site, "/many", replace(CAPTURE, things=2))
    assert len(had.resources) == 2
    assert {one.code for one in had.missing} == {"too_many"}
    assert len(open_archive(had.wacz).entries) == 3


def test_bytes_and_seconds_are_bounded() -> None:
    with PageSite() as site:
        few = keep(site, "/", replace(CAPTURE, most=700, things=4))
        none = keep(site, "/", replace(CAPTURE, seconds=0))
    assert sum(len(one.body) for one in few.resources) <= 700
    assert few.missing
    assert none.resources == ()
    assert {one.code for one in none.missing} == {"too_many"}


@pytest.mark.parametrize("path", ["/loops", "/deep", "/huge-data"])
def test_pages_that_go_round_or_deep_are_kept(path: str) -> None:
    with PageSite() as site:
        had = keep(site, path)
    assert len(site.paths) < 12
    assert open_archive(had.wacz).main.body == had.page.body


def test_when_no_reader_has_time_nothing_is_kept_in_parts() -> None:
    with PageSite() as site, readers_busy(), pytest.raises(ReaderRefused) as caught:
        keep(site, "/")
    assert caught.value.code == "busy"
