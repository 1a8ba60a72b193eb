"""The mailbox's settings: encrypted by default, all well formed, no password ever shown."""

from pathlib import Path

import pytest

from kiemtin.channels.email.settings import Server, read
from kiemtin.channels.setting import SettingRefused

VALUES = {
    "KIEMTIN_EMAIL_ADDRESS": "ban@tin.example",
    "KIEMTIN_EMAIL_NAME": "Bàn Kiểm Tin",
    "KIEMTIN_EMAIL_PASSWORD": "abcd efgh ijkl",
    "KIEMTIN_EMAIL_SMTP_HOST": "smtp.tin.example",
    "KIEMTIN_EMAIL_IMAP_HOST": "imap.tin.example",
}


def test_everything_is_encrypted_unless_it_is_said_otherwise() -> None:
    settings = read(VALUES)
    assert settings.smtp == Server("smtp.tin.example", 587, "starttls")
    assert settings.imap == Server("imap.tin.example", 993, "tls")
    assert "efgh" not in repr(settings)
    assert settings.trust().check_hostname


def test_without_a_server_to_read_from_the_desk_only_sends() -> None:
    assert read({**VALUES, "KIEMTIN_EMAIL_IMAP_HOST": ""}).imap is None


def test_this_machine_may_be_asked_in_the_open() -> None:
    here = {"KIEMTIN_EMAIL_SMTP_HOST": "127.0.0.1", "KIEMTIN_EMAIL_SMTP_SECURITY": "none"}
    assert read({**VALUES, **here}).smtp.security == "none"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KIEMTIN_EMAIL_ADDRESS", "ban"),
        ("KIEMTIN_EMAIL_ADDRESS", "ban@tin.example\nBcc: a@b.example"),
        ("KIEMTIN_EMAIL_NAME", "a\nb"),
        ("KIEMTIN_EMAIL_NAME", ""),
        ("KIEMTIN_EMAIL_SMTP_HOST", "https://smtp.tin.example"),
        ("KIEMTIN_EMAIL_SMTP_PORT", "0"),
        ("KIEMTIN_EMAIL_SMTP_SECURITY", "none"),
        ("KIEMTIN_EMAIL_IMAP_SECURITY", "ssl"),
        ("KIEMTIN_EMAIL_PASSWORD", "mật khẩu"),
        ("KIEMTIN_EMAIL_CA", "/none.pem"),
    ],
)
def test_wrong_values_are_named(name: str, value: str) -> None:
    with pytest.raises(SettingRefused, match=name) as caught:
        read({**VALUES, name: value})
    assert "mật khẩu" not in caught.value.en()


def test_a_file_that_holds_no_certificate_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    with pytest.raises(SettingRefused, match="KIEMTIN_EMAIL_CA"):
        read({**VALUES, "KIEMTIN_EMAIL_CA": str(tmp_path / "ca.pem")})
