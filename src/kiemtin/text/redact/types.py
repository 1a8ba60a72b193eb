"""What redaction gives: the text that may be stored, and where something was taken out."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

Kind = Literal[
    "phone",
    "email",
    "bank_account",
    "id_number",
    "profile_link",
    "account_name",
    "person_name",
    "location",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

# Each marker holds a letter that only Vietnamese has, so that no marker is ever taken for text in
# an old font encoding.
MARKERS: Final[dict[Kind, str]] = {
    "phone": "[số điện thoại]",
    "email": "[địa chỉ email]",
    "bank_account": "[số tài khoản]",
    "id_number": "[số giấy tờ]",
    "profile_link": "[liên kết cá nhân]",
    "account_name": "[tên tài khoản]",
    "person_name": "[tên người]",
    "location": "[vị trí]",
}


class Span(NamedTuple):
    """Characters `start` up to `end` of a page; `kind` None means that they must stay."""

    kind: Kind | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Removed:
    """One place where something was taken out; it never carries the value.

    `start` and `end` count characters of the redacted text: they frame the marker.
    """

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Redaction:
    """The canonical text with markers, and each marker that this redaction put there, in order."""

    text: str
    removed: tuple[Removed, ...]
