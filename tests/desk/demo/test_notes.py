"""An archived note says what it is and what the source says, in the words of the entry."""

from typing import Any

import pytest

from kiemtin.desk.demo import stories
from kiemtin.desk.demo.notes import LABEL, archived_note

ENTRY: dict[str, Any] = {
    "kind": "primary",
    "stance": "against",
    "source": "Đài thử",
    "title": "Nước không dâng",
    "url": "https://example.org/ban-tin",
    "day": "2025-10-06",
    "quote": "Diễn lại: nước vẫn như hôm qua.",
}


def test_a_note_says_that_it_is_not_the_page() -> None:
    note = archived_note(ENTRY).decode()
    assert note.startswith(LABEL + "\n")
    assert "không phải bản chụp trang gốc" in note


def test_a_note_carries_title_source_day_address_and_paraphrase() -> None:
    note = archived_note(ENTRY).decode()
    for field in ("source", "title", "url", "day", "quote"):
        assert ENTRY[field] in note
    assert "bác bỏ điều được nói" in note
    assert "nguồn gốc" in note


def test_an_unknown_day_is_said() -> None:
    assert "Ngày: không rõ" in archived_note({**ENTRY, "day": None}).decode()


def test_a_note_is_the_same_every_time_and_differs_between_entries() -> None:
    assert archived_note(ENTRY) == archived_note(dict(reversed(ENTRY.items())))
    pieces = [piece for rumour in stories.rumours() for piece in rumour["evidence"]]
    assert len({archived_note(piece) for piece in pieces}) == len(pieces)


@pytest.mark.parametrize("change", [{"stance": "maybe"}, {"kind": "rumour"}])
def test_a_code_that_the_desk_does_not_know_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        archived_note({**ENTRY, **change})
