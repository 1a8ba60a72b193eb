"""A chain goes into a file and comes back the same; what is changed in the file is found, and what
is no such file is refused.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.chain import START, Link, check, link_hash
from kiemtin.record.chain_file import COLUMNS, NotAChain, as_csv, as_json, read

Writer = Callable[[Iterable[Link]], Iterator[str]]
WRITERS = pytest.mark.parametrize("write", [as_json, as_csv])
MOMENT = datetime(2025, 10, 1, 5, tzinfo=UTC)
codes = st.text("abcdefghijklmnopqrstuvwxyz_.", max_size=12)
details = st.dictionaries(codes, st.integers(-9, 9) | codes | st.lists(codes, max_size=2))


def chain(*contents: dict[str, object]) -> list[Link]:
    """A chain of acts with these details."""
    links: list[Link] = []
    for number, content in enumerate(contents):
        body: dict[str, object] = {
            "number": number,
            "made_at": MOMENT,
            "actor": 7 if number else None,
            "desk": 1,
            "act": "rumour.opened",
            "kind": "rumour",
            "object": 12,
            "details": content,
        }
        previous = links[-1].hash if links else START
        links.append(Link(number, body, previous, link_hash(previous, body)))
    return links


@WRITERS
@given(contents=st.lists(details, max_size=5))
def test_what_was_written_is_read_and_holds(
    write: Writer, contents: list[dict[str, object]]
) -> None:
    links = chain(*contents)
    again = read("".join(write(links)))
    assert check(again) == check(links)
    assert check(again).holds


@WRITERS
def test_sealed_entries_stay_sealed(write: Writer) -> None:
    links = chain({"rumour": 1}, {"rumour": 2})
    text = "".join(write([links[0], replace(links[1], body=None)]))
    found = check(read(text))
    assert (found.holds, found.sealed, found.head) == (True, 1, links[1].hash)
    assert text.count("rumour.opened") == 1


@WRITERS
def test_any_changed_digit_is_found(write: Writer) -> None:
    text = "".join(write(chain({"rumour": 1}, {"rumour": 2}, {"rumour": 3})))
    heading = text.index("\n")
    digits = [at for at in range(heading, len(text)) if text[at].isdigit()]
    for at in digits:
        other = text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :]
        assert _broken(other), other[at - 20 : at + 20]


def _broken(text: str) -> bool:
    try:
        return not check(read(text)).holds
    except NotAChain:
        return True


def test_json_is_json() -> None:
    assert len(json.loads("".join(as_json(chain({}, {}))))["entries"]) == 2
    assert json.loads("".join(as_json([])))["entries"] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "{}",
        "{",
        "[" * 100_000,
        '{"format":"other","entries":[]}',
        '{"format":"kiemtin-audit-v1","entries":{}}',
        '{"format":"kiemtin-audit-v1","entries":[1]}',
        '{"format":"kiemtin-audit-v1","entries":[{"number":"0"}]}',
        '{"format":"kiemtin-audit-v1","entries":[{"number":0,"previous":"","hash":1}]}',
        '{"format":"kiemtin-audit-v1","entries":[{"number":0,"previous":"","hash":"","x":1}]}',
        ",".join(COLUMNS) + "\r\n1,2\r\n",
        ",".join(COLUMNS) + "\r\nx,,,,act,,,{},,\r\n",
        ",".join(COLUMNS) + '\r\n"0,,,,act,,,{},,\r\n',
    ],
)
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(NotAChain):
        read(text)
