"""One byte string for one value: what hashes and commitments are taken of.

Two mappings that differ in a value never have the same bytes; the order of keys, the Unicode form
(NFC) and the time zone in which an instant is written make no difference.
"""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime

from kiemtin.refusal import Refusal, Say


class NotCanonical(Refusal):
    """A value has no canonical form (`code` says why, `params` where)."""

    sentences = {
        "type": Say(
            "{path}: cần chữ, số nguyên, đúng/sai, ngày, giờ, danh sách hoặc bảng khoá, nhưng "
            "nhận được {type}. Hãy đổi giá trị này sang một trong các kiểu đó.",
            "{path}: expected text, a whole number, true/false, a date, a time, a list or a "
            "mapping, but got {type}. Turn this value into one of them.",
        ),
        "naive_time": Say(
            "{path}: giờ thiếu múi giờ. Hãy ghi kèm múi giờ.",
            "{path}: the time has no time zone. Give it one.",
        ),
        "key": Say(
            "{path}: khoá phải là chữ, nhưng nhận được {type}. Hãy đổi khoá này.",
            "{path}: a key must be text, but got {type}. Change this key.",
        ),
        "double_key": Say(
            "{path}: hai khoá trùng nhau khi viết ở dạng NFC. Hãy bỏ một khoá.",
            "{path}: two keys are the same once written in NFC. Drop one of them.",
        ),
        "surrogate": Say(
            "{path}: chữ có ký tự không viết được bằng UTF-8. Hãy nhập lại đoạn này.",
            "{path}: the text has a character that UTF-8 cannot write. Type it again.",
        ),
    }


def canonical_json(value: object) -> bytes:
    """Return UTF-8 JSON with sorted keys, no spaces, NFC text, ISO dates and UTC instants.

    A date and its ISO text count as the same value, and so do a list and a tuple. Raises
    NotCanonical for floats (their text is not unique), bytes, sets, naive times and lone
    surrogates.
    """
    plain = _plain(value, "$")
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _plain(value: object, path: str) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _text(value, path)
    if isinstance(value, datetime):
        return _instant(value, path)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return _mapping(value, path)
    if isinstance(value, list | tuple):
        return [_plain(item, f"{path}[{number}]") for number, item in enumerate(value)]
    raise NotCanonical("type", {"path": path, "type": type(value).__name__})


def _text(value: str, path: str) -> str:
    # str(value) turns an enumeration member that is a str into its plain value's class.
    text = unicodedata.normalize("NFC", str.__str__(value))
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotCanonical("surrogate", {"path": path})
    return text


def _instant(value: datetime, path: str) -> str:
    if value.utcoffset() is None:
        raise NotCanonical("naive_time", {"path": path})
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _mapping(value: Mapping[object, object], path: str) -> dict[str, object]:
    plain: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonical("key", {"path": path, "type": type(key).__name__})
        name = _text(key, path)
        if name in plain:
            raise NotCanonical("double_key", {"path": path})
        plain[name] = _plain(item, f"{path}.{name}")
    return plain
