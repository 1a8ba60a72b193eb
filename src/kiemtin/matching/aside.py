"""What a message says beside its claim: a figure in a clause that has nothing of the claim.

"Hội hủy rồi hả? Đoàn em 20 người sắp đi" states no number of the claim; held against it, nearly
every second message would go to a person.
"""

import re
from collections.abc import Sequence

from kiemtin.matching.reading import Reading
from kiemtin.matching.synonyms import Term
from kiemtin.matching.types import Span
from kiemtin.matching.values import relate
from kiemtin.text.details.types import Detail
from kiemtin.text.sentences import sentences

_ELSEWHERE = 2
CLAUSE_CHARS = 120
"""How far a clause is followed on each side."""
_END = re.compile(r"[.,;:!?…\n]|[^\w\s/%–-]")


def clause_around(text: str, start: int, end: int) -> Span:
    """Return the span of the clause in which `start` to `end` stands, at most 120 beyond it."""
    first, last = max(start - CLAUSE_CHARS, 0), end + CLAUSE_CHARS
    before = [hit.end() for hit in _END.finditer(text, first, start)]
    after = _END.search(text, end, last)
    return before[-1] if before else first, min(after.start() if after else last, len(text))


def without_asides(
    said: Sequence[Detail], claimed: Sequence[Detail], message: Reading, claim: Reading
) -> Sequence[Detail]:
    """Return the details of the message that may bear on the claim.

    All of them do as long as a detail of the claim has found no counterpart.
    """
    if not all(any(_agree(one, other) for one in said) for other in claimed):
        return said
    return [
        one
        for one in said
        if any(_agree(one, other) for other in claimed) or bears_on(one, message, claim)
    ]


def _agree(said: Detail, claimed: Detail) -> bool:
    return relate(said.value, claimed.value) == "agree"


def bears_on(one: Detail, message: Reading, claim: Reading) -> bool:
    """Tell whether a detail of the message stands beside words of the claim.

    One word of its clause is enough in the sentence that has most of the claim, two elsewhere.
    """
    stated = {term.key for term in claim.terms_for(message) if not term.key.isdecimal()}
    shared = [term for term in message.terms if term.key in stated and not _inside(term, one)]
    clause = clause_around(message.text, one.start, one.end)
    beside = {term.key for term in shared if clause[0] <= term.span[0] < clause[1]}
    home = _home(message.text, shared)
    at_home = home[0] <= one.start < home[1]
    if at_home and one.kind == "date":
        return True  # set off by a comma: "Tết năm kia, cũng có bà trúng số"
    return len(beside) >= (1 if at_home else _ELSEWHERE)


def _inside(term: Term, one: Detail) -> bool:
    return one.start <= term.span[0] < one.end


def _home(text: str, shared: Sequence[Term]) -> Span:
    """Return the sentence with most of the claim's words, the first of several."""
    return max(
        sentences(text) or [(0, len(text))],
        key=lambda span: len({one.key for one in shared if span[0] <= one.span[0] < span[1]}),
    )
