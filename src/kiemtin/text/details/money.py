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
    fellow = hit[1] == "dong" and _is_fellow(message, hit.end())
    return None if fellow else (currency, hit.end())


def _is_fellow(message: Message, end: int) -> bool:
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
    start = message.tokens[max(0, first - _CUE_DISTANCE)].start
    return any(start <= cue.start and cue.last <= first for cue in _CUES.find(message))
