"""A passage of a kept article, by its key, and a passage that a search found."""

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from kiemtin.matching.types import Entry

_SIGN = "#"


class Key(NamedTuple):
    """Which passage this is: the article's id, the version of it that was kept, its number."""

    article: str
    version: int
    number: int

    @property
    def written(self) -> str:
        """Return the key as one text, under which an index holds the passage."""
        return f"{self.article}{_SIGN}{self.version}{_SIGN}{self.number}"


def key_of(written: str) -> Key:
    """Return the key that `written` stands for."""
    article, version, number = written.rsplit(_SIGN, 2)
    return Key(article, int(version), int(number))


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or paragraph of an article; `title` is that of the article, "" without one.

    `date` is the day the article appeared, `place` the code of the place it is about; None when
    that is not known. Texts are kept in NFC.
    """

    key: Key
    text: str
    title: str = ""
    date: dt.date | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        """Give both texts the form in which they are compared."""
        for field in ("text", "title"):
            object.__setattr__(self, field, unicodedata.normalize("NFC", getattr(self, field)))


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that may speak of the claim. Higher scores are nearer; they have no unit.

    `same`: the keys of other passages in nearly the same words, the next best first; they are
    counted as this one. `cosine` is None where the passage has no vector yet.
    """

    key: Key
    score: float
    passage: Passage
    cosine: float | None
    same: tuple[Key, ...] = ()


def entry(passage: Passage) -> Entry:
    """Return what is searched by words: the title stands before the text. Raises BadEntry."""
    claim = f"{passage.title}\n{passage.text}" if passage.title else passage.text
    return Entry(passage.key.written, claim, passage.title, passage.place, passage.date)


def passage_of(kept: Entry) -> Passage:
    """Return the passage that `entry` made this of."""
    text = kept.claim[len(kept.summary) + 1 :] if kept.summary else kept.claim
    return Passage(key_of(kept.id), text, kept.summary, kept.date, kept.place)
