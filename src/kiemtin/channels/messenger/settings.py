"""What the desk's Facebook page needs; the values come from the app's console at Meta."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.meta import GRAPH
from kiemtin.channels.setting import Setting, given, id_number, secret, web_address
from kiemtin.refusal import Say

NAME = "messenger"

SETTINGS = (
    Setting(
        "KIEMTIN_MESSENGER_PAGE_ID",
        Say(
            "Số của trang: Trang → Giới thiệu → Tính minh bạch của trang.",
            "The page's number: Page → About → Page transparency.",
        ),
    ),
    Setting(
        "KIEMTIN_MESSENGER_APP_SECRET",
        Say(
            "Khoá bí mật của ứng dụng: App settings → Basic → App secret.",
            "The app's secret: App settings → Basic → App secret.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_MESSENGER_VERIFY_TOKEN",
        Say(
            "Một chuỗi ngẫu nhiên do bàn tự đặt, nhập cả vào ô Verify token của webhook.",
            "A random text of the desk's own, entered in the webhook's Verify token too.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_MESSENGER_PAGE_TOKEN",
        Say(
            "Mã truy cập của trang: Messenger → API settings → Generate token.",
            "The page's access token: Messenger → API settings → Generate token.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_MESSENGER_API",
        Say("Địa chỉ của Graph API.", "The address of the Graph API."),
        needed=False,
        default=GRAPH,
    ),
)


@dataclass(frozen=True)
class Settings:
    """`api` is the address of the Graph API with its version."""

    page_id: str
    app_secret: str = field(repr=False)
    verify_token: str = field(repr=False)
    page_token: str = field(repr=False)
    api: str = GRAPH


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused (value)."""
    found = given(SETTINGS, values)

    def hidden(name: str) -> str:
        return secret(name, found[name])

    return Settings(
        page_id=id_number("KIEMTIN_MESSENGER_PAGE_ID", found["KIEMTIN_MESSENGER_PAGE_ID"]),
        app_secret=hidden("KIEMTIN_MESSENGER_APP_SECRET"),
        verify_token=hidden("KIEMTIN_MESSENGER_VERIFY_TOKEN"),
        page_token=hidden("KIEMTIN_MESSENGER_PAGE_TOKEN"),
        api=web_address("KIEMTIN_MESSENGER_API", found["KIEMTIN_MESSENGER_API"]),
    )
