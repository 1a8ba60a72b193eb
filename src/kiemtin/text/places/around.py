"""Looks at the words beside a name: whose name it is, and whether it is longer than it seems."""

from kiemtin.text.places.cues import (
    BARE_KINSHIP,
    BARE_SURNAMES,
    HEADS,
    KINSHIP,
    PLACERS,
    PLAIN_SURNAMES,
    SURNAMES,
)
from kiemtin.text.places.scan import Scan, Word

_SENTENCE_ENDS = frozenset('.!?:;…"“”\n()[]-–•*')


class Around:
    """The neighbourhood of the words of one text."""

    def __init__(self, scan: Scan) -> None:
        self._text = scan.text
        self._words = scan.words
        self._bare = scan.bare

    def before(self, first: int) -> Word | None:
        """Give the word just before, when only a space parts them."""
        if first == 0:
            return None
        word = self._words[first - 1]
        return word if self._text[word.end : self._words[first].start] == " " else None

    def after(self, last: int) -> Word | None:
        """Give the word just after, when only a space parts them."""
        if last >= len(self._words):
            return None
        word = self._words[last]
        return word if self._text[self._words[last - 1].end : word.start] == " " else None

    def starts_sentence(self, at: int) -> bool:
        """Say whether a word is the first of a sentence, a line or a quotation."""
        before = self._text[: self._words[at].start].rstrip(" ")
        return not before or before[-1] in _SENTENCE_ENDS

    def hyphened(self, first: int, last: int) -> bool:
        """Say whether a hyphen or dash stands inside."""
        between = self._text[self._words[first].end : self._words[last - 1].start]
        return "-" in between or "–" in between

    def placed(self, first: int) -> bool:
        """Say whether the word before is one that places follow: "ở", "lên", "dân"."""
        before = self.before(first)
        return before is not None and PLACERS.has(before, self._bare)

    def is_person(self, first: int, *, kin: bool) -> bool:
        """Say whether a surname stands before, or with `kin` a word of kinship."""
        before = self.before(first)
        if before is None:
            return False
        if kin and (BARE_KINSHIP if self._bare else KINSHIP).has(before, self._bare):
            return True
        if not before.capital:
            return (BARE_SURNAMES if self._bare else PLAIN_SURNAMES).has(before, self._bare)
        opens = HEADS.has(before, False) and self.starts_sentence(first - 1)
        return SURNAMES.has(before, self._bare) and not opens

    def runs_on_left(self, first: int) -> bool:
        """Say whether capitals before belong to a longer name: "Đình" in "Phan Đình Phùng"."""
        before = self.before(first)
        if before is None or not _in_name(before):
            return False
        return not (HEADS.has(before, self._bare) or self.starts_sentence(first - 1))

    def runs_on_right(self, last: int) -> bool:
        """Say whether a word in capitals follows: "Liên Hiệp" in "Liên Hiệp Quốc"."""
        after = self.after(last)
        return after is not None and _in_name(after)


def _in_name(word: Word) -> bool:
    """A capital belongs to a name, unless the word is an acronym."""
    return word.capital and (len(word.raw) == 1 or not word.raw.isupper())
