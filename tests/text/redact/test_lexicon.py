"""The words by which names are known, with marks and without."""

import pytest

from kiemtin.text.redact.lexicon import CLEAR, COMMON, USUAL, lexicon


@pytest.mark.parametrize(("name", "rank"), [("nguyễn", CLEAR), ("lê", USUAL), ("hồ", COMMON)])
def test_a_familys_name_has_a_rank(name: str, rank: int) -> None:
    assert lexicon(False).ranks[name] == rank


def test_without_marks_the_surest_reading_counts() -> None:
    assert lexicon(True).ranks["nguyen"] == CLEAR
    assert "nguyễn" not in lexicon(True).ranks


@pytest.mark.parametrize("name", ["bát xát", "võ lao", "hồ chí minh", "trần hưng đạo", "lào cai"])
def test_places_and_the_famous_are_fixed(name: str) -> None:
    assert lexicon(False).fixed(name)


@pytest.mark.parametrize("name", ["nguyễn văn an", "lan anh bình", "an"])
def test_others_are_not(name: str) -> None:
    assert not lexicon(False).fixed(name)


def test_only_clear_honorifics_count_without_marks() -> None:
    assert "cô" in lexicon(False).honorifics
    assert "co" not in lexicon(True).honorifics
    assert "anh" in lexicon(True).honorifics
