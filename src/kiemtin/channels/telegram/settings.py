"""What the desk's bot on Telegram needs; its token comes from @BotFather."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.setting import Setting, given, secret, web_address, wrong
from kiemtin.refusal import Say

NAME = "telegram"

SETTINGS = (
    Setting(
        "KIEMTIN_TELEGRAM_TOKEN",
        Say(
            "Mã của bot: nhắn /newbot cho @BotFather.",
            "The bot's token: write /newbot to @BotFather.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_TELEGRAM_WEBHOOK_SECRET",
        Say(
            "Một chuỗi ngẫu nhiên 8–256 ký tự gồm chữ, số, _ và -, gửi kèm khi gọi setWebhook "
            "(secret_token).",
            "A random text of 8–256 letters, digits, _ and -, given to setWebhook as secret_token.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_TELEGRAM_API",
        Say("Địa chỉ của Bot API.", "The address of the Bot API."),
        needed=False,
        default="https://api.telegram.org",
    ),
)

_SECRET = re.compile(r"[A-Za-z0-9_-]{8,256}")


@dataclass(frozen=True)
class Settings:
    """The token stands in every address that is asked: no address is ever logged."""

    token: str = field(repr=False)
    webhook_secret: str = field(repr=False)
    api: str


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused."""
    raw = given(SETTINGS, values)
    name = "KIEMTIN_TELEGRAM_WEBHOOK_SECRET"
    if not _SECRET.fullmatch(raw[name]):
        raise wrong(name, "8–256 chữ, số, _ hoặc -", "8–256 letters, digits, _ or -", "…")
    return Settings(
        token=secret("KIEMTIN_TELEGRAM_TOKEN", raw["KIEMTIN_TELEGRAM_TOKEN"]),
        webhook_secret=raw[name],
        api=web_address("KIEMTIN_TELEGRAM_API", raw["KIEMTIN_TELEGRAM_API"]),
    )
