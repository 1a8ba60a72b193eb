"""Reads what is denied, and passes over what only looks like a denial.

"không khí", "không chỉ", "hàng không", "không giờ" and question tails deny nothing; "đâu có",
"làm gì có" and "tin giả" do. "k" after a figure is a thousand, "chua" typed bare may be sour.
"""

from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.clauses import is_not, is_not_yet, is_tail, skip_closers
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Found, Phrases
from kiemtin.text.details.rhetoric import asked_who, rhetorical
from kiemtin.text.details.types import Denying, Detail, NegationValue
from kiemtin.text.words import phrases, words

_TARGET: Final = 3

# Two words in a row, folded, that are no denial.
_LOOK_ALIKES: Final = phrases(
    """khong khi, khong quan, khong gian, khong phan, khong luu, khong trung, khong tac, khong van
    khong kich, khong chi, khong nhung, khong rieng, khong it, khong kem, khong le, khong ngung
    khong may, khong kheo, khong ke, khong quan, khong ngo, khong hen, khong dau, khong the khong
    khong biet, khong ro, khong hieu, khong chung, khong tram, khong gio, khong phay, khong nguoi
    khong duoi, khong qua, khong duong, khong hay, khong la, khong thi, ko hay, ko la, k la, ko thi
    k thi, ko ngo, chua dam, khong dam, ko dam, ko biet, k biet, ko ro, k ro, ko hieu, k hieu
    ko chi, k chi, ko nhung, ko qua, chua ro, chua biet, chua ke, chua den, chua toi, chua day
    chua chac, chang le, chang han, chang may, chang qua, cha le, hok biet, hong biet, kh biet
    khong sao, ko sao, k sao, khong lien"""
)
_LOOK_ALIKE_ENDS: Final = phrases("the khong, phai it, phai khong, ai dam, ai hay")
# Unless what follows shows that it is one after all: "chưa đến xã", "không người chết".
_NUMBER_ONLY: Final = words("chua_den chua_toi chua_day khong_duoi khong_qua ko_qua")
# Before "không" these make one word with it ("hàng không"), unless a verb follows it.
_COMPOUNDS: Final = words("hàng trên tay chân phòng số")
_BARE_COMPOUNDS: Final = words("hang tren tay chan phong")
_VERBS: Final = words(
    "co ban ve duoc con the du phai nhan cho bi di mo dong vao nen can ai biet dam"
)
_AVIATION: Final = words("cang nganh hang cuc tong")
_NAMED_K: Final = words("vien bau lo khoi benh ben xuong vong lung mang")
_SHOPS: Final = words("cua ngan nha mat don giao khach")  # "cửa hàng không bán"
_CHAY: Final = words("chay benh tri lanh thuong thuoc cay ngot chat dung ba")
_SCHOOLS: Final = words("tieu trung dai di nam lop bai khoa mam truong tuoi phi den con hs toi")
_SOUR_BEFORE: Final = words("sua canh ca vi ngoi den dien che nuoc dang mon hoa xoi buoi xoai cai")
_CHA_BEFORE: Final = words(
    """mat thu ton lay co phai ai biet thay duoc can con he them gi di cho lam muon sao bao dam noi
    hieu nghe"""
)

_DENIALS: Final[Phrases[Denying]] = Phrases(
    {
        "đâu có": "not", "đâu phải": "not", "đâu ra": "not", "đâu đến nỗi": "not",
        "có đâu": "not", "phải đâu": "not", "làm gì có": "not", "có gì đâu": "not",
        "nào có": "not", "nào phải": "not", "chứ đâu": "not", "chẳng": "not", "chả": "not",
        "đếch": "not", "đéo": "not", "chẳng phải": "not", "chả phải": "not", "chẳng có": "not",
        "chả có": "not", "kp": "not", "không còn": "no_longer", "ko còn": "no_longer",
        "k còn": "no_longer", "hết còn": "no_longer", "thôi không": "no_longer",
        "tin giả": "denial", "tin vịt": "denial", "tin bịa": "denial", "bịa đặt": "denial",
        "bịa": "denial", "bịa ra": "denial", "sai sự thật": "denial", "đính chính": "denial",
        "bác bỏ": "denial", "phủ nhận": "denial", "xuyên tạc": "denial", "tin nhảm": "denial",
        "tin fake": "denial", "fake": "denial", "fake news": "denial", "thất thiệt": "denial",
        "vô căn cứ": "denial", "tung tin": "denial", "sai bét": "denial", "láo": "denial",
        "tào lao": "denial", "xạo": "denial", "nói xạo": "denial", "tầm bậy": "denial",
        "làm chi có": "not", "lấy đâu ra": "not",
        "xàm": "denial", "nhảm nhí": "denial", "vớ vẩn": "denial", "tầm phào": "denial",
        "xạo ke": "denial", "xạo vừa thôi": "denial", "bịa vừa thôi": "denial", "mơ đi": "denial",
        "đồn bậy": "denial", "nói bậy": "denial", "đồn nhảm": "denial", "tin đồn ác ý": "denial",
        "bịa chuyện": "denial", "dựng chuyện": "denial", "phản khoa học": "denial",
        "có cơ sở gì đâu": "denial", "làm gì có cơ sở": "denial", "không có cơ sở": "denial",
        "thổi phồng": "denial", "lếu láo": "denial", "thêu dệt": "denial", "đơm đặt": "denial",
        "minh oan": "denial", "trời sập": "denial", "chết liền": "denial",
        "đi đầu xuống đất": "denial", "đi bằng đầu": "denial",
        "chém gió": "denial", "bốc phét": "denial", "hình ghép": "denial", "ảnh ghép": "denial",
        "clip ghép": "denial", "cắt ghép": "denial", "sai rồi": "denial", "sai nha": "denial",
        "sai nhé": "denial", "sai hết": "denial", "sai hoàn toàn": "denial", "sai toét": "denial",
        "sai be bét": "denial", "trật lất": "denial", "nhầm rồi": "denial", "lộn rồi": "denial",
        "hiểu nhầm": "denial", "hiểu lầm": "denial", "nghe nhầm": "denial", "bác tin": "denial",
        "bác thông tin": "denial", "đừng tin": "denial", "chớ tin": "denial",
        "đừng có tin": "denial", "đừng nghe tin": "denial", "rút lại": "denial",
        "rút quyết định": "denial", "bỏ quyết định": "denial", "hủy quyết định": "denial",
        "thu hồi quyết định": "denial", "thu hồi thông báo": "denial", "hủy lịch": "denial",
        "thu hồi yêu cầu": "denial", "hủy thông báo": "denial", "rút thông báo": "denial",
        "đừng": "forbid", "chớ": "forbid", "đừng có": "forbid",
    },
    marked_only={
        "nào có", "nào phải", "đéo", "đếch", "chẳng", "chả", "bịa", "láo", "xạo", "chớ", "có đâu",
        "tung tin", "xàm", "mơ đi", "lộn rồi", "sai hết", "trật lất", "rút lại",
        "trời sập", "chết liền", "đi bằng đầu", "minh oan", "lếu láo",
    },
)  # fmt: skip
# What forwarded messages tell the reader to do is not what they claim.
_FORWARDING: Final = words("luot bo quen im chu de lo so hoang ngai coi xem cho chia dua share")
_AWAY: Final = words(
    "chua chay qua ra roi thoat khoi di bo tron dat cho de mau uong het benh tranh"
)
_HEALED: Final = words(
    "benh han luon roi ngay lien sot ho cum cam ung tieu lao viem tri soi dau nhuc hoan trong sau"
)
_SURPRISES: Final = words("ngo biet hay")
_DAU: Final = words("o di tu nghe den ve biet")
_DAU_REACH: Final = 9


def negations(message: Message) -> Iterator[Detail]:
    """Give the denials in the order of the text."""
    found = [*_plain(message), *_phrased(message), *_final_dau(message)]
    found += [(first, last, "not") for first, last in rhetorical(message)]
    found += [(at, at + 1, "denial") for at in asked_who(message)]
    found.sort(key=lambda item: (item[0], -item[1]))
    done = -1
    for first, last, how in found:
        if first > done:
            done = last - 1
            yield _make(message, first, last, how)


def tails(message: Message) -> Iterator[int]:
    """Give the tokens that close a question and deny nothing."""
    for index, token in enumerate(message.tokens):
        is_word = is_not(token, message.bare) or is_not_yet(token, message.bare)
        if is_word and not _follows_figure(message, index) and is_tail(message, index):
            yield index


def _make(message: Message, first: int, last: int, how: Denying) -> Detail:
    target = []
    for index in range(last, min(last + _TARGET, len(message.tokens))):
        if message.ends_clause(index - 1):
            break
        target.append(message.flat_at(index))
    start, end = message.tokens[first].start, message.tokens[last - 1].end
    return message.detail("negation", NegationValue(how, " ".join(target)), start, end)


def _plain(message: Message) -> Iterator[tuple[int, int, Denying]]:
    for index, token in enumerate(message.tokens):
        how: Denying
        if is_not(token, message.bare):
            how = "not"
        elif is_not_yet(token, message.bare) and not _is_sour(message, index):
            how = "not_yet"
        elif _is_spared(message, index):
            how = "not"
        else:
            continue
        if _looks_like(message, index) or is_tail(message, index):
            continue
        phai = message.flat_at(index + 1) in {"phai", "fai"} and message.gap(index) == " "
        yield index, index + 1 + phai, how


def _is_spared(message: Message, index: int) -> bool:
    """Whether "khỏi" is "không phải" ("khỏi đóng phí"), not the end of an illness or of a way."""
    if message.tokens[index].low != "khỏi" or message.gap(index) != " ":
        return False
    if message.flat_at(index + 1) in _HEALED:
        return False
    return _opens(message, index) or message.flat_at(index - 1) not in _AWAY


def _follows_figure(message: Message, index: int) -> bool:
    """Whether the "k" or "kg" belongs to a figure: "200k", "5 kg"."""
    return index > 0 and message.tokens[index - 1].is_number and message.flat_at(index) != "khong"


def _is_school(message: Message, index: int) -> bool:
    """Whether "hok" is "học": "tiểu hok"."""
    return message.flat_at(index) == "hok" and message.flat_at(index - 1) in _SCHOOLS


def _looks_like(message: Message, index: int) -> bool:
    flat, following = message.flat_at(index), message.flat_at(index + 1)
    token = message.tokens[index]
    taken = not message.free(token.start, token.end)
    if taken or _follows_figure(message, index) or _is_school(message, index):
        return True
    if _is_named(message, index) or _is_compound(message, index):
        return True
    if message.gap(index) != " ":
        return False
    pair = f"{flat} {following}"
    if pair in _LOOK_ALIKES:
        beyond = index + 2 < len(message.tokens) and message.tokens[index + 2]
        figures = bool(beyond and (beyond.is_number or not message.free(beyond.start, beyond.end)))
        return f"{flat}_{following}" not in _NUMBER_ONLY or figures
    if message.flat_at(index - 1) == "dam" and message.flat_at(index - 2) == "ai":
        return True  # "ai dám không ký"
    return f"{following} {message.flat_at(index + 2)}" in _LOOK_ALIKE_ENDS


def _is_named(message: Message, index: int) -> bool:
    """Whether "K" or "hông" ends a name: "bệnh viện K", "viện k", "bên hông"."""
    flat, token = message.flat_at(index), message.tokens[index]
    letter = len(flat) == 1 and message.scan.text[token.start].isupper()
    short = flat not in {"khong", "chua"} and not message.ends_clause(index - 1)
    return (letter and message.scan.capitals_tell) or (
        short and message.flat_at(index - 1) in _NAMED_K
    )


def _is_compound(message: Message, index: int) -> bool:
    """Whether "không" ends a word such as "hàng không"."""
    if message.flat_at(index) != "khong" or index == 0 or message.gap(index - 1) != " ":
        return False
    before = message.tokens[index - 1]
    known = before.low in _COMPOUNDS or (message.bare and before.flat in _BARE_COMPOUNDS)
    verb = message.gap(index) == " " and message.flat_at(index + 1) in _VERBS
    earlier = message.flat_at(index - 2)
    return known and earlier not in _SHOPS and (not verb or earlier in _AVIATION)


def _is_sour(message: Message, index: int) -> bool:
    """Typed bare, "chua" may be chua, chùa, chứa or chữa."""
    token = message.tokens[index]
    if not token.bare:
        return False
    if message.flat_at(index - 1) in _SOUR_BEFORE or message.flat_at(index + 1) in _CHAY:
        return True
    return message.marked_at(index) in {"chữa", "chứa", "chua", "chùa"}


def _phrased(message: Message) -> Iterator[tuple[int, int, Denying]]:
    for found in _DENIALS.find(message):
        pair = " ".join(message.flat_at(at) for at in range(found.first, found.first + 2))
        if pair in _LOOK_ALIKES or not message.free(found.start, found.end):
            continue
        if not _is_no_denial(message, found):
            yield found.first, found.last, found.meaning


def _is_no_denial(message: Message, found: Found[Denying]) -> bool:
    following, closes = message.flat_at(found.last), message.ends_clause(found.last - 1)
    phrase, how = found.phrase, found.meaning
    return (
        (phrase == "chả" and following not in _CHA_BEFORE)  # "chả rươi" is food
        or (how == "forbid" and following in _FORWARDING)
        or (phrase in {"có đâu", "phải đâu"} and not closes)
        or (phrase == "chứ đâu" and closes)  # "ở đó chứ đâu": where else
        or following in _SURPRISES  # "đâu có ngờ"
        # "nhà nào có người" is any house, "tiền đâu ra" is a sigh, and "không phải tin giả"
        or (phrase.startswith("nào ") and not _after_name(message, found.first))
        or (phrase == "đâu ra" and message.flat_at(found.first - 1) in {"tien", "lay"})
        or (how == "denial" and _is_denied_itself(message, found.first))
    )


def _after_name(message: Message, index: int) -> bool:
    """Whether a clause begins at the token, or a name ends before it: "Vạn Phúc nào có bắt"."""
    if _opens(message, index):
        return True
    start = message.tokens[index - 1].start
    inside = not _opens(message, index - 1) and message.scan.capitals_tell
    return inside and message.scan.text[start].isupper()


def _is_denied_itself(message: Message, index: int) -> bool:
    """Whether a denial stands right before, "phải" or "là" between them at most."""
    back = index - 1
    while back > 0 and message.flat_at(back) in {"phai", "la", "he"}:
        back -= 1
    return not _opens(message, index) and (
        is_not(message.tokens[back], message.bare) or message.tokens[back].low in {"đâu", "chẳng"}
    )


def _opens(message: Message, index: int) -> bool:
    """Whether a clause begins at the token."""
    return index == 0 or message.ends_clause(index - 1)


def _final_dau(message: Message) -> Iterator[tuple[int, int, Denying]]:
    """Give each "đâu" at the end that denies a "có": "có thu đâu"; "ở đâu" asks."""
    for index, token in enumerate(message.tokens):
        is_dau = token.low in {"đâu", "mô"} or (message.bare and token.flat in {"dau", "mo"})
        if not is_dau or message.flat_at(index - 1) in _DAU:
            continue
        last, _ = skip_closers(message, index)
        ends = message.ends_clause(last) or last > index or message.flat_at(index + 1) == "ma"
        if ends and "?" not in message.gap(last) and _follows_co(message, index):
            yield index, index + 1, "not"


def _follows_co(message: Message, index: int) -> bool:
    """Whether "có", "phải" or "được" stands before in the clause, with a word between."""
    for at in range(index - 1, max(-1, index - _DAU_REACH), -1):
        if message.flat_at(at) in {"co", "phai", "duoc"} and at < index - 1:
            return message.low_at(at - 2) not in {"chứ", "chớ"}  # "chứ không phải ba mươi đâu"
        if message.ends_clause(at - 1):
            return False
    return False
