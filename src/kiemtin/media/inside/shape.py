"""The one shape of what a file says, and of what one reader adds to it."""

from dataclasses import dataclass, field

from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.labels import LABELS
from kiemtin.refusal import Say

MAX_TEXT = 1_000_000
"""Characters of text that are kept: 500 closely written pages."""

MAX_VALUE = 500
"""Characters of one fact."""


@dataclass(frozen=True)
class Fact:
    """One thing that the file says about itself: a code of LABELS and a value as it is shown.

    Raises KeyError for a code without a label. Whoever wrote the file could write any value.
    """

    code: str
    value: str

    def __post_init__(self) -> None:
        LABELS[self.code]

    @property
    def label(self) -> Say:
        """What the value is, in both languages."""
        return LABELS[self.code].say

    @property
    def limit(self) -> Say | None:
        """What the value does not prove, in both languages."""
        return LABELS[self.code].limit

    @property
    def personal(self) -> bool:
        """Whether it may name a person or a place where one was: for the checker's eyes only."""
        return LABELS[self.code].personal


@dataclass(frozen=True)
class Print:
    """A fingerprint by which the same picture, frame or sound is found again.

    `kind` is picture, frame, page or sound; `method` names how it was made; `value` is hexadecimal;
    `at` the second in the recording or the number of the page (from 1), None for a whole file.
    """

    kind: str
    method: str
    value: str
    at: float | None = None


@dataclass(frozen=True)
class Origin:
    """A C2PA statement of origin inside the file.

    `intact`: the signature fits and the file was not changed after it. `trusted`: the signer is on
    a list of trust (none is configured, so always False). `issuer` as the certificate says it;
    `signed_at` only when a time stamp was signed with it; `actions` in the order of the statement,
    by their C2PA names; `machine_made`: it says itself that a model made the content or a part;
    `failures` C2PA's codes of what did not fit.
    """

    intact: bool
    trusted: bool
    issuer: str
    generator: str
    title: str = ""
    signed_at: str = ""
    actions: tuple[str, ...] = ()
    machine_made: bool = False
    failures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What one reader adds; what it does not know stays empty."""

    text: str = field(default="", repr=False)
    pages: int | None = None
    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    facts: tuple[Fact, ...] = ()
    origin: Origin | None = None
    warnings: tuple[Hint, ...] = ()
    prints: tuple[Print, ...] = ()


@dataclass(frozen=True)
class Inside:
    """What a file says. `kind` is one of `kiemtin.media.document.TYPES`; `size` in bytes; `width`
    and `height` in pixels; `seconds` of sound or video; `pages` of a document; `text` at most
    MAX_TEXT characters."""

    kind: str
    content_type: str
    sha256: str
    size: int
    text: str = field(default="", repr=False)
    pages: int | None = None
    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    facts: tuple[Fact, ...] = ()
    origin: Origin | None = None
    warnings: tuple[Hint, ...] = ()
    prints: tuple[Print, ...] = ()
