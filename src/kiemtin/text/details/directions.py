"""Reads which of two opposite things is said: opened or closed, risen or fallen, allowed or banned.

A negation right before is kept beside the word ("không đóng"), never worked into it.
"""

from collections.abc import Collection, Iterator
from typing import Final

from kiemtin.text.details.direction_words import MARKED_ONLY, TURNS, Turn
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Found, Phrases
from kiemtin.text.details.types import Detail, DirectionValue
from kiemtin.text.words import words

_TURNS: Final = Phrases(TURNS, MARKED_ONLY)

# What the word is not, by the word that follows it (folded): "đóng tiền" pays, "mở rộng" widens.
_NOT_BEFORE: Final = {
    "đóng": words("tien phi quy gop hoc bao thue vien coc vai phim goi dau ban quan the so moi bac "
                  "nhung may hai ba tram tren tai o"),
    "mở": words("rong ban mat tai the hang mang dien thoai nhac may lop ra"),
    "khóa": words("hoc luan cua phong"),
    "khoá": words("hoc luan cua phong"),
    "hạ": words("long tang canh sinh guc thuy lao hoa"),
    "nghỉ": words("ngoi mat duong phep he le tet huu viec ngoi"),
    "thông": words("tin bao qua minh thuong thao dich tu le cam"),
    "miễn": words("la sao dich cuong"),
    "nâng": words("niu cap"),
    "ép": words("coc nuoc duyen"),
    "thiếu": words("nien nu nhi"),
    "bắt cóc": words("online"),
    "chết": words("tiet me may yeu lang nao nguoi moc"),
    "dừng": words("chan"),
    "giảm": words("thieu nhe can stress"),
    "hủy": words("hoai diet"),
    "huỷ": words("hoai diet"),
    "tăng": words("cuong sinh dong"),
}  # fmt: skip
# ... and by the word before it.
_NOT_AFTER: Final = {
    "đóng": words("xe khoi phai"),
    "mở": words("co khai coi ho"),
    "ngừng": words("khong"),
    "giảm": words("suy"),
    "hủy": words("phan tieu"),
    "huỷ": words("phan tieu"),
    "tăng": words("gia"),
    "cấm": words("nghiem"),
    "hạ": words("mua xuan ben he"),
    "miễn": words("mien"),
    "thông": words("giao luu cay hat phu"),
    "nghỉ": words("nha"),
    "tắc": words("nguyen quy hop"),
    "chết": words("muon so"),
}  # fmt: skip

_STOPPED: Final = words("ngừng ngưng dừng cấm bỏ nghỉ thôi hoãn hủy huỷ hết")

_STOPPED_BARE: Final = words("het ngung huy")  # of the others, each may be another word
_OF_ANY: Final = 3


def directions(message: Message, denied: Collection[int]) -> Iterator[Detail]:
    """Give the directions in the order of the text.

    `denied` holds the tokens with which a negation ends.
    """
    for found in _TURNS.find(message):
        if not message.free(found.start, found.end) or _is_other_word(message, found):
            continue
        axis, pole = found.meaning
        negated = _negated(message, found.first, denied)
        value = DirectionValue(axis, pole, negated)
        yield message.detail("direction", value, found.start, found.end)


def _is_other_word(message: Message, found: Found[Turn]) -> bool:
    following = message.flat_at(found.last) if message.gap(found.last - 1) == " " else ""
    if following in _NOT_BEFORE.get(found.phrase, ()):
        return True
    if found.phrase == "đóng" and following.isdecimal():
        return True  # "đóng 200 nghìn"
    if found.first and message.gap(found.first - 1) == " ":
        return message.flat_at(found.first - 1) in _NOT_AFTER.get(found.phrase, ())
    return False


def _negated(message: Message, first: int, denied: Collection[int]) -> bool:
    """Whether a negation stands just before, at most one word between ("không bị đóng")."""
    if first in denied and message.flat_at(first) in {"phai", "fai"}:
        return True  # "không phải nộp"
    if first and _stops(message, first - 1) and not message.ends_clause(first - 1):
        return True  # "ngừng cấp cứu"
    for back in (1, 2):
        if message.ends_clause(first - back):
            return False
        if first - back in denied or message.tokens[max(first - back, 0)].low == "khỏi":
            return True
    return message.flat_at(first - 1) == "nao" and first - _OF_ANY in denied  # "chưa con nào chết"


def _stops(message: Message, index: int) -> bool:
    token = message.tokens[index]
    return token.low in _STOPPED or (message.bare and token.flat in _STOPPED_BARE)
