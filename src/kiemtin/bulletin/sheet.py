"""What stands on a poster or a card, in words: the same for paper and for pictures.

The verdict names what it judges ("Tin đồn này: SAI"), so that nobody takes it for the fact's own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import whole_sentences, whole_words
from kiemtin.bulletin.paper import VERDICT_INKS, drawable
from kiemtin.bulletin.phrases import day, moment
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.refusal import Say

WHY_CHARS, CHANGED_CHARS = 180, 200
"""Longest explanation, and longest account of an error, that a wall or a small screen bears."""

WORDS = MappingProxyType(
    {
        "rumour": Say("Tin đồn này", "This rumour"),
        "fact": Say("Sự thật", "The fact"),
        "fact_amended": Say("Sự thật (bản đã đính chính)", "The fact (corrected version)"),
        "checking": Say("Đang kiểm tra điều gì", "What is being checked"),
        "todo": Say("Nên làm", "What to do"),
        "todo_now": Say("Trong lúc chờ, hãy làm", "What to do meanwhile"),
        "said": Say(
            "Có tin đồn rằng: “{said}” – {verdict}.", "A rumour says: “{said}” – {verdict}."
        ),
        "said_unproven": Say(
            "Có tin đồn rằng: “{said}” – chưa đủ căn cứ để nói đúng hay sai.",
            "A rumour says: “{said}” – there is not enough evidence to call it true or false.",
        ),
        "said_checking": Say(
            "Có tin đồn rằng: “{said}” – đang được kiểm tra.",
            "A rumour says: “{said}” – it is being checked.",
        ),
        "said_withdrawn": Say(
            "Về tin đồn: “{said}” – hiện chưa có kết luận nào đứng vững.",
            "About the rumour: “{said}” – no verdict stands at present.",
        ),
        "withdrawn_label": Say("Kết luận trước đây", "What we said before"),
        "withdrawn_word": Say("Đã rút lại", "Withdrawn"),
        "withdrawn": Say(
            "Chúng tôi rút lại kết luận trước đây về tin đồn này.",
            "We withdraw what we said about this rumour.",
        ),
        "reason": Say("Vì sao", "Why"),
        "amendment": Say(
            "Đính chính bản trước của chúng tôi: {what}", "We correct our earlier version: {what}"
        ),
        "update": Say("Cập nhật: {what}", "Updated: {what}"),
        "place": Say("Nơi áp dụng: {place}", "Where: {place}"),
        "country": Say("cả nước", "the whole country"),
        "from": Say("Có giá trị từ {day}", "Valid from {day}"),
        "until": Say("Có giá trị đến hết {day}", "Valid until {day}"),
        "next": Say("Cập nhật tiếp lúc {moment}", "Next update at {moment}"),
        "checked": Say("Kiểm chứng lúc {moment}", "Checked at {moment}"),
        "told": Say("Thông báo lúc {moment}", "Told at {moment}"),
        "signed": Say(
            "Quét mã để biết tờ này có đúng của bàn và còn mới không, cả khi không có mạng.",
            "Scan to see whether this is the desk's own and still holds, also without network.",
        ),
        "linked": Say(
            "Quét mã để xem chứng cứ và bản mới nhất.",
            "Scan for the evidence and the newest version.",
        ),
        "drill": Say(
            "DIỄN TẬP – không phải tin thật, đừng làm theo",
            "DRILL – not real, do not act on it",
        ),
    }
    | {f"verdict_{code}": Say("", "") for code in VERDICT_INKS}
)
"""By name. A translation brings its own words for all it needs; the verdict's own word is that of
`verdicts` unless `verdict_CODE` is brought."""

_RUMOUR_SAYS = re.compile(
    r"^(?:có\s+)?tin\s+đồn(?:\s+(?:nói|cho))?\s+rằng\s*[:,]?\s*|^a rumou?r says(?: that)?[:,]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sheet:
    """The words of one sheet, each drawable; "" where there is nothing to say.

    `shape` and `ink` are those of the verdict; `head` comes first and largest: the fact, or what to
    do while it is being checked; `notes` are place, validity, desk and time; `page` is the address
    without its scheme.
    """

    label: str
    word: str
    shape: str
    ink: str
    head_label: str
    head: str
    second_label: str
    second: str
    changed: str
    said: str
    why: str
    notes: tuple[str, ...]
    page: str
    scan: str
    drill: str
    title: str


def sheet(
    content: Content,
    *,
    words: Mapping[str, str] | None = None,
    drill: bool = False,
    signed: bool = True,
) -> Sheet:
    """Return the words of a sheet; `words` replace the fixed ones by name (see WORDS).

    Raises ContentRefused (letters) when a letter cannot be drawn, (empty) when nothing of the fact
    can be, and KeyError for a name in `words` that is not known.
    """
    say = _Words(content, words or {})
    told = _withdrawal(content, say) if content.withdrawn else _told(content, say)
    if not told["head"] or not told["word"]:
        raise ContentRefused("empty", {"field": "fact"})
    return Sheet(
        **told,
        notes=tuple(filter(None, map(drawable, _notes(content, say)))),
        page=drawable(re.sub(r"^https?://", "", content.url).rstrip("/")),
        scan=say("signed" if signed else "linked"),
        drill=say("drill") if drill else "",
        title=_title(content, told["word"]),
    )


class _Words:
    def __init__(self, content: Content, given: Mapping[str, str]) -> None:
        for name in given:
            _ = WORDS[name]
        self._given, self._english = given, content.language == "en"

    def __call__(self, name: str, **values: str) -> str:
        said = WORDS[name]
        text = self._given.get(name) or (said.en if self._english else said.vi)
        return drawable(text.format(**values))


def _told(content: Content, say: _Words) -> dict[str, str]:
    checking = content.verdict == "checking"
    word = say(f"verdict_{content.verdict}") or drawable(content.ruling.word(content.language))
    fact, todo = drawable(content.fact), _paragraphs(content.todo)
    swap = checking and bool(todo)
    fact_label = say("fact_amended" if content.kind == "amendment" else "fact")
    return {
        "label": say("rumour"),
        "word": word.upper(),
        "shape": content.verdict,
        "ink": VERDICT_INKS[content.verdict],
        # A holding line says in its fact what to do now (see kiemtin.bulletin.holding).
        "head_label": say("todo_now") if checking else fact_label,
        "head": todo if swap else fact,
        "second_label": say("checking" if swap else "todo") if swap or todo else "",
        "second": fact if swap else todo,
        "changed": _changed(content, say),
        "said": _said(content, say, word.upper()),
        "why": whole_sentences(drawable(content.why), WHY_CHARS),
    }


def _withdrawal(content: Content, say: _Words) -> dict[str, str]:
    """Only that and why, and about which rumour: what was withdrawn is not told once more."""
    return {
        "label": say("withdrawn_label"),
        "word": say("withdrawn_word").upper(),
        "shape": "withdrawn",
        "ink": VERDICT_INKS["unproven"],
        "head_label": "",
        "head": say("withdrawn"),
        "second_label": say("reason"),
        "second": _short(content.what_was_wrong),
        "changed": "",
        "said": say("said_withdrawn", said=_bare(content.claim)),
        "why": "",
    }


def _title(content: Content, word: str) -> str:
    """The fact alone: a verdict beside it would be taken for its own."""
    return drawable(f"{word}: {content.claim}" if content.withdrawn else content.fact)


def _said(content: Content, say: _Words, verdict: str) -> str:
    said = _bare(content.said or content.claim)
    own = f"said_{content.verdict}"
    return say(own if own in WORDS else "said", said=said, verdict=verdict) if said else ""


def _bare(text: str) -> str:
    return _RUMOUR_SAYS.sub("", drawable(text)).rstrip(".").strip("“”\"'")


def _changed(content: Content, say: _Words) -> str:
    what = _short(content.what_was_wrong)
    return say("update" if content.kind == "update" else "amendment", what=what) if what else ""


def _short(text: str) -> str:
    text = drawable(text)
    return whole_sentences(text, CHANGED_CHARS) or whole_words(text, CHANGED_CHARS)


def _paragraphs(text: str) -> str:
    return "\n".join(filter(None, map(drawable, text.splitlines())))


def _notes(content: Content, say: _Words) -> list[str]:
    place = content.place_name or say("country")
    notes = [say("place", place=place)]
    if content.valid_from and not content.valid_until:
        notes.append(say("from", day=day(content.valid_from)))
    if content.valid_until:
        notes.append(say("until", day=day(content.valid_until)))
    if content.next_update_at:
        notes.append(say("next", moment=moment(content.next_update_at)))
    told = "told" if content.withdrawn or content.verdict == "checking" else "checked"
    return [*notes, say(told, moment=moment(content.checked_at)), content.desk_name]
