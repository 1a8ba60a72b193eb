"""Items are plain text, each once, and a feed made as a bomb costs nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.feeds.items import MAX_ITEMS, MAX_SUMMARY, Item, read_items
from kiemtin.channels.inbound import FetchFailed
from tests.support.peers.feed import RSS

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>
<title type="html">Tin &amp;amp; bài</title><link href="/tin/1"/>
<updated>2026-11-22T07:00:00+07:00</updated><summary>Tóm tắt</summary></entry></feed>"""

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><item><title>&c;</title>
</item></channel></rss>"""

OUTSIDE = """<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>"""


def titles(body: str) -> list[str]:
    return [item.title for item in read_items(body.encode())]


def rss(inside: str) -> str:
    return f'<rss version="2.0"><channel>{inside}</channel></rss>'


def test_rss_becomes_plain_text_each_item_once() -> None:
    first, second = read_items(RSS.encode())
    assert first == Item(
        id="bao-2",
        title="Hồ chứa vận hành bình thường",
        summary="Mực nước thấp hơn mức báo động.",
        link="https://bao.example/2",
        published=datetime(2026, 11, 22, 0, 0, tzinfo=UTC),
    )
    assert (second.id, second.summary, second.published) == ("bao-1", "", None)


def test_atom_is_read_and_its_links_hang_on_the_feed() -> None:
    (item,) = read_items(ATOM.encode(), "application/atom+xml", "https://tinh.example/feed")
    assert (item.id, item.title, item.link) == ("urn:1", "Tin & bài", "https://tinh.example/tin/1")
    assert item.published == datetime(2026, 11, 22, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize("body", [BOMB, OUTSIDE])
@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_entities_of_its_own_are_refused(body: str, code: str) -> None:
    with pytest.raises(FetchFailed):
        read_items(body.encode(code))


@pytest.mark.parametrize("body", ["", "<html><body>x</body></html>", "{}", "\x00\x01", "rss"])
def test_what_is_no_feed_is_refused(body: str) -> None:
    with pytest.raises(FetchFailed):
        read_items(body.encode())


def test_a_feed_in_utf_16_is_read() -> None:
    assert [item.id for item in read_items(RSS.encode("utf-16"))] == ["bao-2", "bao-1"]


def test_a_broken_feed_gives_what_can_be_read() -> None:
    assert titles(RSS[: RSS.index("bao-1")])[0] == "Hồ chứa vận hành bình thường"
    assert titles(rss("<item><title>A & B</title></item>")) == ["A & B"]


def test_a_long_feed_and_a_long_text_are_cut() -> None:
    items = "".join(f"<item><guid>{n}</guid><title>t{n}</title></item>" for n in range(2000))
    assert len(titles(rss(items))) == MAX_ITEMS
    long = f"<item><title>t</title><description>{'a ' * 50_000}</description></item>"
    (item,) = read_items(rss(long).encode())
    assert len(item.summary) <= MAX_SUMMARY


@pytest.mark.parametrize("head", ["<!DOCTYPE ", "\n", "<?xml ", "<!--"])
def test_a_head_without_end_costs_nothing(head: str) -> None:
    with pytest.raises(FetchFailed):
        read_items(head.encode() * (1_000_000 // len(head)) + RSS.encode())


def test_a_feed_nested_for_ever_costs_nothing() -> None:
    deep = rss("<item><title>t</title><description>" + "<div>" * 10_000 + "</description></item>")
    assert len(titles(deep)) <= 1


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/hostname", "data:text/html,x", "https://[x"]
)
def test_links_lead_to_pages_only(link: str) -> None:
    found = read_items(rss(f"<item><title>t</title><link>{link}</link></item>").encode())
    assert [item.link for item in found] in ([""], [])


@given(st.binary(max_size=400), st.integers(min_value=0, max_value=len(RSS.encode())))
def test_no_bytes_do_harm(noise: bytes, at: int) -> None:
    whole = RSS.encode()
    for body in (noise, whole[:at] + noise + whole[at:]):
        try:
            items = read_items(body)
        except FetchFailed:
            continue
        for item in items:
            assert item.id
            assert not item.link or item.link.startswith(("http://", "https://"))
            f"{item}".encode()
