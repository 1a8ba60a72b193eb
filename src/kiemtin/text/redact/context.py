"""Reads the words just before a number: do they call it an account, a paper or a telephone?"""

import re
from dataclasses import dataclass
from typing import Final

from kiemtin.text.redact.types import Kind

_REACH: Final = 45  # characters before a number in which its name stands


@dataclass(frozen=True, slots=True)
class Lead:
    """What the words say: the kind, the fewest digits to believe it, and whether money fits too."""

    kind: Kind
    least: int
    loose: bool = False


BANKS: Final = (
    r"vietcombank|vcb|mb ?bank|mb|techcombank|tcb|agribank|bidv|vietinbank|viettinbank|acb|"
    r"sacombank|vp ?bank|tp ?bank|vib|shb|hd ?bank|scb|msb|ocb|sea ?bank|eximbank|lp ?bank|"
    r"lienvietpostbank|nam a bank|abbank|pvcombank|kienlongbank|bac a bank|cake|momo|zalo ?pay|"
    r"viettel ?money|vnpt ?money|timo|shinhan|ngan hang"
)
_PAPERS: Final = (
    r"cccd|cmnd|cmt|cmtnd|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?|ho chieu|passport|"
    r"mst|ma so thue|bhxh|bhyt|so bao hiem|the bao hiem|gplx|bang lai|(?:ma|so) dinh danh|"
    r"bien so|bks"
)
_ACCOUNTS: Final = (
    r"stk|s\.?t\.?k|so (?:tai khoan|tk)|tk so|(?:so|ma) the|account|acc no|"
    rf"(?:tk|tai khoan)(?: (?:ngan hang|nh|nhan|{BANKS}))? ?[:\-=]"
)
_PHONES: Final = (
    r"sdt|so dt|dt|dien thoai|lien he|lh|lien lac|goi(?: dien| ngay| toi| cho)?|alo|hot ?line|"
    r"duong day nong|zalo|zl|call|phone|tel|viber|whatsapp|so may|nhan tin|inbox|ib"
)


def _before(names: str) -> re.Pattern[str]:
    """Match a name and at most a few words after it: "của chị Lan", "nhận ủng hộ là"."""
    return re.compile(rf"(?<![a-z])(?:{names})(?![a-z])[^\d\n\0]{{0,25}}$")


_LEADS: Final = (
    (_before(_PAPERS), Lead("id_number", 6)),
    (_before(_ACCOUNTS), Lead("bank_account", 6)),
    (_before(_PHONES), Lead("phone", 6, loose=True)),
    (_before(rf"tk|tai khoan|ck|chuyen khoan|{BANKS}"), Lead("bank_account", 8, loose=True)),
)


_ACCOUNT: Final = re.compile(
    rf"(?<![a-z])(?:stk|tai khoan|tk|ck|ctk|chuyen khoan|{BANKS})(?![a-z])"
)
_BEFORE, _BEHIND = 70, 23  # characters around a name in which an account makes it an owner's


def near_account(plain: str, start: int, end: int) -> bool:
    """Say whether words for a bank account stand shortly before `start` or just after `end`."""
    before, behind = plain[max(0, start - _BEFORE) : start], plain[end : end + _BEHIND]
    return bool(_ACCOUNT.search(before) or _ACCOUNT.search(behind))


def lead(plain: str, start: int) -> Lead | None:
    """Return what the words before position `start` of a plain view call the number there."""
    before = plain[max(0, start - _REACH) : start]
    last = max(before.rfind("\n"), before.rfind("\0"))
    before = before[last + 1 :]
    return next((found for pattern, found in _LEADS if pattern.search(before)), None)
