"""What the desk's Zalo Official Account needs; the values come from developers.zalo.me."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.channels.setting import Setting, given, id_number, secret, web_address, wrong
from kiemtin.refusal import Say

NAME = "zalo_oa"

SETTINGS = (
    Setting(
        "KIEMTIN_ZALO_OA_APP_ID",
        Say(
            "ID của ứng dụng: developers.zalo.me → ứng dụng → Cài đặt.",
            "The app's id: developers.zalo.me → the app → Settings.",
        ),
    ),
    Setting(
        "KIEMTIN_ZALO_OA_APP_SECRET",
        Say(
            "Khoá bí mật của ứng dụng, cùng trang với ID; dùng để đổi mã truy cập.",
            "The app's secret key, on the same page as its id; it renews the access token.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_ZALO_OA_SECRET_KEY",
        Say(
            "OA Secret Key: ứng dụng → Webhook; dùng để kiểm tra chữ ký của webhook.",
            "The OA Secret Key: the app → Webhook; it proves that a webhook is Zalo's.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_ZALO_OA_REFRESH_TOKEN",
        Say(
            "Refresh token đầu tiên: Công cụ → API Explorer → OA Access Token. Bàn tự đổi các "
            "mã sau và tự giữ.",
            "The first refresh token: Tools → API Explorer → OA Access Token. The desk renews and "
            "keeps the later ones itself.",
        ),
        secret=True,
    ),
    Setting(
        "KIEMTIN_ZALO_OA_TIMESTAMP_HEADER",
        Say(
            "Tên header chứa thời điểm ký; để trống thì lấy “timestamp” trong nội dung.",
            "The header with the signed time; left empty, “timestamp” in the body is taken.",
        ),
        needed=False,
    ),
    Setting(
        "KIEMTIN_ZALO_OA_API",
        Say("Địa chỉ của OpenAPI.", "The address of the OpenAPI."),
        needed=False,
        default="https://openapi.zalo.me",
    ),
    Setting(
        "KIEMTIN_ZALO_OA_OAUTH",
        Say("Địa chỉ đổi mã truy cập.", "The address that renews access tokens."),
        needed=False,
        default="https://oauth.zaloapp.com",
    ),
)


@dataclass(frozen=True)
class Settings:
    """`refresh_token` is the first one only; `timestamp_header` is lower-case, "" for the body."""

    app_id: str
    app_secret: str = field(repr=False)
    secret_key: str = field(repr=False)
    refresh_token: str = field(repr=False)
    timestamp_header: str
    api: str
    oauth: str


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingRefused."""
    raw = given(SETTINGS, values)
    hidden = {
        name: secret(f"KIEMTIN_ZALO_OA_{name.upper()}", raw[f"KIEMTIN_ZALO_OA_{name.upper()}"])
        for name in ("app_secret", "secret_key", "refresh_token")
    }
    return Settings(
        app_id=id_number("KIEMTIN_ZALO_OA_APP_ID", raw["KIEMTIN_ZALO_OA_APP_ID"]),
        timestamp_header=_header(raw["KIEMTIN_ZALO_OA_TIMESTAMP_HEADER"]),
        api=web_address("KIEMTIN_ZALO_OA_API", raw["KIEMTIN_ZALO_OA_API"]),
        oauth=web_address("KIEMTIN_ZALO_OA_OAUTH", raw["KIEMTIN_ZALO_OA_OAUTH"]),
        **hidden,
    )


def _header(raw: str) -> str:
    if not raw or (raw.isascii() and raw.replace("-", "").isalnum()):
        return raw.lower()
    name = "KIEMTIN_ZALO_OA_TIMESTAMP_HEADER"
    raise wrong(name, "tên một header, ví dụ X-Timestamp", "a header's name: X-Timestamp", raw)
