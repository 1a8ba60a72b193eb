"""Words that may stand for each other without changing a claim: "dời" and "lùi", "heo" and "lợn".

`synonyms.txt` has one group a line, written for this project. What is not in it counts as another
word, so that a missing group sends a message to a person and a wrong one would answer it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.types import Span
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import fold
from kiemtin.text.words import words as _words

_WORD = re.compile(r"[^\W_]+")
_WORDS = 20_000
"""Words whose form is kept: all syllables of Vietnamese, in the ways they are mostly written."""
_LONGEST = 4
"""Syllables of the longest form in a group."""

_LITTLE = _words(
    """bị mắc từ trên dưới vào vô ra tại ở do để được phải sẽ đang với và trong ngoài sau trước khi
    lên xuống cho bởi theo này kia một mọi các những đến tới tính cả hai ngày giờ năm tháng hết rất
    nữa lại cùng cũng chỉ cứ cái con chiếc cây người ấy đây bữa hôm mới vừa thì là mà rằng của
    em anh chị cô bác bà ông chú cậu dì cụ tôi tao tui tớ mình mày cháu nhà bên ơi vâng dạ đúng
    không chưa hông hem hả ha hen nhé nhá nha nhỉ nhen nghen nè đấy thế vậy rứa chi chứ chớ có à ạ
    á ui chao ôi xin làm nhiều giúp giùm hỏi muốn biết thấy nói kêu kể tin thông thật thiệt sự
    sai nghe đâu đồn chuyện việc gì rồi đã còn vẫn thôi luôn lắm ghê quá hay chắc hoặc vì nên nếu
    lúc nào sao ai mấy chia sẻ gửi đọc viết đăng bài kẻo lận nghen mn mng k ko r j dc đc vs ns"""
)
"""Words with which two texts may differ and say the same: they stand for no thing of their own."""
_LITTLE_FOLDED = FILLERS | {fold(word) for word in _LITTLE}


def is_little(word: str) -> bool:
    """Tell whether a word in lower case, with its marks, is mere grammar or address."""
    return word in _LITTLE


@dataclass(frozen=True, slots=True)
class Term:
    """A word or known phrase of a text: what stands for it, as written, and where it is.

    `written` is in lower case, folded in a text typed without marks. `told`: it is part of a
    detail, a name or a place, which are compared for themselves.
    """

    key: str
    written: str
    span: Span
    told: bool


@cache
def _groups() -> tuple[dict[str, str], dict[str, str]]:
    """Return from each form, with marks and folded, to what stands for its group.

    A folded form of two groups is of none: "phat" may be a fine or a gift.
    """
    marked: dict[str, str] = {}
    bare: dict[str, set[str]] = {}
    text = files("kiemtin.matching").joinpath("synonyms.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        forms = [canonical(form).strip().lower() for form in line.split("#")[0].split("=")]
        if len(forms) > 1:
            for form in forms:
                marked.setdefault(form, f"={number}")
                bare.setdefault(fold(form), set()).add(f"={number}")
    return marked, {form: min(groups) for form, groups in bare.items() if len(groups) == 1}


def terms(text: str, told: Sequence[Span] = (), *, toneless: bool) -> list[Term]:
    """Return the words of `text` in order, a phrase that is known as one; keys are folded.

    `told`: the spans of its details, names and places.

    A text typed without marks is looked up without them.
    """
    words = list(_WORD.finditer(text))
    marked, bare = _groups()
    known = bare if toneless else marked
    clean = _bare_word if toneless else canonical
    written = [clean(word[0]).lower() for word in words]
    found: list[Term] = []
    at = 0
    while at < len(words):
        size, key = _longest(written, at, known)
        span = (words[at].start(), words[at + size - 1].end())
        phrase = " ".join(written[at : at + size])
        inside = any(start < span[1] and span[0] < end for start, end in told)
        found.append(Term(key or _bare_word(phrase), phrase, span, inside))
        at += size
    return found


@lru_cache(maxsize=_WORDS)
def _bare_word(word: str) -> str:
    return fold(word)


def weighty(found: Iterable[Term], *, toneless: bool) -> list[Term]:
    """Return the terms that stand for something: neither address nor grammar."""
    little = _LITTLE_FOLDED if toneless else _LITTLE
    return [one for one in found if one.written not in little]


def _longest(written: Sequence[str], at: int, known: dict[str, str]) -> tuple[int, str | None]:
    for size in range(min(_LONGEST, len(written) - at), 0, -1):
        key = known.get(" ".join(written[at : at + size]))
        if key:
            return size, key
    return 1, None
