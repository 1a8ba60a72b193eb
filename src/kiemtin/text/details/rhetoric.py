"""Reads denials that are said by asking or exclaiming: "cấm hồi nào", "chứ hủy gì", "ai bắt đổi".

Whatever closes with a question mark, or with a word that asks ("hồi nào vậy"), denies nothing.
"""

from collections.abc import Iterator
from typing import Final

from kiemtin.text.details.clauses import is_not, is_not_yet, skip_closers
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.words import words

Span = tuple[int, int]

_CLOSING: Final = Phrases(
    dict.fromkeys(
        [
            "hồi nào",
            "hồi mô",
            "khi mô",
            "bao giờ đâu",
            "gì đâu",
            "chi đâu",
            "chi mô",
            "gì mô",
            "ở mô ra",
        ],
        True,
    ),
    marked_only={"khi mô", "ở mô ra"},
)
_OPENING: Final = Phrases(
    dict.fromkeys(
        ["đâu bị", "đâu được", "đâu cần", "đâu thấy", "đâu hề", "đâu cho", "đâu thu", "mô có"], True
    ),
    marked_only={"mô có", "đâu cho", "đâu thu", "đâu được", "đâu thấy", "đâu cần", "đâu hề"},
)
_ASKS: Final = words("vay v z zay zậy the ta nhi ha hen ri rua day")
_SINCE: Final = words("tu biet ro nho luc xua")  # "từ hồi nào", "không biết hồi nào"
_AGES: Final = words("tu xua may")
# "đâu" after these is a place: "bán ở đâu", "dời đi đâu", "nghe đâu".
_WHERE: Final = words(
    """o di tu nghe den ve biet chay mua ban de lay tim gap hoc nam dung gui ra vao vo len xuong
    chuyen doi qua toi bat mo cho phia noi chang theo lam dau bong tron chu"""
)
_PLACED: Final = words("o di tu nghe den ve biet chang lam noi cho phia bong tron bat mo")
_DENYING: Final = words("chẳng chả đếch đéo nỏ khỏi hết đừng")
_BEFORE_DAU: Final = 3  # words of the clause before a "đâu" that denies without "có"
_SAYS: Final = words("bao noi don keu bieu bat")
_SAID_FOR: Final = words(
    "giúp giùm được gặp không tôi mình giup gium dum duoc gap khong k ko toi cho minh em đâu dau"
)
_TURNS: Final = words("ma chu cho do nen")
_CHU: Final = words("chứ chớ")
_WHAT: Final = words("gì chi nào đâu mô")
_CHU_REACH: Final = 4
_BOWS: Final = words("cai chiec cay ban mui")


def rhetorical(message: Message) -> Iterator[Span]:
    """Give the tokens, first and last (exclusive), of each such denial of words beside it."""
    for found in _CLOSING.find(message):
        if _closes(message, found.last - 1) and message.flat_at(found.first - 1) not in _SINCE:
            yield found.first, found.last
    for found in _OPENING.find(message):
        if message.flat_at(found.first - 1) not in _PLACED:
            yield found.first, found.first + 1
    for index in range(len(message.tokens)):
        if any(reads(message, index) for reads in _BY_TOKEN):
            yield index, index + 1


def asked_who(message: Message) -> Iterator[int]:
    """Give each "ai" that denies all of what follows: "ai nói hủy"."""
    for index in range(len(message.tokens)):
        if _asks_who(message, index):
            yield index


def _closes(message: Message, index: int) -> bool:
    """Whether nothing but particles that do not ask follows in the clause."""
    if message.flat_at(index + 1) in _ASKS and not message.ends_clause(index):
        return False
    last, _ = skip_closers(message, index)
    return message.ends_clause(last) and "?" not in message.gap(last)


def _is_dau(message: Message, index: int) -> bool:
    """Whether the word is "đâu" or "mô", as far as it can be told when typed without marks."""
    if message.tokens[index].low in {"đâu", "mô"}:
        return True
    return message.bare and message.marked_at(index) == "đâu"


def _denies_at_the_end(message: Message, index: int) -> bool:
    """ "Phát mỗi hộ đâu": no "có" before it, but nothing that makes it a place."""
    if not _is_dau(message, index) or message.flat_at(index - 1) in _WHERE:
        return False
    opens = index
    while not message.ends_clause(opens - 1):
        opens -= 1
        token = message.tokens[opens]
        if is_not(token, message.bare) or is_not_yet(token, message.bare) or token.low in _DENYING:
            return False  # "không thu đâu" is one denial
    return index - opens >= _BEFORE_DAU and _closes(message, index)


def _asks_who(message: Message, index: int) -> bool:
    """ "Ai nói hủy": nobody did; "có ai nói giúp" asks."""
    if message.flat_at(index) != "ai" or message.flat_at(index + 1) not in _SAYS:
        return False
    before = message.tokens[index - 1] if index else None
    opens = message.ends_clause(index - 1) or (
        before is not None and (before.is_number or before.flat in _TURNS)
    )
    end = index
    while not message.ends_clause(end):
        end += 1
    asked = "?" in message.gap(end)
    return opens and not asked and message.low_at(index + 2) not in _SAID_FOR


def _but_what(message: Message, index: int) -> bool:
    """ "Chứ hủy gì", "chứ ai bắt cóc": a few words and a word that asks, then the end."""
    if message.tokens[index].low not in _CHU or message.ends_clause(index):
        return False
    for at in range(index + 1, index + 1 + _CHU_REACH):
        if at >= len(message.tokens) or (message.ends_clause(at) and at == index + 1):
            return False  # "chứ gì" asks for assent, "chứ sao" gives it
        if message.tokens[at].low in _WHAT and at > index + 1:
            return message.flat_at(index + 1) not in {"con", "sao"} and _closes(message, at)
        if message.ends_clause(at):
            return False
    return False


def _says_again(message: Message, index: int) -> bool:
    """ "Thu đâu mà thu", "phá sản gì mà phá sản"."""
    if message.flat_at(index) not in {"gi", "dau", "chi", "mo"} or index == 0:
        return False
    again = message.flat_at(index + 2) in {message.flat_at(index - 1), message.flat_at(index - 2)}
    return message.flat_at(index + 1) == "ma" and again


def _never_would(message: Message, index: int) -> bool:
    """ "Đời nào chữa khỏi"; "từ đời nào" is long ago, "đời nào cũng" always."""
    if (message.low_at(index), message.low_at(index + 1)) != ("đời", "nào"):
        return False
    after = "" if message.ends_clause(index + 1) else message.flat_at(index + 2)
    return message.flat_at(index - 1) not in _AGES and after not in {"cung", "roi", ""}


def _is_central(message: Message, index: int) -> bool:
    """ "Nỏ cấm": not the bow."""
    bow = message.flat_at(index - 1) in _BOWS or message.flat_at(index + 1) == "than"
    return message.low_at(index) == "nỏ" and not bow and not message.ends_clause(index)


def _is_bare_chang(message: Message, index: int) -> bool:
    """ "Chang trung so" typed bare, where it is most likely "chẳng"."""
    bare = message.bare and message.flat_at(index) == "chang"
    return bare and not message.ends_clause(index) and message.marked_at(index) == "chẳng"


_BY_TOKEN: Final = (
    _denies_at_the_end,
    _but_what,
    _says_again,
    _never_would,
    _is_central,
    _is_bare_chang,
)
