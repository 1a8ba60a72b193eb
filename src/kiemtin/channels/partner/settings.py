"""The partners who get publications: chosen by the desk, each with a secret of its own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kiemtin.channels.setting import Setting, given, secret, web_address, wrong
from kiemtin.refusal import Say

NAME = "partner"
MAX_PARTNERS = 200
LEAST_SECRET = 32
"""Characters: 24 random bytes in base64, as the documentation makes them."""

SETTINGS = (
    Setting(
        "KIEMTIN_PARTNER_FILE",
        Say(
            "Đường dẫn tuyệt đối của tệp TOML ghi tên, địa chỉ và khoá của từng đối tác.",
            "The absolute path of a TOML file with each partner's name, address and secret.",
        ),
    ),
)


@dataclass(frozen=True)
class Partner:
    """One organisation; `name` is what `Outgoing.to` says."""

    name: str
    address: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Settings:
    """The partners by name."""

    partners: Mapping[str, Partner]


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings, the file read; raises SettingRefused (value)."""
    path = given(SETTINGS, values)["KIEMTIN_PARTNER_FILE"]
    name = "KIEMTIN_PARTNER_FILE"
    try:
        rows = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("partner")
    except (OSError, ValueError):
        raise wrong(name, "một tệp TOML đọc được", "a TOML file that can be read", path) from None
    if not isinstance(rows, list) or not 0 < len(rows) <= MAX_PARTNERS:
        raise wrong(name, f"1–{MAX_PARTNERS} mục [[partner]]", f"1–{MAX_PARTNERS} [[partner]]", "")
    partners = [_partner(name, row) for row in rows]
    by_name = {one.name: one for one in partners}
    if len(by_name) < len(partners):
        raise wrong(name, "mỗi đối tác một tên riêng", "another name for each partner", "")
    return Settings(by_name)


def _partner(setting: str, row: object) -> Partner:
    """One entry; only the partner's name may stand in a refusal."""
    fields = row if isinstance(row, dict) else {}
    name, address, key = (str(fields.get(one, "")) for one in ("name", "address", "secret"))
    where = f"{setting} ({name[:40]})"
    if not name.strip() or len(name) > 80 or not name.isprintable():
        raise wrong(where, "name dài 1–80 ký tự", "a name of 1–80 characters", "")
    secret(where, key, LEAST_SECRET)
    return Partner(name, _secure(where, web_address(where, address)), key)


def _secure(where: str, address: str) -> str:
    """What is sent is not public yet in that minute: TLS, save on this machine."""
    try:
        url = urlsplit(address)
    except ValueError:
        raise wrong(where, "một địa chỉ https://…", "an address https://…", "…") from None
    if url.scheme != "https" and url.hostname not in {"127.0.0.1", "::1", "localhost"}:
        raise wrong(where, "một địa chỉ https://…", "an address https://…", "…")
    return address
