"""What is suggested of a message: a kind, and the reasons with their places in the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiemtin.text.checkable.says import KINDS, TEMPLATES

Kind = Literal[
    "checkable",
    "unsure",
    "opinion",
    "wish",
    "prediction",
    "belief",
    "satire",
    "chat",
    "personal",
    "question",
    "vague",
]
"""Opinion, wish, prediction, belief and satire are reasons of the desk for giving no verdict; in
chat (greetings, thanks), what is personal and a question there is nothing to check; vague names
no fact. Nothing is ever said of who wrote or who is meant, and no kind is a political one."""

Span = tuple[int, int]
"""Start and end of a passage, in characters of the text as it was given."""

OPEN: frozenset[Kind] = frozenset({"checkable", "unsure"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code of `says.TEMPLATES`, its parameters, and where it stands in the text."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None

    def vi(self) -> str:
        """Return the reason as a Vietnamese sentence without a full stop."""
        return TEMPLATES[self.code].vi.format(**self.params)

    def en(self) -> str:
        """Return the reason as an English sentence without a full stop."""
        return TEMPLATES[self.code].en.format(**self.params)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a message seems to be; a person decides.

    `reasons` come in the order of the text, those for the kind that was chosen only.
    """

    kind: Kind
    reasons: tuple[Reason, ...]

    @property
    def checkable(self) -> bool:
        """False only when the message clearly states nothing to check; in doubt True."""
        return self.kind in OPEN

    def vi(self) -> str:
        """Return the kind in Vietnamese: "không thuộc diện kiểm chứng: lời chúc"."""
        return KINDS[self.kind].vi

    def en(self) -> str:
        """Return the kind in English."""
        return KINDS[self.kind].en
