"""A message laid open for the extractors: its words and numerals, and what is taken already."""

import datetime as dt
import re
from functools import cached_property

from kiemtin.text.details.types import Detail, Kind, Value
from kiemtin.text.places import Scan
from kiemtin.text.places.names import tone_key
from kiemtin.text.restore import restore

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_CLAUSE_END = re.compile(r"[.?!,;:…\n\"“”()\[\]]|[^\w\s/%'’&+–-]")


class Token:
    """A word or a numeral: its span in the scanned text, and how it is written.

    `flat` is folded; `tone` carries the marks; `bare` says that it carries none.
    """

    __slots__ = ("_tone", "bare", "end", "flat", "low", "start")

    def __init__(self, start: int, end: int, flat: str, low: str) -> None:
        self.start, self.end, self.flat, self.low = start, end, flat, low
        self.bare = flat == low
        self._tone = ""

    @property
    def tone(self) -> str:
        """The word with its marks, wherever the tone mark was set."""
        if not self._tone:
            self._tone = tone_key(self.low)
        return self._tone

    @property
    def is_number(self) -> bool:
        """Whether this is a numeral."""
        return self.flat[0].isdecimal()


class Message:
    """What all extractors share."""

    def __init__(self, text: str, today: dt.date) -> None:
        self.today = today
        self.scan = Scan(text)
        self.bare = self.scan.bare
        self._taken = bytearray(len(self.scan.text))
        self.dated: list[tuple[int, dt.date, dt.date]] = []  # where dates end, and their days
        self.memo: dict[int, object] = {}  # what amount was read at a token

    @cached_property
    def tokens(self) -> list[Token]:
        """All words and numerals in order; "2tr5" gives three."""
        flat, low = self.scan.flat, self.scan.lower
        return [
            Token(hit.start(), hit.end(), hit[0], low[hit.start() : hit.end()])
            for hit in _TOKEN.finditer(flat)
        ]

    @cached_property
    def index_at(self) -> dict[int, int]:
        """The index of the token that starts at a position."""
        return {token.start: index for index, token in enumerate(self.tokens)}

    @cached_property
    def _marked(self) -> str:
        return restore(self.scan.text)

    def marked_at(self, index: int) -> str:
        """The word at a token with the marks that it most likely has, when typed without."""
        token = self.tokens[index]
        likely = self._marked if self.bare else self.scan.text
        whole = likely if len(likely) == len(self.scan.text) else self.scan.text
        return whole[token.start : token.end].lower()

    def gap(self, index: int) -> str:
        """What stands between a token and the next one, or after the last."""
        tokens = self.tokens
        end = tokens[index + 1].start if index + 1 < len(tokens) else len(self.scan.text)
        return self.scan.text[tokens[index].end : end]

    def ends_clause(self, index: int) -> bool:
        """Whether a clause ends after a token; -1 stands before the first token."""
        if index < 0 or index + 1 >= len(self.tokens):
            return True
        return bool(_CLAUSE_END.search(self.gap(index)))

    def flat_at(self, index: int) -> str:
        """The folded token at an index, "" beyond the ends."""
        return self.tokens[index].flat if 0 <= index < len(self.tokens) else ""

    def low_at(self, index: int) -> str:
        """The token at an index with its marks, in small letters, "" beyond the ends."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def take(self, start: int, end: int) -> None:
        """Mark a span as spoken for, so that no number is read out of a date."""
        self._taken[start:end] = b"\x01" * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing in a span is spoken for."""
        return not any(self._taken[start:end])

    def detail(self, kind: Kind, value: Value, start: int, end: int) -> Detail:
        """Make a detail for a span of the scanned text, with its span in the text as given."""
        start, end = self.scan.span(start, end)
        return Detail(kind, value, start, end, self.scan.given[start:end])
