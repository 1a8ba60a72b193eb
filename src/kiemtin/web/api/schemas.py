"""What the API says and takes; the field names are those of the desk's records."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field


class Place(Schema):
    """Where a fact-check holds; an empty code is the whole country."""

    code: str
    name: str


class FactCheckRow(Schema):
    """One line of the list: the current version in short."""

    slug: str
    url: str
    verdict: str
    claim: str
    fact: str
    todo: str
    subject: str
    place: Place
    valid_from: date | None
    valid_until: date | None
    version: int
    kind: str
    published_at: datetime
    first_published_at: datetime
    desk: str


class VersionRow(Schema):
    """One version in the history of a fact-check."""

    number: int
    kind: str
    verdict: str
    published_at: datetime
    what_was_wrong: str
    content_hash: str
    log_entry: int


class Evidence(Schema):
    """One piece of evidence as published; `copy_sha256` names the archived copy."""

    kind: str
    stance: str
    source: str
    title: str
    origin: str
    self_statement: bool
    quote: str
    url: str
    dated: date | None
    copy_sha256: str


class Asked(Schema):
    """Somebody who was asked. `offered`: whom the claim is about was offered a reply, until
    `answer_by`; an empty `body` is a private person, who is never named.
    """

    body: str
    how: str
    offered: bool
    asked_at: datetime
    answer_by: datetime | None
    answered_at: datetime | None
    answer: str


class Note(Schema):
    """What the desk added to its answer; `outcome`, when not "", is what it says from then on."""

    text: str
    outcome: str
    by: str
    made_at: datetime


class Objection(Schema):
    """What somebody objected to `version`, and what came of it; only those that are answered.

    `state` is refused, correcting (due by `correction_due`) or corrected (in version
    `corrected_in`). `held_back` says why the words are not shown: then `text` and `link` are "".
    """

    kind: str
    version: int
    received_at: datetime
    text: str
    link: str
    with_file: bool
    held_back: str
    outcome: str
    answer: str
    answered_by: str
    answered_at: datetime
    in_time: bool
    notes: Sequence[Note]
    state: str
    correction_due: date | None
    corrected_in: int | None


class FactCheck(FactCheckRow):
    """Everything that the page shows of the current version; `bulletin` is the address with its
    signed code, null while the desk has no key.
    """

    said: str
    why: str
    english: str
    what_was_wrong: str
    reviewer: str
    spokesperson: str
    bulletin: str | None
    about: str = Field(description="body, private, nobody; empty in what is older than the rule.")
    about_body: str
    not_asked: str = Field(description="Why no reply was offered: life_safety, endangers, empty.")
    not_asked_why: str
    asked: Sequence[Asked]
    objections: Sequence[Objection]
    evidence: Sequence[Evidence]
    versions: Sequence[VersionRow]


class FactCheckList(Schema):
    """One page of the list, newest first."""

    items: Sequence[FactCheckRow]
    total: int
    page: int
    pages: int


class CheckIn(Schema):
    """A text as it was heard; it is compared and kept nowhere."""

    text: str = Field(max_length=100_000)
    place: str = Field("", max_length=5, description="A place code of 2 or 5 digits.")


class Why(Schema):
    """A reason: a stable code, its parameters, and the sentence in both languages."""

    code: str
    params: dict[str, str]
    vi: str
    en: str


class Detail(Schema):
    """A detail of the text beside one of the claim; null where one side does not say it."""

    kind: str
    query_value: str | None
    entry_value: str | None
    verdict: Literal["agree", "conflict", "absent"]


class Found(Schema):
    """A fact-check that the text may repeat, with the reasons for saying so."""

    fact_check: FactCheckRow
    probability: float
    reasons: Sequence[Why]
    details: Sequence[Detail]


class HoldingLine(Schema):
    """What to do while the desk is checking; it ends at `expires_at`."""

    safe_action: str
    checking: str
    place: Place
    published_at: datetime
    next_update_at: datetime
    expires_at: datetime


class Known(Schema):
    """same: the first of `found` answers the text. maybe: a person should look. new: not known."""

    decision: Literal["same", "maybe", "new"]
    found: Sequence[Found]
    holding_line: HoldingLine | None
    being_checked: bool


class ClaimOut(Known):
    """One claim of a text with several: its words and what is known of it."""

    text: str


class CheckOut(Known):
    """What is known of the text; `claims` has each of several, none when there is one."""

    claims: Sequence[ClaimOut]


class Problem(Schema):
    """What was expected, what came, what to do next, in both languages."""

    code: str
    vi: str
    en: str
    params: dict[str, Any]
