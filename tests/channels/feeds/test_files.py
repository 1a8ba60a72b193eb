"""A source's file is taken row by row; what cannot be read is told by its number."""

import contextlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.feeds.files import MAX_BYTES, MAX_ROWS, FileRefused, read_file
from tests.channels.feeds.test_claim_review import REVIEW

ROW = {
    "title": "Hồ chứa an toàn",
    "text": "Mực nước thấp.",
    "link": "https://bao.example/1",
    "published": "2026-11-22",
}


def test_json_lines_are_read() -> None:
    lines = "\n".join([json.dumps(ROW), "", "{", '{"title": 3}', json.dumps(ROW)])
    found = read_file(lines.encode(), "bai.jsonl", "Trạm")
    (item,) = found.items
    assert (item.title, item.summary, item.link) == (ROW["title"], ROW["text"], ROW["link"])
    assert item.published == datetime(2026, 11, 22, tzinfo=UTC)
    assert (found.bad, found.refused) == ((2, 3), 2)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_however_its_columns_are_parted(mark: str) -> None:
    rows = [
        "Title|Text|Link|Published",
        "Hồ an toàn|Thấp, bình thường|https://a.example|22/11/2026",
    ]
    data = "\n".join(mark.join(f'"{one}"' for one in row.split("|")) for row in rows)
    (item,) = read_file(data.encode("utf-8-sig"), "bai.csv", "Trạm").items
    assert (item.title, item.summary) == ("Hồ an toàn", "Thấp, bình thường")
    assert item.published == datetime(2026, 11, 22, tzinfo=UTC)


def test_claim_reviews_are_read() -> None:
    found = read_file(json.dumps([REVIEW]).encode(), "kiem.json", "Nhóm")
    assert not found.items
    assert found.checks[0].rating == "Sai"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "nothing"),
        (b"\xff\xfa", "encoding"),
        (b"a" * (MAX_BYTES + 1), "too_big"),
        ("\n".join(['{"title": "a"}'] * (MAX_ROWS + 1)).encode(), "too_many"),
        (b"[" * 50_000, "nothing"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(data: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as caught:
        read_file(data, "bai.jsonl", "Trạm")
    assert caught.value.code == code
    assert caught.value.vi() != caught.value.en()


@given(st.text(max_size=300), st.sampled_from(["a.csv", "a.jsonl"]))
def test_whatever_comes_is_read_or_refused(text: str, name: str) -> None:
    with contextlib.suppress(FileRefused):
        read_file(text.encode("utf-8", "surrogatepass"), name, "Trạm")
