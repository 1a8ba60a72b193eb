"""What the desk's WhatsApp number needs; the values come from the app's console at Meta."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.meta import GRAPH
from kiemtin.channels.setting import Setting, given, id_number, secret, web_address
from kiemtin.refusal import Say

NAME = "whatsapp"

MEDIA = "https://lookaside.fbsbx.com"
"""Where the addresses lead that the Cloud API gives for media (reference, Media)."""

SETTINGS = (
    Setting(
        "KIEMTIN_WHATSAPP_NUMBER_ID",
        Say(
            "Phone number ID (không phải số điện thoại): WhatsApp → API setup.",
            "The Phone number ID (not the phone number): WhatsApp → API setup.",
        ),
    ),
    Setting(
        "KIEMTIN_WHATSAPP_APP_SECRET",
        Say(
            "Khoá bí mật của ứng dụng: App settings → Basic → App secret.",
            "The app's secret: App settings → Basic → App secret.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_WHATSAPP_VERIFY_TOKEN",
        Say(
            "Một chuỗi ngẫu nhiên do bàn tự đặt, nhập cả vào ô Verify token của webhook.",
            "A random text of the desk's own, entered in the webhook's Verify token too.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_WHATSAPP_TOKEN",
        Say(
            "Mã truy cập lâu dài của một người dùng hệ thống: Business settings → System users.",
            "The lasting access token of a system user: Business settings → System users.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_WHATSAPP_API",
        Say("Địa chỉ của Graph API.", "The address of the Graph API."),
        needed=False,
        default=GRAPH,
    ),
    Setting(
        "KIEMTIN_WHATSAPP_MEDIA",
        Say(
            "Máy chủ giữ ảnh người dân gửi; mã truy cập chỉ tới đây và Graph API.",
            "The server with the pictures that people send; the token goes there and to the Graph "
            "API only.",
        ),
        needed=False,
        default=MEDIA,
    ),
)


@dataclass(frozen=True)
class Settings:
    """`api` is the address of the Graph API with its version, `media` a scheme and a host."""

    number_id: str
    app_secret: str = field(repr=False)
    verify_token: str = field(repr=False)
    token: str = field(repr=False)
    api: str = GRAPH
    media: str = MEDIA


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused (value)."""
    found = given(SETTINGS, values)

    def hidden(name: str) -> str:
        return secret(name, found[name])

    return Settings(
        number_id=id_number("KIEMTIN_WHATSAPP_NUMBER_ID", found["KIEMTIN_WHATSAPP_NUMBER_ID"]),
        app_secret=hidden("KIEMTIN_WHATSAPP_APP_SECRET"),
        verify_token=hidden("KIEMTIN_WHATSAPP_VERIFY_TOKEN"),
        token=hidden("KIEMTIN_WHATSAPP_TOKEN"),
        api=web_address("KIEMTIN_WHATSAPP_API", found["KIEMTIN_WHATSAPP_API"]),
        media=web_address("KIEMTIN_WHATSAPP_MEDIA", found["KIEMTIN_WHATSAPP_MEDIA"]),
    )
