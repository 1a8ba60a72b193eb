"""What the telephone with SMS Gateway needs; the app shows each value on its own screens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.setting import Setting, given, secret, web_address, wrong
from kiemtin.refusal import Say

NAME = "sms_gate"

SETTINGS = (
    Setting(
        "KIEMTIN_SMS_GATE_USER",
        Say("Tên đăng nhập: tab Home của ứng dụng.", "The username: the app's Home tab."),
    ),
    Setting(
        "KIEMTIN_SMS_GATE_PASSWORD",
        Say("Mật khẩu: tab Home của ứng dụng.", "The password: the app's Home tab."),
        secret=True,
    ),
    Setting(
        "KIEMTIN_SMS_GATE_SIGNING_KEY",
        Say(
            "Khoá ký webhook: Settings → Webhooks → Signing Key.",
            "The key that signs webhooks: Settings → Webhooks → Signing Key.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_SMS_GATE_DEVICE",
        Say(
            "Mã của máy, cần khi tài khoản có nhiều điện thoại: một tin gửi lại phải đi qua đúng "
            "máy cũ.",
            "The device's id, needed where the account has several telephones: what is asked for "
            "again must go to the same one.",
        ),
        needed=False,
    ),
    Setting(
        "KIEMTIN_SMS_GATE_API",
        Say(
            "Địa chỉ nhận tin gửi đi; chế độ Local: http://địa-chỉ-máy:8080.",
            "Where messages are given in; in Local mode: http://address-of-the-telephone:8080.",
        ),
        needed=False,
        default="https://api.sms-gate.app/3rdparty/v1",
    ),
)

_DEVICE = re.compile(r"[\w-]{0,64}", re.ASCII)


@dataclass(frozen=True)
class Settings:
    """`device` is "" where the account has one telephone only."""

    user: str
    password: str = field(repr=False)
    signing_key: str = field(repr=False)
    device: str
    api: str


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused."""
    raw = given(SETTINGS, values)
    device = raw["KIEMTIN_SMS_GATE_DEVICE"]
    if not _DEVICE.fullmatch(device):
        raise wrong("KIEMTIN_SMS_GATE_DEVICE", "mã của máy", "a device's id", device)
    return Settings(
        user=secret("KIEMTIN_SMS_GATE_USER", raw["KIEMTIN_SMS_GATE_USER"]),
        password=secret("KIEMTIN_SMS_GATE_PASSWORD", raw["KIEMTIN_SMS_GATE_PASSWORD"]),
        signing_key=secret("KIEMTIN_SMS_GATE_SIGNING_KEY", raw["KIEMTIN_SMS_GATE_SIGNING_KEY"]),
        device=device,
        api=web_address("KIEMTIN_SMS_GATE_API", raw["KIEMTIN_SMS_GATE_API"]),
    )
