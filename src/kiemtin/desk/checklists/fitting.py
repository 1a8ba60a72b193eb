"""Which lists of steps fit a claim: a suggestion with its reasons, from words anybody can see.

It never takes up a list and never leaves one out: the others stay one press away.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kiemtin.desk.urgency import looks_urgent
from kiemtin.desk.words import Claimant, Subject
from kiemtin.desk.words_evidence import CheckKind
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import fold

WORDS: Final[Mapping[CheckKind, tuple[str, ...]]] = {
    CheckKind.PICTURE: (
        *("ảnh", "video", "clip", "bức ảnh", "tấm ảnh", "hình ảnh", "đoạn phim"),
        *("quay được", "chụp được", "livestream"),
    ),
    CheckKind.QUOTE: (
        *("nói rằng", "phát biểu", "tuyên bố", "theo lời", "trả lời phỏng vấn"),
        *("khẳng định rằng", "cho biết rằng", "dặn rằng"),
    ),
    CheckKind.DOCUMENT: (
        *("công văn", "quyết định số", "văn bản", "giấy mời", "công điện", "chỉ thị", "con dấu"),
        *("thông báo số", "tờ trình", "nghị định", "thông tư"),
    ),
    CheckKind.NUMBER: ("hàng chục", "hàng trăm", "hàng nghìn", "gấp đôi", "phần trăm"),
    CheckKind.SCAM: (
        *("chuyển khoản", "mã otp", "otp", "bấm vào", "bấm đường dẫn", "đường link", "nhận quà"),
        *("cài ứng dụng", "số tài khoản", "tài khoản cá nhân", "trúng thưởng", "chuyển tiền"),
    ),
    CheckKind.WARNING: (
        *("xả lũ", "vỡ đập", "lũ quét", "sạt lở", "sơ tán", "báo động cấp", "cảnh báo"),
        *("mực nước", "cấm đường", "rủi ro thiên tai", "thủy điện", "hồ chứa", "động đất"),
        *("lũ", "bão", "ngập", "cháy rừng"),
    ),
}
"""Words that are a sign of a kind. One syllable is looked for with its marks, since without them it
is too often another word (“anh”); more syllables also where somebody typed none."""

SUBJECTS: Final[Mapping[Subject, CheckKind]] = {
    Subject.FLOOD: CheckKind.WARNING,
    Subject.DAM: CheckKind.WARNING,
    Subject.LANDSLIDE: CheckKind.WARNING,
    Subject.STORM: CheckKind.WARNING,
    Subject.SCAM: CheckKind.SCAM,
    Subject.RELIEF_SCAM: CheckKind.SCAM,
}
_COUNTED: Final = re.compile(
    r"\b\d[\d.,]*\s?(?:%|nguoi|nha|ho dan|ca|phan tram|ty|trieu|nghin|khoi|m3|mm|met|ha|tan|tuoi)\b"
    r"|\b\d[\d.,]*\s?%"
)


@dataclass(frozen=True)
class Claimed:
    """What of a rumour is looked at; `pictures`: how many came with its messages."""

    claim: str
    subject: Subject = Subject.OTHER
    claimant: Claimant = Claimant.UNKNOWN
    pictures: int = 0


@dataclass(frozen=True)
class Fit:
    """A kind that fits, and why, in the reader's words."""

    kind: CheckKind
    reasons: tuple[str, ...]


def fitting(claimed: Claimed) -> tuple[Fit, ...]:
    """The kinds that fit, those with most reasons first; none for a claim without any sign."""
    fits = [Fit(kind, tuple(_reasons(kind, claimed))) for kind in CheckKind]
    return tuple(sorted((one for one in fits if one.reasons), key=lambda one: -len(one.reasons)))


def _reasons(kind: CheckKind, claimed: Claimed) -> list[str]:
    found = [_("Có chữ “%(words)s”") % {"words": one} for one in _words(kind, claimed.claim)[:2]]
    if SUBJECTS.get(claimed.subject) == kind:
        found.append(_("Thuộc loại: %(subject)s") % {"subject": claimed.subject.label})
    if kind == CheckKind.PICTURE and claimed.pictures:
        found.append(_("Có ảnh gửi kèm tin"))
    if kind == CheckKind.NUMBER and (number := _COUNTED.search(fold(canonical(claimed.claim)))):
        found.append(_("Có con số: %(number)s") % {"number": number[0].strip()})
    if kind == CheckKind.SCAM and claimed.claimant == Claimant.POSING:
        found.append(_("Người nói bị cho là mạo danh"))
    if kind == CheckKind.WARNING and looks_urgent(claimed.claim):
        found.append(_("Nghe như nguy hiểm tính mạng"))
    return found


def _words(kind: CheckKind, claim: str) -> list[str]:
    written = canonical(claim).lower()
    typed = fold(written)
    return [one for one in WORDS[kind] if _stands(one, written, typed)]


def _stands(words: str, written: str, typed: str) -> bool:
    sign, text = (fold(words), typed) if " " in words else (words, written)
    return re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", text) is not None
