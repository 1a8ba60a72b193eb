"""Tells question tails from negations: "có đóng không?" asks, "không đóng" denies."""

from typing import Final

from kiemtin.text.details.message import Message, Token
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

# All ways to write "không" and "chưa"; folded, and those that are no other word even with marks.
NOT_FORMS: Final = words(
    "khong ko k kh hok hong hem hông hổng khum khom hk kô hăm kông hông khg kog"
)
NOT_YET_FORMS: Final = words("chua ch")
_NOT_TONES: Final = frozenset(
    map(
        tone_key,
        words("không ko k kh hok hông hổng hem khum khom hk kô hong khg kog kông khôg khong"),
    )
)
_NOT_YET_TONES: Final = frozenset({tone_key("chưa"), "ch"})

# Words that close a question after its tail.
_PARTICLES: Final = words(
    "a ah ha hả hở hử nhi nhỉ nhe vay v z zay zậy the ta day do dzay nha ne e hen hen"
)
_ADDRESSES: Final = words(
    """anh chi em ad admin mn moi nguoi cac bac may co chu bac ba con ca nha ban b e oi a c minh
    mng troi da nho tui gium voi cho cai quy vi zi"""
)
_ANSWERS: Final = words("thi la cung van chac bao noi rang ma chu")
_ASKED: Final = words("dung that duoc xac thiet ok")
_DENIED: Final = words("phai co duoc bi the con nen cho can")
_NEAR: Final = 4  # words after the tail before the question mark: "không bác tổ trưởng?"
_FRAME: Final = 14  # words back in which the "có" of "có … không" may stand


def is_not(token: Token, bare_text: bool) -> bool:
    """Say whether a token is some "không"."""
    return token.flat in NOT_FORMS and (token.tone in _NOT_TONES or (bare_text and token.bare))


def is_not_yet(token: Token, bare_text: bool) -> bool:
    """Say whether a token is "chưa"; typed bare it may be sour, and others must tell."""
    return token.tone in _NOT_YET_TONES or (bare_text and token.bare and token.flat == "chua")


def is_tail(message: Message, index: int) -> bool:
    """Say whether the "không" or "chưa" at a token only closes a question."""
    before = message.flat_at(index - 1)
    if message.ends_clause(index - 1):
        return False
    after, plain = skip_closers(message, index)
    if message.ends_clause(after):
        asked = "?" in message.gap(after)
        if before in {"noi", "bao"} and not asked:
            return _has_frame(message, index)  # "người nói có người nói không"
        return asked or before not in _ANSWERS
    following = message.flat_at(index + 1)
    if before == "phai" or (before in _ASKED - {"duoc"} and following not in _DENIED):
        return True
    return (plain or _asks_soon(message, after)) and _has_frame(message, index)


def _asks_soon(message: Message, index: int) -> bool:
    """Whether the clause ends with a question mark a few words on."""
    for at in range(index, min(index + _NEAR + 1, len(message.tokens))):
        if message.ends_clause(at):
            return "?" in message.gap(at)
    return False


def skip_closers(message: Message, index: int) -> tuple[int, bool]:
    """Give the last token of the tail, and whether a plain particle ("vậy", "ạ") stands in it."""
    plain = False
    while not message.ends_clause(index):
        following = message.flat_at(index + 1)
        if following in _PARTICLES:
            plain = True
        elif following not in _ADDRESSES:
            break
        index += 1
    return index, plain


def _has_frame(message: Message, index: int) -> bool:
    """Whether a "có" or "đã" opens the question in the same clause."""
    for at in range(index - 1, max(-1, index - 1 - _FRAME), -1):
        if message.flat_at(at) in {"co", "da", "duoc"}:
            return True
        if message.ends_clause(at - 1):
            return False
    return False
