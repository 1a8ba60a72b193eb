"""Reads how much of something is meant: all of it, a part, only this, both."""

from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.details.types import Detail, QuantifierValue, Share
from kiemtin.text.words import words

_TABLE: Final[dict[str, Share]] = {
    "toàn bộ": "all", "tất cả": "all", "hết thảy": "all", "toàn thể": "all", "mọi": "all",
    "hết cả": "all", "hoàn toàn": "all", "toàn dân": "all", "tất tần tật": "all",
    "trăm phần trăm": "all", "cả": "all", "toàn": "all", "nguyên": "all", "nguyên cả": "all",
    "cả hai": "both", "cả đôi": "both", "cả 2": "both", "hai chiều": "both", "cả ba": "all",
    "hầu hết": "most", "phần lớn": "most", "đa số": "most", "đa phần": "most",
    "phần đông": "most", "hầu như": "most", "một nửa": "half", "phân nửa": "half", "nửa số": "half",
    "một số": "some", "một vài": "some", "vài": "some", "một phần": "some",
    "dăm": "some", "một ít": "some", "số ít": "some", "có lớp": "some",
    "chỉ": "only", "duy nhất": "only", "mỗi": "each", "từng hộ": "each",
    "có mỗi": "only", "chỉ có": "only", "chỉ mỗi": "only", "chỉ riêng": "only", "chỉ còn": "only",
    "độc nhất": "only", "không ai": "none", "không một": "none", "chẳng ai": "none",
    "không có ai": "none", "ko ai": "none", "k ai": "none", "chưa ai": "none",
}  # fmt: skip
_QUANTIFIERS: Final = Phrases(
    _TABLE, marked_only={"chỉ", "mọi", "cả", "toàn", "mỗi", "vài", "nguyên"}
)
# After these words "chỉ" is a part of another ("chỉ đạo", "địa chỉ").
_CHI_AFTER: Final = words("dao huy thi so dinh tieu dan trich ra giao vang diem hat y danh bao ten")
_CHI_BEFORE: Final = words("dia chung tien khau am kim dung hoan tieu dinh")
# "cả", "toàn", "nguyên" say all only before what has parts.
_WHOLES: Final = words(
    """xa thon ban ap xom lang tinh huyen quan phuong nuoc nha lop truong khu to doi doan vung mien
    pho thanh the gioi quoc thi cai ngay dem tuan thang nam buoi sang toi chieu mua bo cong dan
    gia tram chuc ngan trieu hai ba bon nam muoi mot hop kho tau xe may dong cum day bai ho con"""
)
_TOAN_BEFORE: Final = words("an hoan bao kien ke thanh")
_ADDRESS_AFTER: Final = words("oi cho giup chia luu xem can chu nhe a nha ai co hay de share")
_NEGATED_BEFORE: Final = frozenset({"không", "ko", "k", "chẳng", "chả", "đâu"})
# Typed bare, these followers leave no other reading.
_BARE_ONLY: Final = words("co con duoc o mot moi rieng hai ba la")
_BARE_WHOLES: Final = words("xa thon ban ap tinh huyen phuong nuoc nha lang lop truong tuan thang")


def quantifiers(message: Message) -> Iterator[Detail]:
    """Give the quantifiers in the order of the text."""
    for found in _QUANTIFIERS.find(message):
        free = message.free(found.start, found.end)
        if free and _is_meant(message, found.phrase, found.first, found.last):
            value = QuantifierValue(found.meaning)
            yield message.detail("quantifier", value, found.start, found.end)
    if message.bare:
        yield from _bare(message)


def _is_meant(message: Message, phrase: str, first: int, last: int) -> bool:
    following = message.flat_at(last) if message.gap(last - 1) == " " else ""
    before = message.tokens[first - 1].low if first else ""
    if phrase.startswith("chỉ") and before in _NEGATED_BEFORE:
        return False  # "không chỉ"
    if phrase == "chỉ":
        return following not in _CHI_AFTER and message.flat_at(first - 1) not in _CHI_BEFORE
    if phrase in {"cả", "toàn"}:
        return following in _WHOLES and message.flat_at(first - 1) not in _TOAN_BEFORE
    if phrase == "nguyên":
        return following in {"cai", "ca", "thon", "xa", "ban", "lang", "con"}
    if phrase == "mọi":
        beyond = message.flat_at(last + 1)
        called = message.ends_clause(last) or beyond in _ADDRESS_AFTER
        return not (following == "nguoi" and called)
    return True


def _bare(message: Message) -> Iterator[Detail]:
    """Give "chi co 12 ho" and "ca xa", only where nothing else is likely."""
    for index, token in enumerate(message.tokens):
        if message.gap(index) != " " or not token.bare:
            continue
        following = message.tokens[index + 1] if index + 1 < len(message.tokens) else None
        if following is None:
            continue
        share: Share | None = None
        only = following.is_number or following.flat in _BARE_ONLY
        if token.flat == "chi" and only and message.flat_at(index - 1) not in _CHI_BEFORE:
            share = "only"
        elif token.flat == "ca" and following.flat in _BARE_WHOLES:
            share = "all" if not _counted(message, index) else None
        elif token.flat == "moi" and following.flat in {"ho", "chau", "hoc", "lop", "xa"}:
            share = "each"
        if share:
            yield message.detail("quantifier", QuantifierValue(share), token.start, token.end)


def _counted(message: Message, index: int) -> bool:
    """Whether "ca" counts cases: "2 ca xa …"."""
    return index > 0 and (
        message.tokens[index - 1].is_number or message.flat_at(index - 1) in {"mot", "hai", "ba"}
    )
