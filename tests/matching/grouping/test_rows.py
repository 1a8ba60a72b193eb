"""Rows become messages and decisions, and what is wrong is named by its line."""

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.grouping.decisions import Decision
from kiemtin.matching.grouping.rows import Message, decisions, messages, plain
from kiemtin.matching.jsonl import Problem


def codes(raw: bytes) -> list[object]:
    found = messages(BytesIO(raw))
    return [one.refusal.code if isinstance(one, Problem) else one.id for one in found]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b'{"text": "mua"}', "missing"),
        (b'{"id": "a"}', "missing"),
        (b'{"id": 5, "text": "mua"}', "type"),
        (b'{"id": "a", "text": 5}', "type"),
        (b'{"id": "a", "text": " !"}', "empty"),
        (b'{"id": "", "text": "mua"}', "empty_id"),
        (b'{"id": "a", "text": "' + b"x" * 10_001 + b'"}', "too_long"),
        (b'{"id": "a", "text": "\xff"}', "bytes"),
        (b"{", "json"),
    ],
)
def test_a_bad_row_is_named_and_the_next_is_read(row: bytes, code: str) -> None:
    assert codes(row + b'\n{"id": "z", "text": "vo dap"}\n') == [code, "z"]


ODD = st.sampled_from(
    [
        *(
            '{"id": "a", "text": "vỡ"}',
            '{"text":"mưa","id":"b"} ',
            '\ufeff{"id": "c", "text": "x"}',
        ),
        *('{"id": " d", "text": "x"}', '{"id": " ", "text": "x"}', '{"id": "e\\n", "text": "x"}'),
        *('{"id": "f", "text": "!"}', '{"id": "g", "text": "x"} {}', '["id", "text"]', "5", '"x"'),
        *('{"id": "h", "text": ["x"]}', '{"id": ["i"], "text": "x"}', '{"id": "k", "text": NaN}'),
        *(
            "\u2003",
            "",
            '{"id": "\\ud800", "text": "x"}',
            '{"id": "l", "text": "x\\ud800"}',
            "[" * 9999,
        ),
        *('{"id": "m", "text": "x"}\u2003', '{"id": "n", "text": "x", "id": "o"}', "1" * 5000),
        '{"id": "' + "p" * 201 + '", "text": "x"}',
    ]
)


@given(st.lists(ODD | st.text(max_size=20), max_size=6))
def test_the_quick_way_takes_and_names_what_the_careful_one_does(rows: list[str]) -> None:
    raw = "\n".join(rows).encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        quick = list(map(said, messages(BytesIO(raw))))
        patch.setattr("kiemtin.matching.grouping.rows._quick", lambda _: None)
        assert quick == list(map(said, messages(BytesIO(raw))))


def said(one: Message | Problem) -> object:
    return (one.line, str(one.refusal), one.kept) if isinstance(one, Problem) else one


def test_of_two_rows_with_one_id_the_first_is_kept() -> None:
    row = json.dumps({"id": "a", "text": "vỡ"}).encode()
    assert codes(row + b"\n" + row) == ["a", "same_id"]


def test_plain_lines_have_their_number_as_id() -> None:
    found = list(plain(BytesIO("vỡ đập\n\nmưa\n".encode() + b"\xff\n!\n")))
    assert found[:2] == [Message("1", "vỡ đập"), Message("3", "mưa")]
    bad = [one for one in found if isinstance(one, Problem)]
    assert [(one.line, one.refusal.code) for one in bad] == [(4, "bytes"), (5, "empty")]


def test_decisions_keep_their_line() -> None:
    raw = b'{"merge": ["a", "b"]}\n{"split": ["a", "c"]}\n'
    found = list(decisions(BytesIO(raw)))
    assert found == [(1, Decision("merge", "a", "b")), (2, Decision("split", "a", "c"))]


@pytest.mark.parametrize(
    "row",
    [
        "{}",
        '{"merge": "ab"}',
        '{"merge": ["a"]}',
        '{"merge": ["a", "a"]}',
        '{"merge": ["a", 1]}',
        '{"merge": ["a", "b"], "split": ["a", "b"]}',
    ],
)
def test_what_is_no_decision_is_named(row: str) -> None:
    (found,) = decisions(BytesIO(row.encode()))
    assert isinstance(found, Problem)
    assert found.refusal.code == "shape"
