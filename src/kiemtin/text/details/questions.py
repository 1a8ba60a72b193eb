"""Tells whether a message asks."""

from typing import Final

from kiemtin.text.details.clauses import skip_closers
from kiemtin.text.details.message import Message
from kiemtin.text.details.negation import tails
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.words import phrases, words

_ASKING: Final = Phrases(
    dict.fromkeys(
        phrases(
            """có phải, có thật, có đúng, có thiệt, phải chăng, cho hỏi, cho em hỏi, cho mình hỏi
            cho tôi hỏi, cho tui hỏi, xin hỏi, hỏi chút, hỏi xíu, hỏi tí, muốn hỏi, nhờ hỏi
            ai biết, có ai biết, không biết có, ko biết có, k biết có, là sao, thế nào
            như thế nào, làm sao, tại sao, vì sao, sao lại, bao giờ, khi nào, lúc nào, mấy giờ
            bao nhiêu, bao lâu, ở đâu, đi đâu, ở chỗ nào, xã nào, nơi nào, thật hay giả
            thật hay, thật không, thật hả, đúng hay sai, có đúng vậy, là gì, check giúp
            kiểm tra giúp, xác minh giúp, kiểm chứng giúp, hay không, hay chưa, hay ko"""
        ),
        True,
    ),
    marked_only={"là gì", "là sao"},
)
_CLOSING: Final = words("hả hở hử nhỉ chăng hỉ nhể à hông hem")
_BARE_CLOSING: Final = words("ha nhi chang")
_STATED: Final = words("không chưa")  # "không bao giờ" asks nothing


def asks(message: Message) -> bool:
    """Say whether the message asks rather than tells."""
    if "?" in message.scan.text or any(True for _ in tails(message)):
        return True
    if any(not _is_stated(message, found.first) for found in _ASKING.find(message)):
        return True
    return any(_closes(message, index) for index in range(len(message.tokens)))


def _is_stated(message: Message, first: int) -> bool:
    before = message.tokens[first - 1].low if first else ""
    return before in _STATED or before in {"cho", "bất", "ko", "k"}


def _closes(message: Message, index: int) -> bool:
    """Whether a word closes a question at the end of a clause: "… hả"."""
    token = message.tokens[index]
    closing = token.low in _CLOSING or (message.bare and token.flat in _BARE_CLOSING)
    return closing and index > 0 and message.ends_clause(skip_closers(message, index)[0])
