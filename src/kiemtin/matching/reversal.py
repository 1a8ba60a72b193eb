"""Whether a message says that what a claim states goes on as before, or is over already.

"Xe vẫn chạy", "giá y như cũ", "đã tìm thấy cả bốn người": none of it needs a word of denial.
"""

import re
from collections.abc import Iterator
from itertools import islice

from kiemtin.matching.aside import clause_around
from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Row
from kiemtin.text.details.types import Detail, DirectionValue
from kiemtin.text.words import words

_ENDED = words(
    """dừng ngừng ngưng hủy huỷ hết mất cấm cắt cúp đóng khóa khoá nghỉ bỏ dẹp hoãn ngắt chặn tắc
    kẹt sập chìm vỡ nứt gãy hỏng cháy chết sản dời tán thiếu đình xóa xoá nợ"""
)
"""Verbs of claims that say something is no more; "sản" ends "phá sản", "tán" "sơ tán"."""
_LITTLE = words("ay xay ra han hon van de viec thuc hieu ro chinh xac hoan toan he hom ho nao")
_STILL = re.compile(
    rf"\b(?:(?:vẫn|tiếp tục)\b(?! (?:là|chưa|không|còn|bị|giảm|{'|'.join(sorted(_ENDED))})\b)"
    r"|van(?= (?:cho|chay|di|ban|mo|thu|duoc|nhan|hoc|hoat|qua|lam|phat|rut|hop|song|nguyen)\b))",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    r"\b(?:y (?:như |nhu )?(?:cũ|cu|nguyên|nguyen)|như cũ|nhu cu"
    r"|nguyên (?:si|xi|vẹn)|nguyen (?:si|xi)"
    r"|(?:giữ|còn) nguyên|(?:giu|con) nguyen"
    r"|(?:như|hoạt động|chạy|bán|họp|mở cửa|tổ chức|diễn ra|đi lại|rút tiền|khám|học) bình thường"
    r"|(?:hoat dong|chay|ban|hop|to chuc|dien ra|di lai|rut tien|kham|hoc) binh thuong"
    r"|(?:vẫn|van) (?:dùng|xài|sử dụng|dung|xai|su dung) (?:được|duoc)"
    r"|(?:vẫn|van) (?:còn|có|con|co) (?:giá trị|hiệu lực|gia tri|hieu luc))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:không|ko|k|chưa|hết|sẽ|để|mới|khi|bao giờ|nếu|hay|khong|chua|het|se|de|moi|neu|hay)"
    r"(?: (?:còn|hề|được|thể|lại|con|he|duoc))?\s$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:sẽ|nếu|khi|chờ|đợi|mong|bao giờ|sau|chưa|không|mới|phải|dự kiến|đến|tới|lúc|giờ|"
    r"se|neu|cho|doi|mong|bao gio|chua|khong|moi|phai|du kien|den|toi|luc|gio)\b|\d ?h\b|\?",
    re.IGNORECASE,
)
_DONE_BEFORE = re.compile(r"\b(?:đã|vừa|được|da|vua|duoc)(?: \w+){0,2}\s$", re.IGNORECASE)
_DONE_AFTER = re.compile(
    r"\s(?:\w+ ){0,4}?(?:rồi|hết|cả|đủ|roi|het)\b(?!\s*(?:chưa|à|hả|chua|ha)\b)", re.IGNORECASE
)
_DONE_WITHIN = re.compile(r"^(?:đã|được|da|duoc)\s|\s(?:rồi|roi)$", re.IGNORECASE)
_MOST = 30
_WORD = re.compile(r"\w+")


def still_rows(message: Reading, claim: Reading) -> list[Row]:
    """Return a row for each "vẫn" that denies a stop, and for each "as before"."""
    rows = [] if _AS_BEFORE.search(claim.text) else [*_rows(_AS_BEFORE, message, claim)]
    stops = _ENDED.intersection(_WORD.findall(claim.text.lower()))
    if stops and not _STILL.search(claim.text):
        rows += _rows(_STILL, message, claim)
    return rows


def _rows(pattern: re.Pattern[str], message: Reading, claim: Reading) -> Iterator[Row]:
    stated = {one.key for one in claim.terms_for(message) if one.key not in _LITTLE}
    for hit in islice(pattern.finditer(message.text), _MOST):
        start, end = clause_around(message.text, hit.start(), hit.end())
        said = {one.key for one in message.terms if start <= one.span[0] < end}
        asked = message.text[end : end + 1] == "?"
        if said & stated and not asked and not _NOT_SO.search(message.text[start : hit.start()]):
            yield Row("negation", hit[0], None, "conflict", hit.span(), None)


def undone_rows(message: Reading, claim: Reading) -> list[Row]:
    """Return a row for each direction of the claim that a message says has been turned since.

    "Bốn người mất tích đã tìm thấy hết" names both; "mở lại lúc 17 giờ" is only to come.
    """
    claimed = {(one.axis, one.said) for _, one in _turns(claim)}
    said = {(one.axis, one.said) for _, one in _turns(message)}
    rows = []
    for detail, value in islice(_turns(message), _MOST):
        opposite = (value.axis, -value.said)
        if (value.axis, value.said) in claimed or opposite not in claimed & said:
            continue
        if not value.negated and _is_done(message.text, detail):
            rows.append(Row("negation", detail.text, None, "conflict", _span(detail), None))
    return rows


def _is_done(text: str, detail: Detail) -> bool:
    start, end = clause_around(text, detail.start, detail.end)
    before, after = text[start : detail.start], text[detail.end : end]
    if _DONE_WITHIN.search(detail.text):
        return not _LATER.search(before + after + text[end : end + 1])
    if _LATER.search(before) or _LATER.search(after + text[end : end + 1]):
        return False
    return bool(_DONE_BEFORE.search(before) or _DONE_AFTER.match(after))


def _turns(reading: Reading) -> Iterator[tuple[Detail, DirectionValue]]:
    for one in reading.details:
        if isinstance(one.value, DirectionValue):
            yield one, one.value


def _span(detail: Detail) -> tuple[int, int]:
    return detail.start, detail.end
