"""The form of an objection."""

import pytest

from kiemtin.web.public.forms.objection import ObjectionForm


def filled(link: str) -> ObjectionForm:
    return ObjectionForm({"text": "Ảnh chụp ở nơi khác.", "link": link})


@pytest.mark.parametrize("link", ["", "https://example.org/a", "example.vn/b"])
def test_a_page_of_a_body_is_taken(link: str) -> None:
    assert filled(link).is_valid()


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://example.org/a", "https://www.facebook.com/nguyen.a.123"]
)
def test_a_persons_page_or_no_page_is_not(link: str) -> None:
    assert "link" in filled(link).errors
