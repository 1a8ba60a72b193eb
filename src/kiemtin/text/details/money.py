"""Tells sums of money from other numbers, and which money."""

import re
from typing import Final

from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.fold import fold
from kiemtin.text.words import phrases, words

_CURRENCY = re.compile(
    r" ?(dong|vnd|d|bac|usd|us\$|\$|do la my|do la|do my|do|€|eur|euro)(?![^\W_])"
)
# "11 đồng bào"; by their tones where the text has any: "30.000 đồng đổi thẻ" is money.
_FELLOWS: Final = words("bào chí đội nghiệp hương loạt minh ruộng lúa hồ")
_FELLOWS_FLAT: Final = frozenset(fold(word) for word in _FELLOWS)
_NEXT = re.compile(r" ([^\W\d_]+)")
# Folded form → the currency, and the ways to write it; "độ" and "bậc" fold to the same.
_FORMS: Final = {
    "dong": ("VND", {"đồng", "dong"}), "vnd": ("VND", {"vnđ", "vnd"}), "d": ("VND", {"đ", "d"}),
    "bac": ("VND", {"bạc"}), "usd": ("USD", {"usd"}), "us$": ("USD", {"us$"}),
    "$": ("USD", {"$"}), "do": ("USD", {"đô"}), "do la": ("USD", {"đô la", "do la"}),
    "do la my": ("USD", {"đô la mỹ", "do la my"}), "do my": ("USD", {"đô mỹ", "do my"}),
    "€": ("EUR", {"€"}), "eur": ("EUR", {"eur"}), "euro": ("EUR", {"euro"}),
}  # fmt: skip

# A large sum without a unit is money when one of these stands shortly before it.
_CUES: Final = Phrases(
    dict.fromkeys(
        phrases(
            """thu, đóng, nộp, giá, phí, tiền, vé, lương, phạt, hỗ trợ, chuyển, chuyển khoản, tặng
            trả, quỹ, bán, mua, vay, cọc, mất, lừa, nhận, tốn, chi, thưởng, học phí, ủng hộ
            quyên góp, rút, nạp, lãi, nợ, trợ cấp, viện phí, lệ phí, lì xì, được, thuê, đền
            bồi thường, chiếm đoạt, gửi, vốn, phụ cấp, tài khoản"""
        ),
        True,
    )
)
_PAYING: Final = Phrases(
    dict.fromkeys(
        phrases(
            """thu, đóng, nộp, giá, phí, tiền, vé, quỹ, học phí, ủng hộ, quyên góp, viện phí
            lệ phí, phạt, cọc, chuyển khoản, trả, lì xì"""
        ),
        True,
    )
)
_CUE_DISTANCE: Final = 6
# After a sum without a unit such words follow; any other is the thing that is counted.
_FOLLOWERS: Final = words(
    """moi mot cho tien la thi voi va thoi de den toi trong vao tu khi neu nhe nha a o luon roi nua
    ma hay hoac lien ngay qua cua se da dang duoc bi phai kem lan cung con nhung day do kia ai em
    anh chi ban minh tui ho no the gi sao k ko khong chua hok han hon mn ca chau hoc ve an mua
    dong nop ha tong xong tro len moi per quy phi li lai"""
)


def currency_after(message: Message, end: int) -> tuple[str, int] | None:
    """Give the currency written after a number that ends there, and where its name ends."""
    hit = _CURRENCY.match(message.scan.flat, end)
    if not hit:
        return None
    currency, forms = _FORMS[hit[1]]
    written = message.scan.lower[hit.start(1) : hit.end(1)]
    if written not in forms or (written in {"d", "đ"} and " " in hit[0]):
        return None
    if hit[1] == "dong" and _is_no_money(message, hit.start(1), hit.end()):
        return None
    return currency, hit.end()


def _is_no_money(message: Message, start: int, end: int) -> bool:
    """Whether "đồng" begins another word: "11 đồng bào", "10 Đồng Tháp"."""
    if not message.free(start, end):
        return True
    written = _NEXT.match(message.scan.lower, end)
    if written is None:
        return False
    return written[1] in _FELLOWS or (message.bare and written[1] in _FELLOWS_FLAT)


def is_money(message: Message, first: int, last: int) -> bool:
    """Say whether a sum in thousands or millions without a unit is money.

    Its words run from `first` to `last` (exclusive).
    """
    follower = message.flat_at(last)
    if message.ends_clause(last - 1) or "/" in message.gap(last - 1):
        return True
    if follower in _FOLLOWERS or follower.isdecimal():
        return True
    return _is_cued(message, first, _CUES)


def leaves_thousands_out(message: Message, first: int, last: int) -> bool:
    """Say whether hundreds alone are thousands of money: "đóng bốn trăm rưỡi"."""
    ends = message.ends_clause(last - 1) or message.flat_at(last) in _FOLLOWERS
    return ends and _is_cued(message, first, _PAYING)


def _is_cued(message: Message, first: int, cues: Phrases[bool]) -> bool:
    for at in range(max(0, first - _CUE_DISTANCE), first):
        cue = cues.at(message, at)
        if cue and cue.last <= first:
            return True
    return False
