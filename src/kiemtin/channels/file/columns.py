"""The columns of a file: Vietnamese or English names in any spelling, known and unknown ones."""

import re
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from kiemtin.channels.refusal import FileRefused
from kiemtin.text.fold import fold

ALIASES = MappingProxyType(
    {
        "text": ("text", "message", "content", "nội dung", "nội dung tin", "tin", "tin nhắn"),
        "id": ("id", "external id", "mã", "mã tin"),
        "place": ("place", "commune", "xã", "phường", "xã phường", "nơi", "địa điểm", "mã xã"),
        "received_at": ("received at", "received", "date", "ngày", "ngày nhận", "thời gian"),
        "heard_via": ("heard via", "via", "kênh", "nghe qua", "cách nghe"),
        "heard_on": ("heard on", "ngày nghe"),
        "wants_answer": ("wants answer", "cần trả lời", "muốn trả lời", "trả lời"),
        "reply_to": ("reply to", "contact", "liên hệ", "trả lời vào"),
    }
)
"""Field of `Inbound` → the column names that stand for it; marks, case and signs do not count.

A running number (STT) is no id: two files would name different messages alike.
"""


def key(name: str) -> str:
    """Return a name as it is compared: folded words joined by underscores."""
    return "_".join(re.findall(r"[a-z0-9]+", fold(name)))


_FIELDS = {key(alias): field for field, names in ALIASES.items() for alias in names}


def field_of(name: str) -> str | None:
    """Return the field that a column name stands for, or None."""
    return _FIELDS.get(key(name))


def recognised(names: Iterable[str]) -> int:
    """Return how many of these names are known."""
    return sum(field_of(name) is not None for name in names)


def fields_of(header: Sequence[str], file_name: str) -> list[str | None]:
    """Return the field of each column, None for unknown ones.

    Raises FileRefused (no_text_column, double_column).
    """
    fields = [field_of(name) for name in header]
    for field in ALIASES:
        if fields.count(field) > 1:
            same = [name for name, known in zip(header, fields, strict=True) if known == field]
            raise FileRefused(
                "double_column", {"name": file_name, "columns": ", ".join(same)[:200]}
            )
    if "text" not in fields:
        found = ", ".join(name.strip() for name in header)[:200] or "–"
        allowed = ", ".join(ALIASES["text"])
        params = {"name": file_name, "found": found, "allowed": allowed}
        raise FileRefused("no_text_column", params)
    return fields
