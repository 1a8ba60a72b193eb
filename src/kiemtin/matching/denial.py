"""Whether a message denies what a claim states, or states what it denies.

Asking is not denying: question tails are told apart where details are read. What is denied
counts, not that something is: "không cần kinh nghiệm" may stand on both sides.
"""

import re
from collections.abc import Sequence
from itertools import islice

from kiemtin.matching.aside import CLAUSE_CHARS, clause_around
from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.names import contains
from kiemtin.matching.reading import Reading
from kiemtin.matching.reversal import still_rows, undone_rows
from kiemtin.matching.synonyms import is_little
from kiemtin.matching.types import Row, Span
from kiemtin.text.details.types import Detail, DirectionValue, NegationValue
from kiemtin.text.fold import fold, syllables
from kiemtin.text.words import words

_STOPS = words("dừng ngừng hủy huỷ hết mất cấm cắt đóng khóa khoá nghỉ bỏ hoãn ngắt chặn tắc kẹt")
"""Verbs that deny by themselves: "dừng chạy" is "không chạy"."""

_STOPPING = frozenset(fold(verb) for verb in _STOPS)
_REACH = 3
_SURE_TARGET = 2
"""Content syllables of what is denied that make it sure that the claim states the same."""
_HAPPENING = words("ay xay ra han hon van de viec thuc hieu ro chinh xac hoan toan he hom ho nao")
"""Folded syllables that tell nothing of their own when they are denied: "không hề xảy ra"."""
_EMPTY = _HAPPENING | words(
    """co phai dau dung that thiet the vay gi chi nao chuyen vu nay do nha nhe a ah cua tin nhu bi
    ra ca het ma day kia co ay ban ba con moi nguoi oi thi la nua roi
    cac bac anh em mn ad ae nghen luon"""
)
"""Folded syllables after a denial that denies all that was said: "không có chuyện đó đâu"."""
_NOT_EMPTY = words("bán bàn bản bằng cửa tín nhà bì")
"""Words that only fold like one of those."""
_BESIDE = 6
"""Characters between a denial and the direction that it denies: "không bị khóa"."""
_IN_A_FORWARD = 3
"""Content syllables that a denial must share with the claim to count in a long forward."""
_MOST = 30
"""Denials of one text that are compared; more than that is noise, and costs time."""
_BESIDE_ALONE = 3
"""Words that a clause such as "bác sĩ bảo làm gì có cơ sở" may have beside its denial."""
_ASIDE = re.compile(
    r"\b(?:hay|sợ|có phải|coi chừng|nếu|ai|những|mấy|nhiều|so|co phai|coi chung|neu)\b|\?",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"\b(?:ai|nào|nếu|hễ|lỡ|nhỡ|neu)\s+$", re.IGNORECASE)
_OR_ELSE = re.compile(
    r"(?!\s+(?:có|phải|hề|đúng|co|phai)\b).*?(?<!\sdậy)(?<!\sday)\s(?:thì|là)\s(?!phải|đúng|thật|sai|tin)",
    re.IGNORECASE,
)
_BUT = re.compile(r"^\s*((?:(?!không|chưa|ko)\w+ ){1,4})thì\s$", re.IGNORECASE)
_AFTER_ALL = re.compile(r"\bđâu$|^dau$", re.IGNORECASE)
_KEEP_FROM = re.compile(
    r"\b(?:kiêng|đừng|chớ|cấm|tránh|kieng|dung|cam|tranh|hết|ngừng)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


def negation_rows(message: Reading, claim: Reading, *, strict: bool) -> list[Row]:
    """Return one row for each denial on either side; advice ("đừng …") is none.

    `strict` is for short messages, where a denial that stands alone denies the rest.
    """
    said, claimed = _denials(message), _denials(claim)
    rows = [_said_row(one, claimed, message, claim, strict=strict) for one in said]
    answered = {row.entry_span for row in rows}
    rest = [one for one in claimed if (one.start, one.end) not in answered]
    rows += [*still_rows(message, claim), *undone_rows(message, claim)]
    return rows + [_unanswered(one, message) for one in rest]


def _denials(reading: Reading) -> list[Detail]:
    found = (one for one in reading.details.of("negation") if _value(one).how != "forbid")
    return list(islice(found, _MOST))


def _said_row(
    said: Detail, claimed: Sequence[Detail], message: Reading, claim: Reading, *, strict: bool
) -> Row:
    span = (said.start, said.end)
    denied = _words_denied(said, message)
    for one in claimed:
        if _answers(said, one, denied):
            return Row("negation", said.text, one.text, "agree", span, (one.start, one.end))
    if _denied_by_verb(said, claim.text):
        return Row("negation", said.text, said.text, "agree", span, None)
    beside = _is_condition(message.text, said) or _of_another(said, message, claim)
    if beside or _is_direction(said, message, claim):
        return Row("negation", said.text, None, "absent", span, None)
    sure = len(_target(said)) >= _SURE_TARGET and _target(said) <= set(claim.syllables)
    same_kind = any(_value(said).how == _value(one).how for one in claimed)
    elsewhere = denied and not _states(claim, denied, message)
    about = not (same_kind or elsewhere) and _bears_on(said, message, claim, strict=strict)
    return Row("negation", said.text, None, "conflict" if sure or about else "absent", span, None)


def _answers(said: Detail, claimed: Detail, denied: Sequence[re.Match[str]]) -> bool:
    """Tell whether a denial of the message is the one that the claim makes.

    "Tin … là bịa" speaks about all of a claim, so it is never the "không" within one.
    """
    if _value(said).how == "denial":
        return _value(claimed).how == "denial"
    return bool(_target(said) & _target(claimed)) or not (denied and _target(claimed))


def _words_denied(said: Detail, message: Reading) -> list[re.Match[str]]:
    """Return the words that a denial denies, up to three; none for "không có đâu"."""
    if _value(said).how == "denial" or _AFTER_ALL.search(said.text):
        return []
    _, end = clause_around(message.text, said.start, said.end)
    near = islice(_WORD.finditer(message.text, said.end, end), len(_value(said).target.split()))
    return [one for one in near if _says(one[0].lower())]


def _says(word: str) -> bool:
    return fold(word) not in _EMPTY or word in _NOT_EMPTY


def _states(claim: Reading, denied: Sequence[re.Match[str]], message: Reading) -> bool:
    """Tell whether the claim has some of the words denied, as written or by another form."""
    spans = [one.span() for one in denied]
    keys = {one.key for one in message.terms if any(a <= one.span[0] < b for a, b in spans)}
    said = {one[0].lower() for one in denied if not is_little(one[0].lower())}
    stated = set(_WORD.findall(claim.text.lower()))
    if message.toneless:
        said, stated = {fold(one) for one in said}, {fold(one) for one in stated}
    return bool(said & stated or keys & {one.key for one in claim.terms_for(message)})


def _is_direction(said: Detail, message: Reading, claim: Reading) -> bool:
    """Tell whether what is denied is a direction that the claim has too: those are compared for
    themselves ("không mất tiền" and "miễn phí").
    """
    axes = {one.value.axis for one in claim.details if isinstance(one.value, DirectionValue)}
    return any(
        isinstance(one.value, DirectionValue)
        and one.value.axis in axes
        and said.start <= one.start <= said.end + _BESIDE
        for one in message.details
    )


def _is_condition(text: str, said: Detail) -> bool:
    """Tell whether it is said of whom or when: "ai chưa đổi thì", "không bấm là mất số"."""
    if _AFTER_ALL.search(said.text):
        return False  # "hồi nào đâu"
    before, (_, end) = text[max(said.start - CLAUSE_CHARS, 0) : said.start], _clause(text, said)
    return bool(_OF_WHOM.search(before) or _OR_ELSE.match(text, said.end, end))


def _of_another(said: Detail, message: Reading, claim: Reading) -> bool:
    """Tell whether a denial is of a subject that the claim has not: "lương thì không tăng"."""
    start, _ = _clause(message.text, said)
    hit = _BUT.search(message.text[start : said.start])
    if hit is None or message.toneless:
        return False
    subject = {word for word in _WORD.findall(hit[1].lower()) if _says(word)}
    return bool(subject) and subject.isdisjoint(_WORD.findall(claim.text.lower()))


def _bears_on(said: Detail, message: Reading, claim: Reading, *, strict: bool) -> bool:
    """Tell whether a denial is about the claim: its clause shares words with it, or has none.

    "Không có đâu" denies what was said before; "ai chưa đổ thì thiệt" denies something else.
    """
    start, end = _clause(message.text, said)
    marked = not message.toneless
    before = _content(message.text[start : said.start], marked=marked)
    after = _content(message.text[said.end : end], marked=marked)
    common = (before | after) & _content(claim.text, marked=not message.toneless)
    if not strict:
        return len(common) >= _IN_A_FORWARD
    rest = [one for one in before | after if fold(one) not in _EMPTY]
    alone = _value(said).how == "denial" and not _ASIDE.search(message.text[start : end + 1])
    return bool(common) or len(rest) <= (_BESIDE_ALONE if alone else 0)


def _content(text: str, *, marked: bool) -> set[str]:
    """Return the words of a text that are no fillers, in lower case; folded unless `marked`."""
    found = {one.lower() for one in _WORD.findall(text) if fold(one.lower()) not in FILLERS}
    return found if marked else {fold(one) for one in found}


def _clause(text: str, said: Detail) -> Span:
    return clause_around(text, said.start, said.end)


def _unanswered(claimed: Detail, message: Reading) -> Row:
    """A denial of the claim alone: a conflict when the message says the same words undenied."""
    span = (claimed.start, claimed.end)
    target = _target(claimed)
    if target and target <= set(message.syllables):
        wanted = [*syllables(claimed.text), *_value(claimed).target.split()]
        said = contains(message.syllables, wanted)
        said = said or _cannot(claimed, message)
        if not said and _KEEP_FROM.search(message.text):
            return Row("negation", None, claimed.text, "absent", None, span)
        value = claimed.text if said else None
        return Row("negation", value, claimed.text, "agree" if said else "conflict", None, span)
    return Row("negation", None, claimed.text, "absent", None, span)


def _cannot(claimed: Detail, message: Reading) -> bool:
    """Tell whether a message says "rút tiền không được" for "không rút được tiền"."""
    of_able = "duoc" in _value(claimed).target.split()
    return of_able and contains(message.syllables, [*syllables(claimed.text), "duoc"])


def _target(denial: Detail) -> frozenset[str]:
    return frozenset(_value(denial).target.split()) - FILLERS


def _value(denial: Detail) -> NegationValue:
    value = denial.value
    return value if isinstance(value, NegationValue) else NegationValue("not")


def _denied_by_verb(said: Detail, claim: str) -> bool:
    """Tell whether the claim denies the same words by a verb: "tạm dừng rút tiền"."""
    target, written = _target(said), _WORD.findall(claim.lower())
    if target & _STOPPING:  # "không bỏ môn" denies the stopping itself
        return False
    return any(
        fold(word) in target and not _STOPS.isdisjoint(written[max(at - _REACH, 0) : at])
        for at, word in enumerate(written)
    )
