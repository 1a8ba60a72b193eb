"""What is counted or measured: each way of writing a unit, its normal name and its factor."""

import re
from dataclasses import dataclass
from typing import Final

from kiemtin.text.details.amounts import amount_like
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Found, Phrases


@dataclass(frozen=True, slots=True)
class Unit:
    """A normalised unit; a value times `factor` is in it. `time` marks lengths of time."""

    name: str
    factor: float = 1
    time: bool = False


def _same(table: str) -> dict[str, Unit]:
    """Read lines "normal name: form, form"; the normal name is a form of itself."""
    units = {}
    for line in table.strip().splitlines():
        name, _, forms = line.strip().partition(":")
        for form in (name, *(form.strip() for form in forms.split(",") if form.strip())):
            units[form] = Unit(name)
    return units


_COUNTED: Final = _same(
    """
    người: nạn nhân, người dân, mạng người, mạng, ng, nhân khẩu, khẩu, dân, công dân, hành khách
    người: ông, bà, cô, chú, bác, anh, chị, vị, bạn, bà con, thanh niên, phụ nữ
    hộ: hộ dân, hộ gia đình, gia đình, nhà, ngôi nhà, căn nhà, nóc nhà, nhà dân, căn hộ, mái nhà
    ca: ca bệnh, ca mắc, ca nhiễm, ca dương tính, bệnh nhân, trường hợp, ca tử vong
    trẻ em: em bé, cháu bé, bé, trẻ, cháu, đứa trẻ, đứa, đứa bé, bé gái, bé trai, con nhỏ
    học sinh: hs, em học sinh, em, học trò, sinh viên, sv
    học sinh: bạn hs, bạn học sinh, cháu hs, em hs, đứa hs, cháu học sinh
    công nhân: người lao động, lao động, nhân viên, cán bộ, chiến sĩ
    xã: phường xã, xã phường
    phường
    huyện: quận huyện
    tỉnh: tỉnh thành, tỉnh thành phố
    thôn: bản, thôn bản, ấp, xóm, làng, buôn, tổ dân phố, khu phố
    trường: trường học, ngôi trường
    lớp: lớp học, phòng học
    chỗ: chỗ ngồi, ghế, giường
    xe: chiếc xe, ô tô, xe máy, xe tải, xe khách, chuyến xe
    chuyến: chuyến bay, chuyến tàu, chuyến phà, chuyến hàng
    tàu: tàu thuyền, thuyền, tàu cá, ghe
    con: đầu con, con lợn, con trâu, con bò, con gà
    cái: chiếc, quả, hòn, cây, tấm, bộ, lá
    lần: lượt, phen
    mũi: liều, mũi vaccine, mũi vắc xin
    suất: suất quà, phần quà, gói quà, gói
    đợt: vòng
    vụ: vụ tai nạn, vụ việc
    trận: trận đấu
    cổ phiếu
    lượng: cây vàng
    điểm: địa điểm, vị trí, nơi
    đập: hồ đập, thủy điện, hồ chứa, nhà máy
    cửa: cửa xả, cửa đập
    cầu: cây cầu
    đoạn: tuyến, tuyến đường, đoạn đường, con đường
    chiều: hướng, đầu
    làn
    mét khối: khối, m3
    ngân hàng: nhà băng
    tài khoản: tk, tài khoản ngân hàng
    số điện thoại: thuê bao, sim
    cuộc: cuộc gọi, tin nhắn
    lít: l, lit
    độ: độ c, °c
    độ richter: richter
    cấp
    tầng: lầu
    tuổi: t
    điện thoại: máy
    viên: thuốc
    %: phần trăm, pt
    """
)
_LENGTH: Final = {
    "m": 1, "mét": 1, "met": 1, "cm": 0.01, "phân": 0.01, "xăng ti mét": 0.01, "mm": 0.001,
    "km": 1000, "ki lô mét": 1000, "cây số": 1000, "cây": 1000,
    "dm": 0.1, "tấc": 0.1, "thước": 1,
}  # fmt: skip
_WEIGHT: Final = {
    "kg": 1, "ký": 1, "kí": 1, "kilogam": 1, "ki lô": 1, "cân": 1, "g": 0.001, "gam": 0.001,
    "gram": 0.001, "tấn": 1000, "tạ": 100, "yến": 10, "lạng": 0.1,
}  # fmt: skip
_TIME: Final = {
    "giờ đồng hồ": ("giờ", 1), "tiếng đồng hồ": ("giờ", 1), "tiếng": ("giờ", 1),
    "giờ": ("giờ", 1), "h": ("giờ", 1), "phút": ("giờ", 1 / 60), "giây": ("giây", 1),
    "ngày": ("ngày", 1), "hôm": ("ngày", 1), "bữa": ("ngày", 1), "ngày đêm": ("ngày", 1),
    "đêm": ("đêm", 1), "buổi": ("buổi", 1), "tuần": ("ngày", 7), "tuần lễ": ("ngày", 7),
    "tháng": ("tháng", 1), "quý": ("tháng", 3), "năm": ("năm", 1), "thế kỷ": ("năm", 100),
}  # fmt: skip
_AREA: Final = {"ha": 1, "héc ta": 1, "hecta": 1, "mẫu": 0.36, "sào": 0.036}

UNITS: Final = (
    _COUNTED
    | {form: Unit("m", factor) for form, factor in _LENGTH.items()}
    | {form: Unit("kg", factor) for form, factor in _WEIGHT.items()}
    | {form: Unit("ha", factor) for form, factor in _AREA.items()}
    | {form: Unit(name, factor, time=True) for form, (name, factor) in _TIME.items()}
)
# Typed bare, what follows a number word would too often be another word ("hai ba", "mot co").
_PHRASES: Final = Phrases(UNITS, {"ông", "bà", "cô", "chú", "bác", "anh", "chị", "vị", "bạn"})

# Forms with signs and figures, which are no words.
_SIGNS: Final = {
    "%": Unit("%"), "m3/s": Unit("m3/s"), "m3/giay": Unit("m3/s"), "m3": Unit("mét khối"),
    "m2": Unit("m2"), "km2": Unit("m2", 1_000_000), "km/h": Unit("km/h"), "km/gio": Unit("km/h"),
    "mm/h": Unit("mm/h"), "°c": Unit("độ"), "°": Unit("độ"), "do c": Unit("độ"),
}  # fmt: skip
_LONGEST_FIRST: Final = sorted(_SIGNS, key=len, reverse=True)
_SIGN = re.compile(rf"\s?({'|'.join(map(re.escape, _LONGEST_FIRST))})(?![^\W\d_])")
_SIGN_WORDS: Final = {
    "mét khối trên giây": Unit("m3/s"), "mét khối một giây": Unit("m3/s"),
    "mét khối giây": Unit("m3/s"), "khối trên giây": Unit("m3/s"), "khối giây": Unit("m3/s"),
    "khối một giây": Unit("m3/s"), "mét vuông": Unit("m2"), "ki lô mét vuông": Unit("m2", 10**6),
    "cây số giờ": Unit("km/h"), "ki lô mét giờ": Unit("km/h"), "cây số một giờ": Unit("km/h"),
}  # fmt: skip
_LONG: Final = Phrases(_SIGN_WORDS)

# A name before a number: "bão số 3", "gió cấp 8", "quốc lộ 70" say which one, not how many.
LABELS: Final = Phrases(
    {
        "số": "số", "bão số": "số", "áp thấp số": "số", "cấp": "cấp", "quốc lộ": "quốc lộ",
        "ql": "quốc lộ", "tỉnh lộ": "tỉnh lộ", "tl": "tỉnh lộ", "đường tỉnh": "tỉnh lộ",
        "đường": "quốc lộ", "lớp": "khối lớp", "khối": "khối lớp", "tầng": "tầng", "mức": "mức",
        "báo động": "báo động", "bđ": "báo động", "nghị quyết": "nghị quyết", "quyết định số":
        "quyết định", "km": "km số", "km số": "km số", "cây số": "km số", "điều": "điều",
        "khoản": "khoản", "tổ": "tổ", "đội": "đội",
    }
)  # fmt: skip


_KINDS: Final = frozenset({"xã", "phường", "huyện", "tỉnh", "thôn", "đêm"})
# "246 chỗ Tú Lệ", "quốc lộ 32 đoạn Tú Lệ": where, not how many.
_WHERE: Final = frozenset({"đoạn", "chỗ", "chiều", "điểm"})
# Typed bare these are more often other words: do, nơi, vì, là, qua, hơn, tạm.
_BARE_OTHERS: Final = frozenset(
    {"độ", "nơi", "vị", "lá", "quả", "hòn", "tấm", "bộ", "vòng", "chị", "chỗ", "máy", "mạng"}
)
_SEATS_BEFORE: Final = frozenset({"xe", "oto", "to", "loai", "suv"})
_DEGREES_AFTER: Final = frozenset({"c", "richter", "am", ""})


def unit_after(message: Message, end: int, index: int) -> tuple[Unit, int, int] | None:
    """Give the unit that follows a number: the unit, where it ends, and the token after it.

    `end` is where the number ends, `index` the token that follows it. A word that begins the name
    of a place ("10 Đồng Tháp") or a date is no unit; nor is one that tells where something is.
    """
    sign = _SIGN.match(message.scan.flat, end)
    if sign:
        return _SIGNS[sign[1]], sign.end(), _first_after(message, index, sign.end())
    if message.scan.text[end : end + 1] in {"\n", ",", ".", ";", "/"}:
        return None
    if index < len(message.tokens) and message.tokens[index].start - end > 1:
        return None
    for table in (_LONG, _PHRASES):
        found = table.at(message, index)
        if found:
            return (found.meaning, found.end, found.last) if _counts(message, found) else None
    return None


def _counts(message: Message, found: Found[Unit]) -> bool:
    """Whether what stands after a number is counted, and no other word."""
    unit = found.meaning.name
    # "hai ngày cuối tuần" counts days, "hai ngày 4 và 5/10" names them
    days = found.phrase == "ngày" and not amount_like(message, found.last)
    if not message.free(found.start, found.start + 1) and unit not in _KINDS and not days:
        return False
    if unit in _WHERE and _is_where(message, found.last):
        return False
    if message.bare and found.phrase in _BARE_OTHERS:
        return _bare_counts(message, found)
    return True


def _is_where(message: Message, after: int) -> bool:
    """Whether a name follows: of a place that was found, or in capitals."""
    if after >= len(message.tokens) or message.gap(after - 1) != " ":
        return False
    token = message.tokens[after]
    capital = message.scan.text[token.start].isupper() and message.scan.capitals_tell
    return capital or not message.free(token.start, token.end)


def _bare_counts(message: Message, found: Found[Unit]) -> bool:
    if found.phrase == "chỗ":
        seats = message.flat_at(found.first - 2) in _SEATS_BEFORE
        return seats or message.flat_at(found.last) == "ngoi"
    if found.phrase == "độ":
        return message.ends_clause(found.last - 1) or message.flat_at(found.last) in _DEGREES_AFTER
    return False


def unit_before(message: Message, index: int) -> tuple[str, int] | None:
    """Give what a numeral at a token numbers ("bão số 3"), and where that word starts."""
    for size in (3, 2, 1):
        found = LABELS.at(message, index - size) if index >= size else None
        if found and found.last == index and message.gap(index - 1) in {" ", "", ". ", "."}:
            return found.meaning, found.start
    return None


def _first_after(message: Message, index: int, end: int) -> int:
    while index < len(message.tokens) and message.tokens[index].start < end:
        index += 1
    return index
