"""Says numbers that name rather than count, digit by digit: telephones, accounts, codes; and the
numbers of papers, roads and Roman counts.
"""

import re
from typing import Final

from kiemtin.bulletin.spoken.abbreviations import table
from kiemtin.bulletin.spoken.numbers import digit_words, grouped_digits, number_words
from kiemtin.bulletin.spoken.rewrite import START, Rule, rule

_CALL: Final = (
    r"(?:số điện thoại|điện thoại|tổng đài|đường dây nóng|hotline|đầu số|số máy|gọi(?: đến| tới)?"
    r"|nhắn(?: tin)?(?: đến| tới)?|SĐT|ĐT)(?:\s+số)?"
)
# "gửi 191 để …" names a number, "gửi 300 suất" counts.
_ENDS: Final = r"(?=\s*(?:[.,;:!?)”]|$)|\s+(?:để|là|và|hoặc|thì|sẽ|ngay|khi|nếu)(?!\w))"
_ACCOUNT: Final = (
    r"(?:(?:số )?tài khoản(?: số)?|số thẻ|stk|tk|cccd|cmnd|căn cước(?: công dân)?"
    r"|mã(?: số)?(?: thuế| otp| xác thực)?|otp|mst)(?:\s+số)?"
)
_COUNTED: Final = r"(?!\s*(?:người|hộ|lần|cuộc|máy|suất|đồng|triệu|tỷ|nghìn|tin\b|%))"
_ROMAN: Final = re.compile(r"(?=[IVX]|L[IVX])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_AFTER: Final = (
    r"cấp|đợt|kho[áa]|khóa|thế kỷ|quý|chương|phần|kỳ|khu|vùng|lần thứ|thứ|đại hội|loại|hạng|nhóm"
    r"|bậc|giai đoạn|mục|phụ lục|quân khu|học kỳ|báo động|tập"
)


def roman(written: str) -> int | None:
    """The value of a Roman numeral under a hundred, None when it is none."""
    if not _ROMAN.fullmatch(written):
        return None
    values = [_ROMAN_VALUES[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _labelled(hit: re.Match[str]) -> str:
    return f"{hit[1]}{grouped_digits(hit[2])}"


def _plain(hit: re.Match[str]) -> str:
    return grouped_digits(hit[0])


def _international(hit: re.Match[str]) -> str:
    return f"cộng {grouped_digits(hit[1])}"


def _paper(hit: re.Match[str]) -> str:
    """A paper by number and year, and who issued it: "39/2020/TT-BTTTT"."""
    said = f"{number_words(int(hit[1]))} năm {number_words(int(hit[2]))}"
    issuer = hit.groupdict().get("issuer")
    return f"{said} của {table().get(issuer, issuer)}" if issuer else said


def _post(hit: re.Match[str]) -> str:
    """A kilometre post: "Km12+300"."""
    said = f"ki lô mét số {number_words(int(hit[1]))}"
    return f"{said} cộng {number_words(int(hit[2]))}" if hit[2] else said


def _counted_roman(hit: re.Match[str]) -> str | None:
    value = roman(hit[2])
    if value is None:
        return None
    return hit[1] + (
        "tư" if value == 4 and hit[1].strip().lower() in {"quý", "thứ"} else number_words(value)
    )


_GROUPS: Final = r"\d{2,4}(?:[ .\-]\d{2,4})+"
CODES: Final[tuple[Rule, ...]] = (
    rule(rf"\+({_GROUPS}|\d{{8,15}})(?!\w)", _international),
    rule(rf"\b({_ACCOUNT}\s*:?\s*)(\d[\d .\-]{{2,28}}\d)(?!\w)", _labelled, re.IGNORECASE),
    rule(rf"\b({_CALL}\s*:?\s*)(\d{{3,12}}|1[89]00[ .\-]?\d{{4,6}})(?![\w/]|[.,]\d){_COUNTED}",
         _labelled, re.IGNORECASE),
    rule(rf"\b(gửi(?: đến| tới)?(?: số)? )(\d{{3,5}}){_ENDS}", _labelled, re.IGNORECASE),
    rule(rf"\b((?:và|hoặc|hay)\s+)(11[1-5]){_ENDS}", _labelled, re.IGNORECASE),
    rule(rf"{START}(?<!\d )0[1-9]\d{{0,3}}(?:[ .\-]\d{{2,4}}){{1,4}}(?![\w/]|[.,]\d)", _plain),
    rule(rf"{START}1[89]00[ .\-]?\d{{4,6}}(?![\w/])", _plain),
    rule(rf"{START}(?:0\d{{6,}}|\d{{9,}})(?![\w/]|[.,]\d)", _plain),
    rule(rf"{START}(\d{{1,5}})/((?:19|20)\d\d)/[A-ZĐ]+-(?P<issuer>[^\W\d_]+)", _paper),
    rule(rf"{START}(\d{{1,5}})/((?:19|20)\d\d)(?![\w/]|[.,]\d)", _paper),
    rule(r"\b[Kk][Mm]\s?(\d{1,4})(?:\+(\d{1,3}))?(?!\w|[.,]\d)", _post),
    rule(rf"\b((?:{_ROMAN_AFTER})\s+)([IVXLC]{{1,7}})\b", _counted_roman, re.IGNORECASE),
)  # fmt: skip
"""After the dates, which look like some of these."""


def code_digits(hit: re.Match[str]) -> str:
    """Digits one by one, for what is left over."""
    return digit_words(hit[0])
