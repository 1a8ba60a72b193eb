"""The feed is valid XML whatever the texts hold; a fact-check keeps its id through its versions."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.atom import FeedHead, atom_feed, xml_text
from kiemtin.bulletin.content import Content
from tests.bulletin.contents import AT, CONTENTS, DAM, dam

HEAD = FeedHead(
    title="Bài kiểm chứng mới",
    self_url="https://example.vn/feed.atom",
    site_url="https://example.vn/",
    desk_name="Bàn kiểm tin Lào Cai",
)
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(*contents: Content) -> ElementTree.Element:
    return ElementTree.fromstring(atom_feed(HEAD, contents))


def text(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    assert found is not None
    return found.text or ""


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in element.findall(f"{ATOM}link")}


def test_the_feed_says_what_it_is() -> None:
    feed = parsed(DAM)
    assert feed.tag == f"{ATOM}feed"
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "vi"
    assert text(feed, "id") == "https://example.vn/feed.atom"
    assert text(feed, "title") == "Bài kiểm chứng mới"
    assert text(feed, "updated") == "2026-11-22T07:05:00Z"
    assert links(feed) == {"self": HEAD.self_url, "alternate": HEAD.site_url}


def test_an_entry_has_all_that_a_reader_needs() -> None:
    (entry,) = parsed(DAM).findall(f"{ATOM}entry")
    assert text(entry, "id") == DAM.url
    assert text(entry, "title") == DAM.fact
    assert text(entry, "updated") == text(entry, "published") == "2026-11-22T07:05:00Z"
    assert links(entry) == {"alternate": DAM.url}
    category = entry.find(f"{ATOM}category")
    assert category is not None
    assert category.attrib == {"term": "false", "label": "Sai"}
    assert text(entry, "content").startswith(f"<p>{DAM.fact}</p>")


def test_a_new_version_keeps_the_id_and_takes_the_place_of_the_old_one() -> None:
    later = dam(
        version=2,
        kind="amendment",
        what_was_wrong="Ghi nhầm giờ.",
        checked_at=AT + timedelta(days=1),
        first_published_at=AT,
    )
    for contents in ((DAM, later), (later, DAM)):
        (entry,) = parsed(*contents).findall(f"{ATOM}entry")
        assert text(entry, "id") == DAM.url
        assert text(entry, "title") == f"Đính chính: {DAM.fact}"
        assert text(entry, "updated") == "2026-11-23T07:05:00Z"
        assert text(entry, "published") == "2026-11-22T07:05:00Z"


def test_a_withdrawal_is_news_too() -> None:
    gone = dam(kind="withdrawal", version=2, what_was_wrong="Nhầm đập.")
    (entry,) = parsed(gone).findall(f"{ATOM}entry")
    assert text(entry, "title") == f"Rút lại kết luận: {DAM.claim}"
    assert DAM.fact not in text(entry, "content") + text(entry, "summary")


def test_a_feed_of_nothing_is_a_feed() -> None:
    feed = parsed()
    assert text(feed, "updated") == "1970-01-01T00:00:00Z"
    assert feed.findall(f"{ATOM}entry") == []


@given(st.lists(CONTENTS, max_size=6))
def test_any_contents_make_a_feed_with_newest_first_and_ids_once(contents: list[Content]) -> None:
    entries = parsed(*contents).findall(f"{ATOM}entry")
    ids = [text(entry, "id") for entry in entries]
    assert sorted(ids) == sorted({content.url for content in contents})
    times = [text(entry, "updated") for entry in entries]
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud83d"])
def test_what_xml_cannot_hold_is_left_out(char: str) -> None:
    (entry,) = parsed(dam(fact=f"Đập{char} không vỡ.")).findall(f"{ATOM}entry")
    assert text(entry, "summary").startswith("Đập không vỡ.")


def test_markup_in_a_text_stays_text() -> None:
    (entry,) = parsed(dam(fact="<script>alert(1)</script> & ]]>")).findall(f"{ATOM}entry")
    assert "&lt;script&gt;" in text(entry, "content")
    assert "<script>" not in text(entry, "content")


@given(st.text())
def test_ordinary_text_is_not_touched(value: str) -> None:
    kept = xml_text(value)
    assert kept == value or len(kept) < len(value)
    ElementTree.fromstring(atom_feed(HEAD, [dam(said=value)]))
