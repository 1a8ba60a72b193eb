"""What a text shows of known kinds of scam and of the addresses in it: hints with their limits."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kiemtin.media.forensics import address_hints
from kiemtin.text.scams import ScamHint, scam_hints
from kiemtin.web.desk.read_in import say

MOST = 10_000


@dataclass(frozen=True)
class TextHint:
    """One hint in the reader's language: what it is about, why, what helps, what it cannot say."""

    name: str
    why: tuple[str, ...]
    do: str
    limit: str


def of_text(text: str) -> list[TextHint]:
    """The hints for a text, kinds of scam first."""
    scams = [
        TextHint(say(one.name), (say(one.works), _signs(text, one)), say(one.do), say(one.limit))
        for one in scam_hints(text[:MOST])
    ]
    addresses = [
        TextHint("", tuple(say(why) for why in one.reasons), "", say(one.limit))
        for one in address_hints(text[:MOST])
    ]
    return scams + addresses


def _signs(text: str, one: ScamHint) -> str:
    """The words in which the signs stand."""
    words = dict.fromkeys(text[start:end] for start, end in (sign.span for sign in one.signs))
    return _("Chữ cho thấy: %(words)s.") % {"words": "; ".join(f"“{word}”" for word in words)}
