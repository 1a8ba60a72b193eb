"""A page shows its text in two views of equal length, and blanks what is claimed."""

import pytest
from hypothesis import given

from kiemtin.text.canonical import canonical
from kiemtin.text.redact.page import BLANK, Page
from kiemtin.text.redact.types import Span
from tests.text.strategies import texts


@given(texts)
def test_both_views_have_the_length_of_the_text(text: str) -> None:
    page = Page(canonical(text))
    assert len(page.plain) == len(page.shown) == len(page.text)


@pytest.mark.parametrize(
    ("shown", "plain"),
    [
        ("Đập Thủy Điện", "dap thuy dien"),
        ("٠٩₀①²", "09012"),
        ("a–b—c−d", "a-b-c-d"),
        ("1·2•3", "1.2.3"),
        ("“An” ‘Bình’", "\"an\" 'binh'"),
    ],
)
def test_the_plain_view_has_one_form_of_everything(shown: str, plain: str) -> None:
    assert Page(shown).plain == plain


def test_what_is_claimed_is_blanked_in_both_views() -> None:
    page = Page("gọi An nhé")
    page.claim([Span("person_name", 4, 6)])
    assert page.shown == f"gọi {BLANK * 2} nhé"
    assert page.plain == f"goi {BLANK * 2} nhe"
    assert page.claimed == [Span("person_name", 4, 6)]


def test_what_is_claimed_is_not_claimed_again() -> None:
    page = Page("gọi An nhé")
    page.claim([Span(None, 4, 6)])
    page.claim([Span("person_name", 0, 6), Span("phone", 2, 2)])
    assert page.claimed == [Span(None, 4, 6)]
