"""A sentence states nothing only when more speaks against a fact than for one."""

import datetime as dt

import pytest

from kiemtin.text.checkable.weigh import Sentence, weigh

DAY = dt.date(2025, 10, 5)


def weighed(text: str) -> Sentence:
    return weigh(text, (0, len(text)), DAY)


def test_each_fact_that_is_added_speaks_for_it() -> None:
    texts = ("Chán quá", "Bão chán quá", "Bão vỡ đập chán quá", "Bão vỡ đập ở Bát Xát chán quá")
    assert [weighed(text).pro for text in texts] == sorted(weighed(text).pro for text in texts)
    assert [weighed(text).kind for text in texts[::3]] == ["opinion", "checkable"]


def test_a_day_in_figures_weighs_more_than_a_day() -> None:
    assert weighed("nghỉ từ 12/10").pro > weighed("nghỉ từ mai").pro


@pytest.mark.parametrize("text", ["Không đi chỗ nào cả", "Ai đi lúc nào cũng được"])
def test_a_word_of_asking_within_a_statement_asks_nothing(text: str) -> None:
    assert "question" not in {one.code for one in weighed(text).reasons}


def test_a_part_of_a_place_is_no_sign() -> None:
    assert weighed("duong ho chi minh tac tu 28/10").kind == "checkable"


def test_spans_are_those_of_the_whole_text() -> None:
    text = "Chào ad. Cảm ơn ad"
    assert [one.span for one in weigh(text, (9, 18), DAY).reasons] == [(9, 15)]
