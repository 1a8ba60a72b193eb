import unicodedata

import pytest
from hypothesis import given

from kiemtin.text.restore.scan import NUMBER, STOP, scan
from tests.text.strategies import texts


def _words(text: str) -> list[str]:
    return [token.word for token in scan(text).tokens]


def test_words_numbers_and_stops_are_told_apart() -> None:
    assert _words("Co 3 nguoi, 200k!") == ["co", NUMBER, "nguoi", STOP, NUMBER, STOP]


def test_only_bare_syllables_are_free() -> None:
    free = [token.word for token in scan("lu ve lũ facebook a1 fb.com/lu").tokens if token.free]
    assert free == ["lu", "ve"]


def test_a_decomposed_word_is_one_marked_word() -> None:
    tokens = scan(unicodedata.normalize("NFD", "thuỷ điện")).tokens
    assert [(token.word, token.free) for token in tokens] == [("thủy", False), ("điện", False)]


def test_words_of_other_languages_are_counted() -> None:
    assert scan("zalo facebook lu http://a.b").strange == 2


@pytest.mark.parametrize("short", ["ko", "Ko", "k", "hok"])
def test_an_abbreviation_is_read_as_its_word(short: str) -> None:
    assert [(token.word, token.free) for token in scan(short).tokens] == [("không", False)]


@pytest.mark.parametrize("code", ["toi goi CA roi", "nha CA o dau"])
def test_a_word_in_capitals_among_small_ones_is_a_code(code: str) -> None:
    assert "ca" not in _words(code)


def test_a_text_in_capitals_is_read() -> None:
    assert _words("BAO CONG AN") == ["bao", "cong", "an"]


@given(texts)
def test_tokens_stand_in_order(text: str) -> None:
    tokens = scan(text).tokens
    ends = [0, *(token.end for token in tokens)]
    assert all(end <= token.start < token.end for end, token in zip(ends, tokens, strict=False))
