"""Says amounts: numbers with their units, sums of money, percent, shares, ranges and degrees."""

import re
from typing import Final

from kiemtin.bulletin.spoken.numbers import NUMERAL, number_words, numeral_words
from kiemtin.bulletin.spoken.rewrite import START, Rule, rule

UNITS: Final[dict[str, str]] = {
    "km2": "ki lô mét vuông", "m2": "mét vuông", "cm2": "xen ti mét vuông", "m3": "mét khối",
    "cm3": "xen ti mét khối", "km": "ki lô mét", "m": "mét", "dm": "đề xi mét",
    "cm": "xen ti mét", "mm": "mi li mét", "kg": "ki lô gam", "g": "gam", "gr": "gam",
    "mg": "mi li gam", "l": "lít", "ml": "mi li lít", "ha": "héc ta", "h": "giờ",
    "s": "giây", "kWh": "ki lô oát giờ", "kW": "ki lô oát", "MW": "mê ga oát", "W": "oát",
    "kV": "ki lô vôn", "V": "vôn", "GB": "gi ga bai", "MB": "mê ga bai", "KB": "ki lô bai",
    "°C": "độ xê", "oC": "độ xê", "độ C": "độ xê", "°F": "độ ép", "°": "độ", "%": "phần trăm",
    "‰": "phần nghìn", "đ": "đồng", "VNĐ": "đồng", "VND": "đồng", "vnđ": "đồng", "vnd": "đồng",
    "₫": "đồng", "USD": "đô la Mỹ", "$": "đô la Mỹ", "€": "ơ rô", "EUR": "ơ rô",
    "CNY": "nhân dân tệ", "NDT": "nhân dân tệ", "k": "nghìn đồng", "K": "nghìn đồng",
    "tr": "triệu", "trđ": "triệu đồng", "tr đồng": "triệu đồng", "k đồng": "nghìn đồng",
}  # fmt: skip
"""Each unit as it is written behind a number, and its name in speech."""

_PER: Final[dict[str, str]] = {
    "s": "giây", "giây": "giây", "h": "giờ", "giờ": "giờ", "phút": "phút", "ngày": "ngày",
    "đêm": "đêm", "tuần": "tuần", "tháng": "tháng", "năm": "năm", "người": "người", "hộ": "hộ",
    "kg": "ki lô gam", "lít": "lít", "l": "lít", "m2": "mét vuông", "m3": "mét khối",
    "km2": "ki lô mét vuông", "km": "ki lô mét", "ha": "héc ta", "suất": "suất", "lượt": "lượt",
}  # fmt: skip


def _any(names: dict[str, str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_UNIT: Final = rf"(?:\s?(?P<unit>{_any(UNITS)})(?:/(?P<per>{_any(_PER)}))?(?!\w))?"
_SHARED: Final = r"(?=\s+(?:số|dân|diện|quân|tổng|lượng|giá)\b)"
_DEGREES: Final = r"\s?(?:°|độ\b|oC\b)"


def _unit(hit: re.Match[str]) -> str:
    """The unit behind a number with a space before it, "" where there is none."""
    name = hit["unit"]
    if not name:
        return ""
    return f" {UNITS[name]}" + (f" một {_PER[hit['per']]}" if hit["per"] else "")


def _amount(hit: re.Match[str]) -> str:
    return numeral_words(hit["number"]) + _unit(hit)


def _range(hit: re.Match[str]) -> str:
    """Two numbers and what they count, the unit told once."""
    low, high = numeral_words(hit["low"]), numeral_words(hit["number"])
    return f"{low} đến {high}{_unit(hit)}"


def _spaced(hit: re.Match[str]) -> str:
    """Thousands set apart by spaces: "20 000"."""
    return re.sub(r"\s", "", hit[0])


def _dollars(hit: re.Match[str]) -> str:
    return f"{numeral_words(hit[2])} {UNITS[hit[1]]}"


def _millions(hit: re.Match[str]) -> str:
    """A tail after millions or billions: "2tr5", "1tỷ250" hold tenths or thousandths of it."""
    scale, below = ("triệu", "nghìn") if hit[2] == "tr" else ("tỷ", "triệu")
    tail = int(hit[3].ljust(3, "0"))
    said = f"{numeral_words(hit[1])} {scale}"
    return f"{said} {number_words(tail)} {below}" if tail else said


def _metres(hit: re.Match[str]) -> str:
    """A tail after metres: "1m65"."""
    return f"{numeral_words(hit[1])} mét {numeral_words(hit[2])}"


def _share(hit: re.Match[str]) -> str:
    return f"{number_words(int(hit[1]))} phần {number_words(int(hit[2]))}"


def _below_zero(hit: re.Match[str]) -> str:
    return f"âm {hit[1]}"


def _per(hit: re.Match[str]) -> str:
    """Units that stand without a number, or behind a word: "đồng/kg", "km/h"."""
    name = UNITS.get(hit[1], hit[1])
    return f"{name} một {_PER[hit[2]]}"


MEASURES: Final[tuple[Rule, ...]] = (
    rule(r"(?<![\w.,/])[1-9]\d{0,2}(?:[ ]\d{3})+(?![\w/]|[.,]\d|[ ]\d)", _spaced),
    rule(rf"(?<![\w)])[-−]({NUMERAL}{_DEGREES})", _below_zero),
    rule(rf"([$€])\s?({NUMERAL})(?![\w/])", _dollars),
    rule(rf"{START}(\d{{1,4}})\s?(tr|tỷ|tỉ)(\d{{1,3}})(?!\w)", _millions),
    rule(rf"{START}(\d{{1,2}})m(\d{{1,2}})(?!\w)", _metres),
    rule(rf"{START}(\d{{1,3}})/(\d{{1,3}}){_SHARED}", _share),
    rule(
        rf"{START}(?P<low>{NUMERAL})(?:\s?(?P<same>km|m|mm|cm|kg|ha|%|đ|k|tr|°C))?"
        rf"\s?[-–~÷]\s?(?P<number>{NUMERAL}){_UNIT}(?![\d/–-])",
        _range,
    ),
    rule(rf"(?<![\d.,])(?P<number>{NUMERAL}){_UNIT}(?!\d)", _amount),
    rule(rf"(?<!\w)(\w+)/({_any(_PER)})(?!\w)", _per),
)
"""What counts and measures, after dates and codes have taken theirs."""
