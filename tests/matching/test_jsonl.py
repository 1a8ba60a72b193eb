import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.jsonl import MAX_LINE, Object, Problem, kind, objects

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def read(data: bytes) -> list[Object | Problem]:
    return list(objects(io.BytesIO(data)))


def codes(data: bytes) -> list[str]:
    return [one.refusal.code if isinstance(one, Problem) else "" for one in read(data)]


@given(st.lists(st.dictionaries(st.text(max_size=5), _JSON, max_size=3), max_size=5))
def test_objects_come_back_in_order_with_their_lines(rows: list[dict[str, Any]]) -> None:
    data = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    assert read(data) == [Object(line, row) for line, row in enumerate(rows, 1)]


@given(st.lists(st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"")), max_size=6))
def test_every_line_gives_something_whatever_stands_in_it(lines: list[bytes]) -> None:
    numbers = [one.line for one in read(b"".join(line + b"\n" for line in lines))]
    assert sorted(set(numbers)) == list(range(1, len(lines) + 1))


def test_a_line_that_is_too_long_is_passed_over_whole() -> None:
    data = b'{"x": "' + b"a" * (3 * MAX_LINE) + b'"}\n{}\n'
    assert codes(data) == ["long_line", ""]


def test_a_line_of_the_longest_length_is_read() -> None:
    line = b'{"x": "' + b"a" * (MAX_LINE - 10) + b'"}\n'
    assert len(line) == MAX_LINE
    assert codes(line + b"{}") == ["", ""]


def test_what_cannot_be_read_has_its_code() -> None:
    lines = [b"\xef\xbb\xbf{}", b"  \r", b"\xff", b"{", b"[]", b"[" * 99_999, b"{} {}"]
    assert codes(b"\n".join(lines)) == [
        "bom", "", "blank", "bytes", "json", "object", "json", "json"
    ]  # fmt: skip
    assert [one.line for one in read(b"\n".join(lines))] == [1, 1, 2, 3, 4, 5, 6, 7]


def test_only_blank_lines_and_marks_lose_nothing() -> None:
    told = read(b"\xef\xbb\xbf{}\n\n[]\n")
    assert [one.kept for one in told if isinstance(one, Problem)] == [True, True, False]


def test_kinds_of_values_are_named_without_their_contents() -> None:
    said = [kind(value) for value in ({"a": 1}, [1], None, True, "secret", 1.5)]
    assert said == ["{…}", "[…]", "null", "true/false", "“…”", "1.5"]
