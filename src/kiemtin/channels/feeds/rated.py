"""What another desk's rating means in this desk's five words, where its words leave no doubt.

A number alone says nothing: ClaimReview lets each publisher choose the scale and its direction, and
halfway between true and false some mean "partly true", others "nobody knows". Words of a scale that
the desk does not have ("half true", "satire") are shown as they are and mean no verdict here.
"""

import re

from kiemtin.text.fold import fold

_MEANS = {
    "true": ("đúng", "đúng sự thật", "chính xác", "tin thật", "true", "correct", "accurate"),
    "mostly_true": (
        *("đúng phần lớn", "phần lớn là đúng", "gần đúng", "phần lớn đúng"),
        *("mostly true", "mostly correct", "mostly accurate"),
    ),
    "misleading": (
        *("gây hiểu lầm", "gây hiểu nhầm", "dễ gây hiểu lầm", "sai ngữ cảnh"),
        *("misleading", "missing context", "out of context"),
    ),
    "false": (
        *("sai", "sai sự thật", "không đúng", "không đúng sự thật", "tin giả", "bịa đặt"),
        *("thông tin sai sự thật", "hoàn toàn sai", "tin sai", "giả mạo"),
        *("false", "fake", "incorrect", "not true", "pants on fire", "fabricated", "hoax"),
    ),
    "unproven": (
        *("chưa đủ căn cứ", "chưa có căn cứ", "chưa kiểm chứng được", "không có bằng chứng"),
        *("unproven", "unverified", "unsupported", "no evidence", "lacks evidence"),
    ),
}
"""Verdict to the words that mean it and nothing else; compared without case, tone marks and
punctuation. "Giả" and "thật" alone can speak of a thing, not of the claim."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def verdict_of(rating: str) -> str:
    """Return the code of the verdict that a rating in words means; "" when it may mean another."""
    return _BY_WORDS.get(_plain(rating), "")


def _plain(words: str) -> str:
    return _EDGES.sub("", " ".join(fold(words).split()))


_BY_WORDS = {_plain(one): verdict for verdict, many in _MEANS.items() for one in many}
