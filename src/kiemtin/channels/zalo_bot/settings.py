"""What the desk's bot on Zalo needs; its token comes by a message from Zalo Bot Manager."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.setting import Setting, given, secret, web_address
from kiemtin.refusal import Say

NAME = "zalo_bot"

SETTINGS = (
    Setting(
        "KIEMTIN_ZALO_BOT_TOKEN",
        Say(
            "Bot Token: Zalo Bot Manager gửi qua tin nhắn khi tạo bot.",
            "The Bot Token: Zalo Bot Manager sends it by message when the bot is made.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_ZALO_BOT_WEBHOOK_SECRET",
        Say(
            "Một chuỗi ngẫu nhiên 8–256 ký tự do bàn tự đặt, gửi kèm khi gọi setWebhook "
            "(secret_token).",
            "A random text of 8–256 characters of the desk's own, given to setWebhook as "
            "secret_token.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_ZALO_BOT_API",
        Say("Địa chỉ của Zalo Bot API.", "The address of the Zalo Bot API."),
        needed=False,
        default="https://bot-api.zaloplatforms.com",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The token stands in every address that is asked: no address is ever logged."""

    token: str = field(repr=False)
    webhook_secret: str = field(repr=False)
    api: str


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused."""
    raw = given(SETTINGS, values)
    name = "KIEMTIN_ZALO_BOT_WEBHOOK_SECRET"
    return Settings(
        token=secret("KIEMTIN_ZALO_BOT_TOKEN", raw["KIEMTIN_ZALO_BOT_TOKEN"]),
        webhook_secret=secret(name, raw[name], least=8),
        api=web_address("KIEMTIN_ZALO_BOT_API", raw["KIEMTIN_ZALO_BOT_API"]),
    )
