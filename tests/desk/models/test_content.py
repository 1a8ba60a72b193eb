"""What a hash covers: every public field, and nothing that an older text could not say."""

from kiemtin.desk.models import Draft
from kiemtin.desk.models.content import ABOUT_FIELDS, CONTENT_FIELDS


def test_the_content_is_every_public_field() -> None:
    assert tuple(Draft(claim="Đập vỡ").content()) == CONTENT_FIELDS


def test_an_older_text_is_signed_without_whom_it_is_about() -> None:
    older = Draft(claim="Đập vỡ").signed()
    assert set(CONTENT_FIELDS) - set(older) == set(ABOUT_FIELDS)
    assert set(Draft(claim="Đập vỡ", about="nobody").signed()) == set(CONTENT_FIELDS)
