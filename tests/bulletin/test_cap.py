"""CAP messages: valid by the schema, a chain of references, nothing that wakes a siren."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

import pytest
from capvalidator import check_schema
from hypothesis import given

from kiemtin.bulletin.atom import ATOM, FeedHead
from kiemtin.bulletin.cap import CAP, MEDIA_TYPE, Area, Envelope, Reference, cap_alert, cap_feed
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.refusal import ContentRefused
from tests.bulletin.contents import CONTENTS, dam
from tests.bulletin.drawn import CASES, ENGLISH, HOLDING, WITHDRAWN

SENT = datetime(2026, 11, 21, 1, tzinfo=UTC)
FIRST = Reference("tin.example.vn", "dap-1.1", SENT)
ENVELOPE = Envelope("tin.example.vn", "dap-1.2", (FIRST,))
HEAD = FeedHead("CAP", "https://example.vn/cap", "https://example.vn", "Bàn")


def read(document: bytes) -> Element:
    assert check_schema(document).passed
    return fromstring(document)


def said(alert: Element, path: str) -> str | None:
    return alert.findtext("/".join(f"{{{CAP}}}{name}" for name in path.split("/")))


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_valid(name: str) -> None:
    read(cap_alert(CASES[name], ENVELOPE, area=Area("Lào Cai", "15"), english="It did not fail."))


@given(CONTENTS)
def test_any_content_is_valid(content: Content) -> None:
    read(cap_alert(content, ENVELOPE, english="It did not fail."))


@given(CONTENTS)
def test_nothing_in_it_sounds_a_siren(content: Content) -> None:
    alert = read(cap_alert(content, ENVELOPE))
    for info in alert.findall(f"{{{CAP}}}info"):
        assert info.findtext(f"{{{CAP}}}category") == "Other"
        assert info.findtext(f"{{{CAP}}}urgency") == "Unknown"
        assert info.findtext(f"{{{CAP}}}severity") == "Unknown"
        assert info.findtext(f"{{{CAP}}}certainty") in {"Unlikely", "Unknown"}
        assert info.find(f"{{{CAP}}}eventCode") is None
        assert info.find(f"{{{CAP}}}responseType") is None


def test_a_first_message_says_what_is_false_where_and_until_when() -> None:
    alert = read(
        cap_alert(dam(), Envelope("tin.example.vn", "dap-1.1"), area=Area("Lào Cai", "15"))
    )
    assert said(alert, "msgType") == "Alert"
    assert said(alert, "status") == "Actual"
    assert said(alert, "references") is None
    assert said(alert, "info/event") == "Đính chính tin đồn"
    assert said(alert, "info/language") == "vi-VN"
    assert said(alert, "info/certainty") == "Unlikely"
    assert said(alert, "info/headline") == dam().fact
    assert said(alert, "info/instruction") == dam().todo
    assert said(alert, "info/expires") == "2026-11-25T23:59:59+07:00"
    assert said(alert, "info/parameter/value") == "false"
    assert said(alert, "info/area/areaDesc") == "Lào Cai"
    assert said(alert, "info/area/geocode/value") == "15"


@pytest.mark.parametrize("verdict", ["true", "mostly_true", "unproven"])
def test_what_is_not_refuted_is_called_neither_unlikely_nor_a_correction(verdict: str) -> None:
    alert = read(cap_alert(dam(verdict=verdict), ENVELOPE))
    assert said(alert, "info/certainty") == "Unknown"
    assert said(alert, "info/event") == "Kiểm chứng tin đồn"


@pytest.mark.parametrize(
    ("kind", "message"), [("amendment", "Update"), ("update", "Update"), ("withdrawal", "Cancel")]
)
def test_a_change_refers_to_what_it_changes(kind: str, message: str) -> None:
    changed = dam(kind=kind, version=2, what_was_wrong="Sai giờ.")
    alert = read(cap_alert(changed, ENVELOPE))
    assert said(alert, "msgType") == message
    assert said(alert, "references") == "tin.example.vn,dap-1.1,2026-11-21T08:00:00+07:00"
    assert said(alert, "note") == "Sai giờ."
    with pytest.raises(ContentRefused) as refused:
        cap_alert(changed, Envelope("tin.example.vn", "dap-1.2"))
    assert refused.value.code == "references"


def test_a_withdrawal_does_not_tell_the_fact_again() -> None:
    document = cap_alert(WITHDRAWN, ENVELOPE)
    assert WITHDRAWN.fact not in document.decode()
    assert said(read(document), "info/parameter/value") == "withdrawn"


def test_a_drill_is_an_exercise_in_both_languages() -> None:
    drill = Envelope("tin.example.vn", "dap-1.1", drill=True)
    alert = read(cap_alert(dam(), drill, english="It did not fail."))
    assert said(alert, "status") == "Exercise"
    vietnamese, english = alert.findall(f"{{{CAP}}}info")
    assert str(vietnamese.findtext(f"{{{CAP}}}headline")).startswith("DIỄN TẬP")
    assert str(english.findtext(f"{{{CAP}}}description")).startswith("DRILL")


def test_english_comes_only_with_a_summary() -> None:
    assert len(read(cap_alert(dam(), ENVELOPE)).findall(f"{{{CAP}}}info")) == 1
    languages = [
        info.findtext(f"{{{CAP}}}language")
        for info in read(cap_alert(dam(), ENVELOPE, english="No.")).findall(f"{{{CAP}}}info")
    ]
    assert languages == ["vi-VN", "en-US"]
    assert said(read(cap_alert(ENGLISH, ENVELOPE)), "info/language") == "en-US"


@pytest.mark.parametrize("name", ["", "a b", "a,b", "a&b"])
def test_names_that_would_break_a_reference_are_refused(name: str) -> None:
    with pytest.raises(ContentRefused):
        Envelope("tin.example.vn", name)


def test_the_feed_leads_to_each_message() -> None:
    feed = fromstring(cap_feed(HEAD, [(dam(), "https://example.vn/cap/1.xml"), (HOLDING, "x")]))
    links = feed.findall(f"{{{ATOM}}}entry/{{{ATOM}}}link[@type='{MEDIA_TYPE}']")
    assert [link.get("href") for link in links] == ["https://example.vn/cap/1.xml", "x"]
    assert feed.findtext(f"{{{ATOM}}}updated") == "2026-11-22T07:05:00Z"
    assert fromstring(cap_feed(HEAD, [])).findtext(f"{{{ATOM}}}updated") == "1970-01-01T00:00:00Z"
