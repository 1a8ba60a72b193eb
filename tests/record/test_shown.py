"""What is claimed is exactly what was shown: no split view only with two organisations."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.anchor import Anchor
from kiemtin.record.cosignature import Cosignature, WitnessKey
from kiemtin.record.shown import Statement, different, statements
from kiemtin.record.timestamp import Stamp

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
SPLIT = "is shown the same log"


def key(number: int, name: str = "") -> WitnessKey:
    return WitnessKey(name or f"w{number}", bytes([number]) * 32)


def said(*organisations: str, keys: tuple[WitnessKey, ...] = ()) -> list[Statement]:
    keys = keys or tuple(key(number) for number in range(len(organisations)))
    return statements(
        [Cosignature(one, NOW) for one in keys], dict(zip(keys, organisations, strict=True))
    )


def proven(found: list[Statement]) -> str:
    return " | ".join(one.en for one in found if one.proven)


def limits(found: list[Statement]) -> str:
    return " | ".join(one.en for one in found if not one.proven)


def test_without_witnesses_no_claim_about_others() -> None:
    found = said()
    assert proven(found) == ""
    assert "everyone is shown the same log" in limits(found)
    assert "what the desk wrote is right" in limits(found)
    assert all(one.vi != one.en for one in found)


@pytest.mark.parametrize(
    "organisations",
    [("University",), ("University", "University"), ("University", " university "), ("X", "")],
)
def test_one_organisation_is_not_enough(organisations: tuple[str, ...]) -> None:
    found = said(*organisations)
    assert SPLIT not in proven(found)
    assert "Only witnesses of one organisation" in limits(found)
    assert "saw this very log at 2026-11-23T08:00:00+00:00" in proven(found)


def test_witnesses_of_nobody_count_for_nobody() -> None:
    found = said("", "  ", "")
    assert SPLIT not in proven(found)
    assert "outside witnesses" in limits(found)


def test_two_organisations_are_enough() -> None:
    found = said("University", "Press council")
    assert "witnesses of 2 organisations cosigned (University, Press council)" in proven(found)
    assert SPLIT not in limits(found)
    assert "w0 (University)" in proven(found)


def test_one_key_under_two_names_is_one_witness() -> None:
    found = said("University", "Press council", keys=(key(1, "a"), key(1, "b")))
    assert SPLIT not in proven(found)


@given(st.lists(st.sampled_from(["", "A", "a", " A", "B", "C c", "c  C"]), max_size=6))
def test_the_claim_needs_two_different_names(organisations: list[str]) -> None:
    words = {" ".join(one.split()).casefold() for one in organisations} - {""}
    assert len(different(organisations)) == len(words)
    assert (SPLIT in proven(said(*organisations))) is (len(words) >= 2)


def test_only_a_checked_time_stamp_shows_a_time() -> None:
    checked = Anchor("anchors/5-0.tsr", 5, Stamp(NOW, "CN=tsa.example"))
    unchecked = Anchor("anchors/7-0.tsr", 7, Stamp(NOW))
    assert "the first 5 entries existed before 2026" in proven(statements([], {}, [checked]))
    assert "since when" not in limits(statements([], {}, [checked]))
    found = statements([], {}, [unchecked])
    assert proven(found) == ""
    assert "Not checked: the time-stamp anchors/7-0.tsr" in limits(found)
    assert "since when the entries exist" in limits(found)


def test_lines_that_nobody_checked_are_told() -> None:
    assert "2 more signatures" in limits(statements([], {}, unchecked=2))
    assert "more signatures" not in limits(statements([], {}))


def test_what_holds_comes_first() -> None:
    order = [one.proven for one in said("University")]
    assert order == sorted(order, reverse=True)
