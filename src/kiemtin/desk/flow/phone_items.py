"""What a phone sends, item by item: read once into one of three shapes, or refused with a sentence.

An item keeps the name that the phone gave it, so that it is entered once however often it comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from kiemtin.channels.shape import HEARD_VIA
from kiemtin.desk.words_reach import Done, Language
from kiemtin.refusal import Refusal, Say

MAX_ID = 2**62
"""Numbers beyond a database's own are no number of a bulletin."""


class ItemRefused(Refusal):
    """One item of a phone that cannot be entered; it stays there, to be put right or given up."""

    sentences: ClassVar = {
        "shape": Say(
            "Máy của bàn không đọc được mục này. Hãy chép lại lời rồi gửi như tin mới.",
            "The desk's machine cannot read this item. Copy its words and send them anew.",
        ),
        "kind": Say(
            "Ứng dụng gửi một loại mục mà bàn chưa biết. Hãy mở lại trang khi có mạng.",
            "The app sent a kind of item that the desk does not know. Reopen the page online.",
        ),
        "broadcast": Say(
            "Bàn không thấy bản tin này trong phần việc của bạn.",
            "The desk finds no such bulletin among those for you.",
        ),
        "language": Say(
            "Bàn không biết thứ tiếng này. Hãy chọn lại.",
            "The desk does not know this language. Choose again.",
        ),
        "taken": Say(
            "Mã của mục này đã thuộc về người khác. Hãy tạo mục mới.",
            "The name of this item belongs to somebody else. Make it anew.",
        ),
        "no_audio": Say(
            "Mục thu âm không kèm tiếng. Hãy thu lại.",
            "The recording came without its sound. Record again.",
        ),
    }


@dataclass(frozen=True)
class Said:
    """A communicator did something with a bulletin; `at` is the phone's own moment."""

    item: UUID
    at: datetime
    broadcast: int
    done: Done
    language: str


@dataclass(frozen=True)
class Asked:
    """What somebody asks, in their words; who it was is not said."""

    item: UUID
    at: datetime
    text: str = field(repr=False)
    place: str
    heard_via: str
    wants_answer: bool


@dataclass(frozen=True)
class Recorded:
    """A sound: a bulletin read in a language, or a rumour as it was heard (no bulletin)."""

    item: UUID
    at: datetime
    broadcast: int | None
    language: str
    audio: bytes = field(repr=False)


Item = Said | Asked | Recorded


def read(raw: object) -> Item:
    """One item as it came out of JSON; raises ItemRefused. A sound is bytes under "audio"."""
    if not isinstance(raw, Mapping):
        raise ItemRefused("shape")
    try:
        item, at = UUID(_text(raw, "id")), moment_of(raw["at"])
        match raw["kind"]:
            case "done":
                return _said(item, at, raw)
            case "asked":
                return _asked(item, at, raw)
            case "recording":
                return _recorded(item, at, raw)
        raise ItemRefused("kind")
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as wrong:
        if isinstance(wrong, ItemRefused):
            raise
        raise ItemRefused("shape") from None


def moment_of(milliseconds: object) -> datetime:
    """A phone's count of milliseconds since 1970 as a moment; raises ValueError, OverflowError."""
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int | float):
        raise ValueError("milliseconds since 1970 are a number")
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _text(raw: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = raw[name] if default is None else raw.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"{name} is a text")
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < MAX_ID:
        raise ItemRefused("broadcast")
    return value


def _language(raw: Mapping[str, Any], *, needed: bool) -> str:
    value = raw.get("language", "")
    if value not in Language.values and (needed or value != ""):
        raise ItemRefused("language")
    return str(value)


def _said(item: UUID, at: datetime, raw: Mapping[str, Any]) -> Said:
    done = Done(_text(raw, "done"))
    return Said(item, at, _number(raw["broadcast"]), done, _language(raw, needed=False))


def _asked(item: UUID, at: datetime, raw: Mapping[str, Any]) -> Asked:
    heard = _text(raw, "heard_via", "other")
    via = heard if heard in HEARD_VIA else "other"
    answer = raw.get("wants_answer", True) is True
    return Asked(item, at, _text(raw, "text"), _text(raw, "place", ""), via, answer)


def _recorded(item: UUID, at: datetime, raw: Mapping[str, Any]) -> Recorded:
    audio, broadcast = raw.get("audio"), raw.get("broadcast")
    if not isinstance(audio, bytes) or not audio:
        raise ItemRefused("no_audio")
    about = None if broadcast is None else _number(broadcast)
    return Recorded(item, at, about, _language(raw, needed=about is not None), audio)
