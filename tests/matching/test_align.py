from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.align import MOST, align
from kiemtin.matching.types import Row
from kiemtin.text.details.types import Detail, NumberValue


def _numbers(*amounts: float, unit: str = "hộ", start: int = 0) -> list[Detail]:
    return [
        Detail("number", NumberValue(one, one, unit), at, at + 3, f"{one:g} {unit}")
        for at, one in zip(range(start, 1_000, 10), amounts, strict=False)
    ]


def _verdicts(rows: Sequence[Row]) -> list[tuple[str | None, str | None, str]]:
    return [(row.query_value, row.entry_value, row.verdict) for row in rows]


def test_a_detail_that_agrees_shows_both_places() -> None:
    (row,) = align(_numbers(12), _numbers(12), strict=True)
    assert row == Row("number", "12 hộ", "12 hộ", "agree", (0, 3), (0, 3))


def test_another_number_of_the_same_is_a_conflict() -> None:
    assert _verdicts(align(_numbers(21), _numbers(12), strict=False)) == [
        ("21 hộ", "12 hộ", "conflict")
    ]


def test_what_the_message_lacks_is_absent() -> None:
    assert _verdicts(align([], _numbers(12), strict=True)) == [(None, "12 hộ", "absent")]


def test_what_only_the_message_has_comes_last() -> None:
    said = [*_numbers(7, unit="xe"), *_numbers(12, start=20)]
    assert _verdicts(align(said, _numbers(12), strict=True)) == [
        ("12 hộ", "12 hộ", "agree"),
        ("7 xe", None, "absent"),
    ]


def test_naming_one_of_two_numbers_does_not_contradict_the_other() -> None:
    assert _verdicts(align(_numbers(6), _numbers(6, 11), strict=True)) == [
        ("6 hộ", "6 hộ", "agree"),
        (None, "11 hộ", "absent"),
    ]


def test_changing_one_of_two_numbers_is_seen() -> None:
    assert _verdicts(align(_numbers(6, 18), _numbers(6, 11), strict=True)) == [
        ("6 hộ", "6 hộ", "agree"),
        ("18 hộ", "11 hộ", "conflict"),
    ]


def test_a_second_number_beside_the_right_one_counts_only_in_a_short_message() -> None:
    said, claimed = _numbers(25, 7), _numbers(25)
    assert _verdicts(align(said, claimed, strict=True))[1] == ("7 hộ", "25 hộ", "conflict")
    assert _verdicts(align(said, claimed, strict=False))[1] == ("7 hộ", None, "absent")


def test_a_value_said_twice_in_the_claim_is_one_row() -> None:
    assert len(align(_numbers(3), _numbers(3, 3), strict=True)) == 1


def test_a_plain_one_is_mostly_an_article() -> None:
    assert align([], _numbers(1), strict=True) == []
    assert align(_numbers(1), [], strict=True) == []
    assert _verdicts(align(_numbers(1), _numbers(12), strict=True)) == [
        ("1 hộ", "12 hộ", "conflict")
    ]


def test_the_same_amount_of_another_thing_is_a_conflict() -> None:
    said, claimed = _numbers(3, unit="con"), _numbers(3, unit="người")
    assert _verdicts(align(said, claimed, strict=False)) == [("3 con", "3 người", "conflict")]
    lasting = _numbers(3, unit="ngày")
    assert _verdicts(align(lasting, claimed, strict=False)) == [
        (None, "3 người", "absent"),
        ("3 ngày", None, "absent"),
    ]


def test_a_list_of_hundreds_is_not_compared_to_its_end() -> None:
    assert len(align(_numbers(*range(2, 90)), _numbers(500), strict=True)) <= MOST + 1


_AMOUNTS = st.lists(st.integers(2, 7), max_size=4)


@given(_AMOUNTS, _AMOUNTS, st.booleans())
def test_every_number_is_in_the_table_and_no_difference_is_lost(
    said: list[int], claimed: list[int], strict: bool
) -> None:
    rows = align(_numbers(*said), _numbers(*claimed), strict=strict)
    values = {row.entry_value for row in rows} | {row.query_value for row in rows}
    assert {f"{one} hộ" for one in (*said, *claimed)} <= values
    conflicts = any(row.verdict == "conflict" for row in rows)
    if set(said) <= set(claimed):
        assert not conflicts
    if set(said) - set(claimed) and claimed and (strict or not set(said) & set(claimed)):
        assert conflicts
