"""The list: by words without marks, verdict, subject and place; empty says what to do."""

import pytest
from django.test import Client

from kiemtin.desk.models import Version
from kiemtin.desk.words import Subject, Verdict, VersionKind
from kiemtin.web.public.views import listing
from tests.support.publishing import Staff
from tests.web.public.pages import text

LIST = "/kiem-chung/"
BRIDGE = {
    "claim": "Cầu Cốc Lếu bị sập lúc 5 giờ sáng 10/9/2024",
    "fact": "Cầu Cốc Lếu vẫn thông xe.",
    "said": "Có tin nói cầu sập, xe rơi xuống sông.",
    "verdict": Verdict.MISLEADING,
    "subject": Subject.TRAFFIC,
    "place": "",
}


@pytest.fixture
def bridge(staff: Staff) -> Version:
    return staff.publish(**BRIDGE)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"dam", "bridge"}),
        ({"q": "nam mau"}, {"dam"}),
        ({"q": "CẦU thông xe"}, {"bridge"}),
        ({"q": "cầu nậm mẫu"}, set()),
        ({"verdict": "misleading"}, {"bridge"}),
        ({"subject": "dam"}, {"dam"}),
        ({"place": "tinh Lao Cai"}, {"dam"}),
        ({"place": "Xã Bắc Hà, Lào Cai"}, {"dam"}),
        ({"place": "tỉnh Sơn La"}, set()),
        ({"verdict": "false", "subject": "traffic"}, set()),
        ({"verdict": "no such thing"}, {"dam", "bridge"}),
    ],
)
def test_filters(
    reader: Client, dam: Version, bridge: Version, asked: dict[str, str], found: set[str]
) -> None:
    page = reader.get(LIST, asked)
    said = text(page)
    assert page.status_code == 200
    assert {n for n, v in (("dam", dam), ("bridge", bridge)) if v.fact in said} == found


def test_an_unknown_place_is_said_and_filters_nothing(reader: Client, dam: Version) -> None:
    said = text(reader.get(LIST, {"place": "xã Không Hề Có"}))
    assert "Không tìm thấy" in said
    assert dam.fact in said


def test_nothing_found_says_what_to_try(reader: Client, dam: Version) -> None:
    assert "Không có bài nào như vậy" in text(reader.get(LIST, {"q": "sao hoả"}))


def test_nothing_published_says_what_will_come(reader: Client) -> None:
    assert "Chưa có bài nào" in text(reader.get(LIST))


def test_pages_keep_the_filters(
    reader: Client, dam: Version, bridge: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "A_PAGE", 1)
    first = reader.get(LIST, {"q": "2024"})
    assert bridge.fact in text(first)
    assert dam.fact not in text(first)
    assert 'href="?q=2024&amp;page=2"' in first.content.decode()
    assert dam.fact in text(reader.get(LIST, {"q": "2024", "page": "2"}))
    assert reader.get(LIST, {"page": "a"}).status_code == 200
    assert reader.get(LIST, {"page": "99"}).status_code == 200


def test_a_new_version_is_found_by_its_new_words(
    reader: Client, staff: Staff, dam: Version
) -> None:
    assert dam.claim not in text(reader.get(LIST, {"q": "tràn xả"}))
    staff.again(dam.fact_check, VersionKind.UPDATE, fact="Tràn xả lũ vẫn chạy tốt.")
    assert dam.claim in text(reader.get(LIST, {"q": "tràn xả"}))
