"""A pasted text is looked at and not kept; it needs a sign-in."""

from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Account, Desk
from tests.web.desk.conftest import Browser

SCAM = (
    "Công an quận đây, anh chị có lệnh bắt tạm giam, phải chuyển tiền ngay vào tài khoản an toàn "
    "trong 2 giờ, không nói với ai"
)


def test_signs_are_told_with_their_limit(browser: Browser, author: Account, desk: Desk) -> None:
    page = browser(author).post(reverse("desk:text_tools"), {"text": SCAM}).content.decode()
    assert "lệnh bắt tạm giam" in page
    assert "không có nghĩa" in page


def test_no_sign_is_no_assurance(browser: Browser, author: Account, desk: Desk) -> None:
    given = {"text": "Chiều nay xã họp ở nhà văn hoá."}
    page = browser(author).post(reverse("desk:text_tools"), given).content.decode()
    assert "Không thấy dấu hiệu nào đã biết" in page


def test_nothing_typed_is_said(browser: Browser, author: Account, desk: Desk) -> None:
    assert browser(author).post(reverse("desk:text_tools"), {"text": ""}).status_code == 422


def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client, desk: Desk) -> None:
    assert client.get(reverse("desk:text_tools")).status_code == 302
