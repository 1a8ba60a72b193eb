"""What was read in a file, in the reader's language: facts with their labels and limits, the
statement of origin, what to notice.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kiemtin.desk.flow.reading import GIVEN_UP
from kiemtin.desk.models import Reading
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside.labels import LABELS
from kiemtin.media.refusal import CopyRefused, PictureRefused
from kiemtin.refusal import Say


@dataclass(frozen=True)
class Told:
    """One fact: what it is, its value, what it does not prove; `personal` for the checker alone."""

    label: str
    value: str
    limit: str
    personal: bool


@dataclass(frozen=True)
class Noticed:
    """A warning or a hint with its limit; `places` in pixels of the picture."""

    sentences: tuple[str, ...]
    limit: str = ""
    places: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True)
class Read:
    """A reading as a page shows it; `refusal` is a sentence when the file could not be read."""

    reading: Reading
    facts: tuple[Told, ...]
    origin: tuple[str, ...]
    noticed: tuple[Noticed, ...]
    hints: tuple[Noticed, ...]
    refusal: str = ""


def shown(reading: Reading) -> Read:
    """What was read, in words."""
    return Read(
        reading,
        tuple(_told(one) for one in reading.facts if one.get("code") in LABELS),
        _origin(reading.origin),
        tuple(Noticed((_in_words(one),)) for one in reading.warnings),
        tuple(_hint(one) for one in reading.hints),
        why_refused(reading.refusal),
    )


def _told(one: dict[str, Any]) -> Told:
    label = LABELS[one["code"]]
    limit = say(label.limit) if label.limit else ""
    return Told(say(label.say), str(one["value"]), limit, label.personal)


def say(one: Say) -> str:
    """A sentence of the library in the reader's language."""
    return one.en if _english() else one.vi


def _in_words(one: dict[str, Any]) -> str:
    return str(one.get("en" if _english() else "vi", ""))


def _english() -> bool:
    return (get_language() or "vi").startswith("en")


def _hint(one: dict[str, Any]) -> Noticed:
    reasons = tuple(_in_words(reason) for reason in one.get("reasons", []))
    places = tuple((p[0], p[1], p[2], p[3]) for p in one.get("where", []))
    return Noticed(reasons, _in_words(one.get("limit", {})), places)


def _origin(origin: dict[str, Any]) -> tuple[str, ...]:
    """The signed statement of origin, one sentence a line; what it says is its signer's word."""
    if not origin:
        return ()
    said = [
        _("Chữ ký khớp: tệp không bị sửa sau khi ký.")
        if origin["intact"]
        else _("Chữ ký không khớp: tệp đã bị sửa sau khi ký, hoặc giấy xuất xứ bị hỏng."),
        _("Người ký: %(who)s. Không có danh sách tin cậy nào xác nhận người này.")
        % {"who": origin["issuer"] or _("không ghi")},
    ]
    if origin["generator"]:
        said.append(_("Phần mềm làm ra: %(program)s.") % {"program": origin["generator"]})
    if origin["signed_at"]:
        said.append(_("Ký lúc %(at)s (có dấu thời gian).") % {"at": origin["signed_at"]})
    if origin["machine_made"]:
        said.append(_("Tự khai là do máy tạo ra (AI), toàn bộ hoặc một phần."))
    if origin["actions"]:
        said.append(_("Việc đã làm: %(list)s.") % {"list": ", ".join(origin["actions"])})
    return tuple(said)


def why_refused(code: str) -> str:
    """Why a file could not be read; empty when it could."""
    if not code:
        return ""
    if code == GIVEN_UP:
        return _("Máy gặp lỗi nhiều lần khi đọc tệp này. Hãy xem bằng mắt.")
    for kind in (ReaderRefused, CopyRefused, PictureRefused):
        found = kind.sentences.get(code)
        if found and "{" not in found.vi:
            return say(found)
    return _("Máy không đọc được tệp này (%(code)s). Hãy xem bằng mắt.") % {"code": code}
