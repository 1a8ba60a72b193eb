"""A chain of entries: whatever is changed, taken out, put in, moved or made anew is found and
named.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.chain import SHOWN, START, Broken, Checked, Link, check, link_hash

Chain = list[Link]
bodies = st.lists(
    st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=8), max_size=3),
    min_size=2,
    max_size=9,
)


def chain(contents: list[dict[str, object]]) -> Chain:
    """A chain of these bodies."""
    made: Chain = []
    for number, content in enumerate(contents):
        previous = made[-1].hash if made else START
        body = content | {"number": number}
        made.append(Link(number, body, previous, link_hash(previous, body)))
    return made


def told(found: Checked) -> list[tuple[str, object]]:
    """Code and number of each finding."""
    return [(one.code, one.params.get("number", one.params.get("first"))) for one in found.findings]


@pytest.fixture
def links() -> Chain:
    """Five entries."""
    return chain([{"object": number} for number in range(5)])


def test_an_untouched_chain_holds_and_tells_its_head(links: Chain) -> None:
    found = check(links)
    assert (found.entries, found.newest, found.head, found.holds) == (5, 4, links[-1].hash, True)


def test_an_empty_chain_holds() -> None:
    assert check([]) == Checked(0, 0, -1, "", 0, ())


def test_the_hash_is_the_documented_one() -> None:
    assert link_hash(START, {"number": 0}) == (
        # sha256("kiemtin-audit-v1\n" + sha256("kiemtin-audit-v1\n") + '{"number":0}')
        "04728dc4869956875b7b6289a750337dd2e199b364c0c4e8a3ec6800f0e6b582"
    )


@given(bodies, st.data())
def test_a_changed_body_is_named(contents: list[dict[str, object]], data: st.DataObject) -> None:
    links = chain(contents)
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = replace(links[at], body={"number": at, "other": True})
    assert ("changed", at) in told(check(links))


@given(bodies, st.data())
def test_a_body_changed_with_its_hash_breaks_the_next_link(
    contents: list[dict[str, object]], data: st.DataObject
) -> None:
    links = chain(contents)
    at = data.draw(st.integers(0, len(links) - 2))
    body = {"number": at, "other": True}
    forged = replace(links[at], body=body, hash=link_hash(links[at].previous, body))
    assert told(check([*links[:at], forged, *links[at + 1 :]])) == [("unlinked", at + 1)]


@given(bodies, st.data())
def test_a_missing_entry_is_named(contents: list[dict[str, object]], data: st.DataObject) -> None:
    links = chain(contents)
    at = data.draw(st.integers(0, len(links) - 2))
    del links[at]
    assert told(check(links)) == [("missing", at)]


@given(bodies, st.data())
def test_any_other_order_is_found(contents: list[dict[str, object]], data: st.DataObject) -> None:
    links = chain(contents)
    moved = data.draw(st.permutations(links))
    assert check(moved).holds == (moved == links)


def test_an_entry_put_in_twice_is_found(links: Chain) -> None:
    assert told(check([*links[:3], *links[2:]])) == [("order", 2)]


def test_a_chain_begins_at_the_beginning(links: Chain) -> None:
    assert told(check([replace(links[0], previous="1" * 64)])) == [("start", 0), ("changed", 0)]


@pytest.mark.parametrize("hash_", ["", "zz", "A" * 64, "0" * 63])
def test_what_is_no_hash_is_no_hash(links: Chain, hash_: str) -> None:
    assert ("changed", 4) in told(check([*links[:4], replace(links[4], hash=hash_)]))


def test_a_cut_end_is_seen_by_who_knew_a_later_entry(links: Chain) -> None:
    assert check(links[:3]).holds
    assert told(check(links[:3], {4: links[4].hash})) == [("cut", 4)]


def test_a_chain_made_anew_is_seen_by_who_knew_one_entry(links: Chain) -> None:
    anew = chain([{"object": 7}] * 5)
    assert check(anew).holds
    assert told(check(anew, {2: links[2].hash})) == [("rewritten", 2)]
    assert check(links, {2: links[2].hash}).holds


def test_a_sealed_entry_links_but_its_content_is_not_told(links: Chain) -> None:
    sealed = [replace(one, body=None) if one.number % 2 else one for one in links]
    assert check(sealed).holds
    assert check(sealed).sealed == 2


def test_every_break_is_counted_and_the_first_are_told() -> None:
    wrong = [replace(one, body={}) for one in chain([{}] * (SHOWN + 5))]
    found = check(wrong)
    assert (found.broken, len(found.findings)) == (SHOWN + 5, SHOWN)


def test_findings_say_in_both_languages_which_entry() -> None:
    found = Broken("missing", {"first": 3, "last": 4})
    assert "3" in found.vi()
    assert "4" in found.en()
