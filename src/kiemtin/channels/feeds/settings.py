"""The sources that the desk's editors have chosen, each with its kind and its licence.

Accounts of persons are no sources: addresses of social networks are refused.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kiemtin.channels.addresses import AddressRefused, Reach, require_form
from kiemtin.channels.setting import Setting, given, one_of, wrong
from kiemtin.refusal import Say

NAME = "feeds"
KINDS = ("official", "agency", "news", "science", "fact-check")
SHAPES = ("feed", "sitemap", "claimreview")
MAX_SOURCES = 300
PLACE = re.compile(r"(\d{2}|\d{5})?", re.ASCII)

SETTINGS = (
    Setting(
        "KIEMTIN_FEEDS",
        Say(
            "Đường dẫn tuyệt đối của tệp TOML ghi các nguồn đã chọn.",
            "The absolute path of a TOML file with the chosen sources.",
        ),
    ),
)

# Networks on which persons speak, and services that make feeds of what persons say there.
_SOCIAL = """
facebook.com instagram.com threads.net threads.com twitter.com x.com tiktok.com youtube.com youtu.be
zalo.me zaloapp.com t.me telegram.org telegram.me reddit.com vk.com weibo.com bsky.app
mastodon.social tumblr.com linkedin.com pinterest.com nitter.net rsshub.app rss.app fetchrss.com
"""


@dataclass(frozen=True)
class Source:
    """One source; `licence` says in words how its texts may be used, `trust` what it is believed
    about. `shape` is one of SHAPES, `place` a code of `kiemtin.text.places` or "". `whole_text`:
    the pages of its items are read too."""

    name: str
    address: str
    kind: str
    licence: str = ""
    shape: str = "feed"
    place: str = ""
    trust: str = ""
    whole_text: bool = False


@dataclass(frozen=True)
class Settings:
    """The chosen sources; `reach` says which addresses may be asked."""

    sources: tuple[Source, ...]
    reach: Reach = field(default_factory=lambda: Reach(("https", "http")))


def read(values: Mapping[str, str]) -> Settings:
    """Return the settings, the file read; raises SettingRefused (value)."""
    name = "KIEMTIN_FEEDS"
    path = given(SETTINGS, values)[name]
    try:
        rows = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("source")
    except (OSError, ValueError):
        raise wrong(name, "một tệp TOML đọc được", "a TOML file that can be read", path) from None
    if not isinstance(rows, list) or not 0 < len(rows) <= MAX_SOURCES:
        raise wrong(name, f"1–{MAX_SOURCES} mục [[source]]", f"1–{MAX_SOURCES} [[source]]", "")
    sources = tuple(_source(name, row) for row in rows)
    if len({one.address for one in sources}) < len(sources):
        raise wrong(name, "mỗi địa chỉ một lần", "each address once", "")
    if len({one.name for one in sources}) < len(sources):
        raise wrong(name, "mỗi tên một lần", "each name once", "")
    return Settings(sources)


def _source(setting: str, row: object) -> Source:
    fields = row if isinstance(row, dict) else {}
    name, address, kind, licence = (
        str(fields.get(one, "")).strip() for one in ("name", "address", "kind", "licence")
    )
    where = f"{setting} ({name[:40]})"
    if not 0 < len(name) <= 80 or not name.isprintable():
        raise wrong(where, "name dài 1–80 ký tự", "a name of 1–80 characters", name)
    _require_address(where, address)
    shape, place = str(fields.get("shape", "feed")), str(fields.get("place", ""))
    if not PLACE.fullmatch(place):
        raise wrong(where, "place là mã 2 hoặc 5 số", "a place of 2 or 5 digits", place)
    return Source(
        name,
        address,
        one_of(where, kind, KINDS),
        licence[:200],
        one_of(where, shape, SHAPES),
        place,
        str(fields.get("trust", "")).strip()[:1000],
        fields.get("whole_text", False) is True,
    )


def _require_address(where: str, address: str) -> None:
    try:
        require_form(address, Reach(("https", "http")))
    except AddressRefused:
        expected = "một địa chỉ https://… công khai", "a public address https://…"
        raise wrong(where, *expected, address) from None
    if is_social(address):
        expected = "một nguồn không phải mạng xã hội", "a source that is no social network"
        raise wrong(where, *expected, address)


def is_social(address: str) -> bool:
    """Whether an address belongs to a network on which persons speak."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return any(host == one or host.endswith(f".{one}") for one in _SOCIAL.split())
