"""Whatever keeps a draft from review is said in words, never as a code."""

import re

import pytest
from django.utils import translation

from kiemtin.bulletin.lengths import LIMITS
from kiemtin.desk.flow.drafts import NEEDED
from kiemtin.web.desk.gaps import in_words

CODES = [
    *(f"empty_{name}" for name in NEEDED),
    *(f"long_{name}" for name in LIMITS),
    "evidence",
    "empty_what_was_wrong",
]


@pytest.mark.parametrize("code", CODES)
def test_every_gap_has_its_own_sentence(code: str) -> None:
    with translation.override("vi"):
        (sentence,) = in_words([code])
    assert sentence.endswith(".")
    assert not re.search(r"[a-z]_[a-z]|%", sentence)
    assert code.partition("_")[2] not in sentence.split() or code == "evidence"


def test_no_two_gaps_sound_alike() -> None:
    assert len(set(in_words(CODES))) == len(CODES)


def test_a_text_too_long_tells_how_long_it_may_be() -> None:
    assert in_words(["long_fact"]) == [f"Sự thật dài quá {LIMITS['fact']} ký tự."]


def test_gaps_keep_their_order() -> None:
    assert in_words(["empty_todo", "empty_claim"]) == [
        "Thiếu phần bây giờ nên làm gì.",
        "Thiếu câu tin đồn nói gì.",
    ]
