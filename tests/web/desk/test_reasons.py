"""The chosen reason stands before the desk's own words, in Vietnamese whoever reads the page."""

import pytest
from django.utils import translation

from kiemtin.web.desk.reasons import REASONS, answer


def test_the_reason_comes_first_and_either_is_enough() -> None:
    with translation.override("en"):
        assert answer("opinion", " Xem thêm. ").startswith("Đây là ý kiến")
    assert answer("", " Vì thế. ") == "Vì thế."
    assert answer("", "") == ""


@pytest.mark.parametrize("code", sorted(REASONS))
def test_each_is_a_sentence(code: str) -> None:
    assert answer(code, "").endswith(".")
    assert answer(code, "Thêm.").count("\n") == 1
