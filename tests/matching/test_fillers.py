from kiemtin.matching.fillers import FILLERS, WEIGHT
from kiemtin.text.fold import syllables


def test_fillers_are_single_folded_syllables() -> None:
    assert all(syllables(word) == [word] for word in FILLERS)


def test_fillers_weigh_less_than_other_words_but_not_nothing() -> None:
    assert 0 < WEIGHT < 1


def test_words_that_decide_are_no_fillers() -> None:
    assert not FILLERS & {"lu", "bao", "dap", "cau", "chay", "chet", "gia", "nuoc", "dien"}
