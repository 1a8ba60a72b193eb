"""Lines of JSON are messages as rows of CSV are, or have their reason."""

import json

import pytest

from tests.channels.file.reading import CSV, TEXTS, bad, items


def test_jsonl_gives_the_same_messages_as_csv() -> None:
    objects = [
        {"nội dung": TEXTS[0], "ngày": "22/11/2026", "kênh": "Zalo", "khác": [1]},
        {"text": TEXTS[1], "received_at": "22/11/2026", "via": "Zalo", "id": None},
    ]
    lines = "\n\n".join(json.dumps(value, ensure_ascii=False) for value in objects)
    assert items(lines) == items(CSV)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "json"),
        ("[1]", "json"),
        ('"a"', "json"),
        ('{"a":' * 5_000, "json"),
        ('{"text": ["a"]}', "value"),
        ('{"text": 1.5}', "value"),
        ('{"text": {"a": 1}}', "value"),
        ('{"text": "a", "nội dung": "b"}', "double_column"),
        ('{"text": "a", "text": "b"}', "double_column"),
        ('{"text": "a\\ud83d"}', "bytes"),
        ('{"text": "a\\u0000"}', "nul"),
        ('{"message_id": 1}', "empty"),
    ],
)
def test_a_bad_line_of_jsonl_has_its_reason(line: str, code: str) -> None:
    text = f'{{"text": "a1"}}\n{line}\n{{"text": "b1"}}\n'
    assert bad(text) == [(2, code)]
    assert [item.text for item in items(text)] == ["a1", "b1"]
