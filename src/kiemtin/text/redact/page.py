"""One message under the detectors' eyes, seen in two ways of equal length.

`shown` is the text itself, `plain` its folded lower-case ASCII shadow in which every digit of any
script is 0–9 and every dash, dot and quote has one form. What a detector claims is blanked in
both, so that no later detector reads it.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from kiemtin.text.fold import fold
from kiemtin.text.redact.types import Span

BLANK: Final = "\0"  # canonical text holds none

_LAST_DIGIT: Final = 0x20000  # beyond lie no decimal digits of a living script
_ONE_FORM: Final = {
    "-": "‐‑‒–—―−﹘﹣",
    ".": "․‧·•∙⋅。｡",
    '"': "“”„‟«»",
    "'": "‘’‚‛´`",
    "/": "∕⁄",
    ":": "∶꞉",
    "@": "﹫",
}


def _view() -> dict[int, str]:
    """Map characters one to one; what has no one-letter form stays as it is."""
    table = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        bare = fold(chr(code))
        if len(bare) == 1:
            table[code] = bare
    for code in range(0x80, _LAST_DIGIT):
        digit = unicodedata.digit(chr(code), None)
        if digit is not None:
            table[code] = str(digit)
    marks = dict.fromkeys(range(0x300, 0x370), "_")
    forms = {ord(other): one for one, others in _ONE_FORM.items() for other in others}
    return table | marks | forms


_VIEW: Final = _view()


class Page:
    """A canonical text with its plain shadow, and the spans claimed so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = text
        self.plain = text.translate(_VIEW)
        self.claimed: list[Span] = []

    def claim(self, spans: Iterable[Span]) -> None:
        """Take spans (to remove) or hold them (kind None, to stay); both are blanked."""
        found = [span for span in spans if span.end > span.start]
        if not found:
            return
        shown, plain = list(self.shown), list(self.plain)
        for span in found:
            if BLANK in shown[span.start : span.end]:
                continue
            shown[span.start : span.end] = plain[span.start : span.end] = [BLANK] * (
                span.end - span.start
            )
            self.claimed.append(span)
        self.shown, self.plain = "".join(shown), "".join(plain)
