"""What an address in a text hides or imitates, as hints that explain. Nothing is looked up.

Only the letters of the address are read: a strange one may be honest, a plain one may be not.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from kiemtin.media.domains import LookAlike, look_alikes, registered
from kiemtin.media.forensics.hint import Hint, Strength
from kiemtin.refusal import Say

MOST: Final = 20
"""Addresses of one text that are looked at."""
LONGEST: Final = 20_000
"""Characters of a text that are looked at."""
BRAND: Final = 4
"""Letters of a name from which it stands for somebody."""

_SHORTENERS: Final = frozenset(
    (
        *("bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "v.gd", "ow.ly", "buff.ly"),
        *("cutt.ly", "rebrand.ly", "shorturl.at", "rb.gy", "s.id", "t.ly", "tiny.cc", "lnkd.in"),
        *("by.com.vn", "shorten.asia", "link1s.com", "bom.so", "byvn.net", "me2.kr", "surl.li"),
    )
)
_ENDINGS: Final = (
    "vn|com|net|org|info|biz|xyz|top|vip|club|online|site|shop|store|cc|icu|me|app|link|live|pro|"
    "asia|co|io|tk|ml|ga|cf|gq|cn|ru|work|life|fun|today|win|bet|loan|click|ly|gd|at|id|gy|so|"
    "example|test"
)
_REST: Final = r"[^\s<>\"'“”‘’()\[\]{}]"
_ADDRESS: Final = re.compile(
    rf"(?P<scheme>https?://)(?P<rest>(?:\[[0-9a-f:.]{{2,45}}\])?{_REST}{{1,2000}}|\[[0-9a-f:.]{{2,45}}\])"
    rf"|(?<![\w@./:-])(?P<bare>(?:[\w-]{{1,63}}\.){{1,8}}(?:{_ENDINGS}|xn--[\w-]{{1,59}})"
    rf"(?::\d{{1,5}})?(?![\w@-]|\.\w)(?:[/?#]{_REST}{{0,2000}})?)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}|\[[0-9a-f:.]+\]?", re.IGNORECASE
)

SAYS: Final = {
    "shortener": Say(
        "{host} là dịch vụ rút gọn: địa chỉ không cho thấy sẽ dẫn tới đâu.",
        "{host} shortens links: the address does not show where it leads.",
    ),
    "ip_address": Say(
        "Địa chỉ là dãy số ({host}), không phải tên: cơ quan và ngân hàng không dùng như vậy.",
        "The address is a number ({host}), not a name: offices and banks do not use such.",
    ),
    "user_at": Say(
        "Phần trước dấu @ chỉ để đánh lừa mắt: địa chỉ thật là {host}.",
        "What stands before the @ is only for the eye: the real address is {host}.",
    ),
    "apk": Say(
        "Liên kết tải tệp cài đặt ứng dụng (.apk) ngoài kho chính thức, từ {host}.",
        "The link downloads an app (.apk) from outside the official store, from {host}.",
    ),
    "punycode": Say(
        "Tên miền viết bằng chữ có dấu hoặc chữ lạ: {shown} (viết cho máy là {host}).",
        "The name is written with marks or foreign letters: {shown} (for machines {host}).",
    ),
    "mixed_letters": Say(
        "Tên miền {shown} trộn chữ cái của nhiều bảng chữ, dễ bị nhìn nhầm.",
        "The name {shown} mixes letters of several alphabets, which is easily misread.",
    ),
    "brand_inside": Say(
        "Tên của {name} ({known}) có trong địa chỉ, nhưng địa chỉ thuộc về {own}.",
        "The name of {name} ({known}) stands in the address, but it belongs to {own}.",
    ),
}

LIMIT: Final = Say(
    "Chỉ xét chữ trong địa chỉ, không mở và không tra cứu: địa chỉ lạ vẫn có thể là thật, địa chỉ "
    "bình thường vẫn có thể là giả. Hãy tự gõ địa chỉ chính thức hoặc gọi hỏi nơi đó.",
    "Only the letters are read; nothing is opened or looked up: a strange address may be genuine, "
    "a plain one may be fake. Type the official address yourself or ask them.",
)


@cache
def known_hosts() -> dict[str, str]:
    """Return the organisations' hosts and names of data/known_hosts.tsv."""
    table = files("kiemtin.media.forensics").joinpath("data/known_hosts.tsv")
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {row["host"]: row["name"] for row in rows}


def address_hints(text: str, more: Iterable[str] = ()) -> tuple[Hint, ...]:
    """Return the hints of the addresses in a text or of one address, each once, in their order.

    `more` are hosts known to the desk beside data/known_hosts.tsv. Codes: user_at, ip_address,
    shortener, apk, mixed_letters, punycode, look_alike, brand_inside. Never raises.
    """
    names = known_hosts() | {host: host for host in more}
    found: dict[tuple[str, str], Hint] = {}
    for scheme, address in _addresses(text[:LONGEST]):
        for hint in _of_one(address, names, whole=scheme):
            found.setdefault((hint.code, hint.reasons[0].vi), hint)
    return tuple(found.values())


def _addresses(text: str) -> Iterator[tuple[bool, str]]:
    for at, hit in enumerate(_ADDRESS.finditer(text)):
        if at == MOST:
            return
        yield hit["scheme"] is not None, (hit["rest"] or hit["bare"]).rstrip(".,;:!?…")


def _of_one(address: str, names: dict[str, str], *, whole: bool) -> Iterator[Hint]:
    place = re.split(r"[/?#\\]", address, maxsplit=1)[0]
    user, at, host = place.rpartition("@")
    host = host if host.startswith("[") else host.split(":")[0]
    host = unicodedata.normalize("NFC", host.lower().rstrip("."))
    if whole and at and user and host:
        yield _hint("user_at", "some", host=host)
    if _NUMBER.fullmatch(host):
        yield _hint("ip_address", "some", host=host)
    elif "." in host:
        yield from _of_name(host, names)
    if host and _path(address).endswith(".apk"):
        yield _hint("apk", "some", host=host)


def _path(address: str) -> str:
    return re.split(r"[?#]", address, maxsplit=1)[0].lower()


def _of_name(host: str, names: dict[str, str]) -> Iterator[Hint]:
    if host.removeprefix("www.") in _SHORTENERS:
        yield _hint("shortener", "low", host=host)
    yield from _letters(host)
    imitated = look_alikes(host, names)
    if imitated:
        yield _look_alike(imitated[0])
    elif known := _brand(host, names):
        own = registered(host)
        yield _hint("brand_inside", "some", name=names[known], known=known, own=own)


def _look_alike(one: LookAlike) -> Hint:
    strength: Strength = "low" if one.how == "ending" else "some"
    return Hint("look_alike", strength, (one.says,), LIMIT)


def _letters(host: str) -> Iterator[Hint]:
    shown = ".".join(_shown(label) for label in host.split("."))
    if any(_alphabets(label) > 1 for label in shown.split(".")):
        yield _hint("mixed_letters", "some", shown=shown)
    elif not shown.isascii():
        yield _hint("punycode", "low", shown=shown, host=_for_machines(shown))


def _shown(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _for_machines(shown: str) -> str:
    try:
        return shown.encode("idna").decode("ascii")
    except UnicodeError:
        return shown


def _alphabets(label: str) -> int:
    """Return how many alphabets the letters of a label are of, by their names in Unicode."""
    return len({unicodedata.name(one, "?").split()[0] for one in label if one.isalpha()})


def _brand(host: str, names: dict[str, str]) -> str | None:
    """Return the known host whose name is a word of an address that belongs to another."""
    if any(host == known or host.endswith(f".{known}") for known in names):
        return None
    said = {word for label in host.split(".")[:-1] for word in (label, *label.split("-"))}
    for known in names:
        name = registered(known).split(".")[0]
        if len(name) >= BRAND and name in said:
            return known
    return None


def _hint(code: str, strength: Strength, **words: str) -> Hint:
    says = SAYS[code]
    return Hint(code, strength, (Say(says.vi.format(**words), says.en.format(**words)),), LIMIT)
