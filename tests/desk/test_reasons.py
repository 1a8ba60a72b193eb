"""Stored reasons are told in the reader's language, the matcher's and the desk's own."""

import pytest
from django.utils import translation

from kiemtin.desk.reasons import REMEMBERED, in_words

STORED = [
    {"code": "remembered_together", "params": {}},
    {"code": "no_longer_valid", "params": {"valid_until": "1/9/2025"}},
]


def test_reasons_are_told_in_vietnamese_and_english() -> None:
    assert in_words(STORED) == (
        "lần trước một người đã gộp câu này vào tin này",
        "bài kiểm chứng hết hiệu lực sau 1/9/2025",
    )
    with translation.override("en"):
        english = in_words(STORED)
    assert english[0].startswith("last time a person")
    assert english[1] == "the fact-check was valid until 1/9/2025 only"


@pytest.mark.parametrize("code", REMEMBERED)
def test_every_reason_of_the_desk_has_english_words(code: str) -> None:
    with translation.override("en"):
        assert in_words([{"code": code, "params": {}}]) != (str(code),)
        english = in_words([{"code": code, "params": {}}])
    assert english != in_words([{"code": code, "params": {}}])
