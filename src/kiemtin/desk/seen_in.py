"""What the readers of the library find in one file, in the shape in which the desk keeps it."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.conf import settings

from kiemtin.desk.words_evidence import PrintKind
from kiemtin.media import alike, forensics, inside, ocr
from kiemtin.media.document import RECORDINGS
from kiemtin.media.forensics import Hint
from kiemtin.media.inside import speech
from kiemtin.media.picture import Picture, clean
from kiemtin.refusal import Refusal, Say
from kiemtin.text.canonical import canonical
from kiemtin.text.redact import redact

PICTURES = {"jpeg", "png", "gif", "webp"}
METHOD = "kiemtin-alike-1"
"""As `kiemtin.media.inside.video` names it; another where they can no longer be compared."""

TOLD = {"taken", "created", "changed", "program"}
"""Facts of a picture that was sent in which are kept: when it was made, and with what program."""

TRANSCRIPT = Say(
    "Lời trong bản ghi do máy nghe và chép lại, có thể sai; hãy nghe trước khi trích.",
    "The words of the recording were heard and written by a machine and may be wrong; listen "
    "before you quote.",
)
Row = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """`facts`: {code, value}; `warnings`: {code, vi, en}; `hints` the same with strength, limit and
    places; `prints`: what a row of Print is made from."""

    kind: str
    text: str = ""
    facts: list[Row] = field(default_factory=list)
    origin: Row = field(default_factory=dict)
    warnings: list[Row] = field(default_factory=list)
    hints: list[Row] = field(default_factory=list)
    prints: list[Row] = field(default_factory=list)


def in_copy(data: bytes, name: str) -> Seen:
    """What the copy of evidence says; raises Refusal for one that cannot be read."""
    found = inside.look(data, name)
    seen = Seen(
        found.kind,
        found.text,
        [{"code": one.code, "value": one.value} for one in found.facts],
        asdict(found.origin) if found.origin else {},
        [said(one.code, one.vi(), one.en()) for one in found.warnings],
        prints=[_row(one) for one in found.prints],
    )
    if found.kind in RECORDINGS and settings.TRANSCRIBER:
        return _listened(seen, data)
    if found.kind not in PICTURES:
        return seen
    picture = clean(data)
    seen = _read(_likened(seen, picture), picture)
    return replace(seen, hints=_traces(data, picture))


def in_picture(data: bytes, words: str | None = None) -> Seen:
    """What a picture shows that was sent in and taken in before: it has no metadata any more. Its
    `words` are read unless they are known.
    """
    picture = clean(data)
    seen = _likened(Seen(picture.content_type.removeprefix("image/")), picture)
    return _read(seen, picture) if words is None else replace(seen, text=words)


def _listened(seen: Seen, data: bytes) -> Seen:
    """Add what the desk's own program hears, marked as a machine's word."""
    try:
        text = speech.transcribe(data, str(settings.TRANSCRIBER))
    except Refusal as refused:
        return _warned(seen, "speech", refused)
    if not text:
        return seen
    return replace(seen, text=text, warnings=[say("transcript", TRANSCRIPT), *seen.warnings])


def before_removal(data: bytes) -> Seen:
    """What a picture that is being sent in says of itself, less what may name a person or where
    one was; empty where nothing can be read. The rest is removed unread.
    """
    try:
        found = inside.look(data, "")
    except Refusal:
        return Seen("")
    facts = [one for one in found.facts if one.code in TOLD and not one.personal]
    told = [{"code": one.code, "value": _of_nobody(one.value)} for one in facts]
    return Seen(found.kind, "", told, _origin_of_nobody(found.origin) if found.origin else {})


def _origin_of_nobody(origin: inside.Origin) -> Row:
    """A statement of origin without its title, which is its sender's, and without names."""
    actions = tuple(_of_nobody(one) for one in origin.actions)
    signer, program = _of_nobody(origin.issuer), _of_nobody(origin.generator)
    return asdict(replace(origin, title="", issuer=signer, generator=program, actions=actions))


def _of_nobody(text: str) -> str:
    """What anyone may have written into a file: it goes through the same sieve as a message."""
    return redact(canonical(text)).text


def _likened(seen: Seen, picture: Picture) -> Seen:
    """Add by what a picture is found again."""
    try:
        data = bytes(alike.fingerprint(alike.grey(picture)))
    except Refusal as refused:
        return _warned(seen, "alike", refused)
    made = {"kind": PrintKind.PICTURE, "method": METHOD, "data": data, "at": None}
    return replace(seen, prints=[*seen.prints, made])


def _read(seen: Seen, picture: Picture) -> Seen:
    """Add the words in a picture."""
    try:
        text = ocr.read_text(picture.data).text
    except Refusal as refused:
        return _warned(seen, "ocr", refused)
    return replace(seen, text=text or seen.text)


def _warned(seen: Seen, what: str, refused: Refusal) -> Seen:
    """Say what could not be done; what only found no turn is done later, with the rest."""
    if refused.code == "busy":
        raise refused
    row = said(f"{what}.{refused.code}", refused.vi(), refused.en())
    return replace(seen, warnings=[*seen.warnings, row])


def _traces(data: bytes, picture: Picture) -> list[Row]:
    """Hints of what was done to a picture; a reader that fails takes nothing from the others."""
    hints: list[Hint | None] = []
    try:
        hints += forensics.pressing(data).hints
        hints.append(forensics.clone_hint(alike.grey(picture)))
    except Refusal as refused:
        if refused.code == "busy":
            raise
    return [_hint(one) for one in hints if one is not None]


def _hint(one: Hint) -> Row:
    return {
        "code": one.code,
        "strength": one.strength,
        "reasons": [say(one.code, reason) for reason in one.reasons],
        "limit": say(one.code, one.limit),
        "where": [list(box) for box in one.where],
    }


def _row(one: inside.Print) -> Row:
    return {
        "kind": one.kind,
        "method": one.method,
        "data": bytes.fromhex(one.value),
        "at": one.at,
    }


def said(code: str, vi: str, en: str) -> Row:
    """A sentence in both languages, as the database keeps it."""
    return {"code": code, "vi": vi, "en": en}


def say(code: str, one: Say) -> Row:
    """The same of a Say."""
    return said(code, one.vi, one.en)
