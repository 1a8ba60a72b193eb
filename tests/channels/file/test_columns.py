"""A column is known by its name in either language, however it is spelt."""

import unicodedata
from pathlib import Path

import pytest

from kiemtin.channels.file.columns import ALIASES, field_of, fields_of, key


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in ALIASES.items() for name in names]
)
def test_spelling_makes_no_difference(field: str, name: str) -> None:
    for written in (name, name.upper(), name.replace(" ", "_"), f" {name}: ", key(name)):
        assert field_of(written) == field
        assert field_of(unicodedata.normalize("NFD", written)) == field


def test_no_name_stands_for_two_fields() -> None:
    names = [key(name) for names in ALIASES.values() for name in names]
    assert len(names) == len(set(names))


def test_a_running_number_is_no_id() -> None:
    assert field_of("STT") is None
    assert fields_of(["STT", "Nội dung"], "a") == [None, "text"]


def test_every_name_is_on_the_page_of_the_channel() -> None:
    page = (Path(__file__).parents[3] / "docs/channels/file.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in page.splitlines() if line.count("|") == 4]
    named = {name.strip() for row in rows for name in row.split(",")}
    assert {name for names in ALIASES.values() for name in names} <= named
