"""A refusal explains itself in Vietnamese and English: what was expected, what came, what to do.

It carries a `code` for programs and `params` for the sentence, and never any content of a message.
"""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple


class Say(NamedTuple):
    """One sentence in both languages, with named placeholders such as `{limit}`."""

    vi: str
    en: str


class Refusal(ValueError):
    """Base of the refusals of a room; each subclass brings its own `sentences`, by code.

    Raises KeyError when made with a code that the subclass has no sentence for, or without a
    parameter that the sentence names.
    """

    sentences: ClassVar[Mapping[str, Say]] = {}

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        self.code = code
        self.params: Mapping[str, object] = dict(params or {})
        super().__init__(self.en())

    def vi(self) -> str:
        """Return the sentence in Vietnamese."""
        return self.sentences[self.code].vi.format(**self.params)

    def en(self) -> str:
        """Return the sentence in English."""
        return self.sentences[self.code].en.format(**self.params)

    def __reduce__(self) -> tuple[type["Refusal"], tuple[str, dict[str, object]]]:
        """Travel between processes by code and params."""
        return type(self), (self.code, dict(self.params))
