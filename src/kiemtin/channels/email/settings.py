"""The desk's mailbox and mail server; encrypted unless the server is this machine itself."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiemtin.channels.email.addresses import is_address
from kiemtin.channels.setting import Setting, given, one_of, whole_number, wrong
from kiemtin.refusal import Say

NAME = "email"
SECURITY = ("tls", "starttls", "none")

_LOCAL = {"localhost", "127.0.0.1", "::1"}
_SECURITY_SAYS = Say(
    "tls (mã hoá từ đầu), starttls, hoặc none (chỉ cho máy này).",
    "tls (encrypted from the start), starttls, or none (this machine only).",
)

SETTINGS = (
    Setting(
        "KIEMTIN_EMAIL_ADDRESS",
        Say("Địa chỉ thư của bàn.", "The desk's e-mail address."),
    ),
    Setting(
        "KIEMTIN_EMAIL_NAME",
        Say("Tên của bàn, đứng trước địa chỉ.", "The desk's name, shown before the address."),
    ),
    Setting(
        "KIEMTIN_EMAIL_USER",
        Say("Tên đăng nhập của hộp thư.", "The mailbox's login name."),
        needed=False,
    ),
    Setting(
        "KIEMTIN_EMAIL_PASSWORD",
        Say(
            "Mật khẩu (Gmail, Outlook: mật khẩu ứng dụng).",
            "The password (Gmail, Outlook: an app password).",
        ),
        needed=False,
        secret=True,
    ),
    Setting(
        "KIEMTIN_EMAIL_SMTP_HOST",
        Say("Máy chủ gửi thư (SMTP).", "The server that sends mail (SMTP)."),
    ),
    Setting(
        "KIEMTIN_EMAIL_SMTP_PORT",
        Say("Cổng gửi thư: 587, hoặc 465 với tls.", "Its port: 587, or 465 with tls."),
        needed=False,
        default="587",
    ),
    Setting("KIEMTIN_EMAIL_SMTP_SECURITY", _SECURITY_SAYS, needed=False, default="starttls"),
    Setting(
        "KIEMTIN_EMAIL_IMAP_HOST",
        Say(
            "Máy chủ nhận thư (IMAP). Bỏ trống thì bàn chỉ gửi, không đọc thư.",
            "The server that mail is read from (IMAP). Without it the desk only sends.",
        ),
        needed=False,
    ),
    Setting(
        "KIEMTIN_EMAIL_IMAP_PORT",
        Say("Cổng nhận thư: 993, hoặc 143 với starttls.", "Its port: 993, or 143 with starttls."),
        needed=False,
        default="993",
    ),
    Setting("KIEMTIN_EMAIL_IMAP_SECURITY", _SECURITY_SAYS, needed=False, default="tls"),
    Setting(
        "KIEMTIN_EMAIL_IMAP_FOLDER",
        Say("Thư mục được đọc.", "The folder that is read."),
        needed=False,
        default="INBOX",
    ),
    Setting(
        "KIEMTIN_EMAIL_CA",
        Say(
            "Tệp chứng thư của nơi cấp riêng của cơ quan (PEM), khi máy chủ thư dùng nơi cấp đó.",
            "The certificates of the organisation's own authority (PEM), where its servers use it.",
        ),
        needed=False,
    ),
)


@dataclass(frozen=True)
class Server:
    """One server; `security` is one of SECURITY. `seconds` is how long it may say nothing."""

    host: str
    port: int
    security: str
    seconds: float = 20.0


@dataclass(frozen=True)
class Settings:
    """`imap` is None where the desk only sends; `trust` makes the context of every connection."""

    address: str
    name: str
    smtp: Server
    imap: Server | None = None
    folder: str = "INBOX"
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""

    def trust(self) -> ssl.SSLContext:
        """Return a context that checks the server's name and certificate."""
        return ssl.create_default_context(cafile=self.ca or None)


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused (value)."""
    found = given(SETTINGS, values)
    address, name = found["KIEMTIN_EMAIL_ADDRESS"], found["KIEMTIN_EMAIL_NAME"]
    if not is_address(address):
        raise wrong("KIEMTIN_EMAIL_ADDRESS", "một địa chỉ thư", "an e-mail address", address)
    if not name.isprintable() or not 0 < len(name) <= 80:
        raise wrong("KIEMTIN_EMAIL_NAME", "1–80 ký tự", "1–80 characters", name)
    for one in ("KIEMTIN_EMAIL_USER", "KIEMTIN_EMAIL_PASSWORD"):
        if not found[one].isascii() or not found[one].isprintable():
            # The standard library signs in with ASCII only, at IMAP and at SMTP.
            raise wrong(one, "chữ không dấu (ASCII)", "ASCII characters", "…")
    return Settings(
        address=address,
        name=name,
        smtp=_server(found, "SMTP"),
        imap=_server(found, "IMAP") if found["KIEMTIN_EMAIL_IMAP_HOST"] else None,
        folder=found["KIEMTIN_EMAIL_IMAP_FOLDER"],
        user=found["KIEMTIN_EMAIL_USER"],
        password=found["KIEMTIN_EMAIL_PASSWORD"],
        ca=_certificates(found["KIEMTIN_EMAIL_CA"]),
    )


def _server(found: Mapping[str, str], which: str) -> Server:
    host, port, security = (f"KIEMTIN_EMAIL_{which}_{one}" for one in ("HOST", "PORT", "SECURITY"))
    if not found[host].isprintable() or set(found[host]) & set(" /@") or not found[host]:
        raise wrong(host, "tên máy chủ", "a server's name", found[host])
    kind = one_of(security, found[security], SECURITY)
    if kind == "none" and found[host] not in _LOCAL:
        raise wrong(security, "tls hoặc starttls", "tls or starttls", kind)
    return Server(found[host], whole_number(port, found[port], 1, 65535), kind)


def _certificates(path: str) -> str:
    if path:
        try:
            ssl.create_default_context(cafile=path)
        except (OSError, ValueError):
            expected = "một tệp chứng thư PEM", "a PEM file of certificates"
            raise wrong("KIEMTIN_EMAIL_CA", *expected, Path(path).name) from None
    return path
