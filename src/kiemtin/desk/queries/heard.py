"""Whom a text is about, whether they were offered a reply, and what everyone said who was asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiemtin.desk.models.content import Content
from kiemtin.desk.words import About, Asking, NotAsked


@dataclass(frozen=True)
class Asked:
    """Somebody who was asked, and what had come back when the text was signed.

    `offered`: a reply was offered to whom the claim is about; `body` "" is a private person.
    """

    body: str
    asked_at: datetime
    answer: str
    how: str = ""
    offered: bool = False
    answer_by: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Heard:
    """What a page says about the right of reply; all "" where the text is older than the rule."""

    about: str
    body: str
    not_asked: str
    why: str
    asked: tuple[Asked, ...]

    @property
    def offers(self) -> list[Asked]:
        """The replies that were offered to whom the claim is about."""
        return [one for one in self.asked if one.offered]

    @property
    def others(self) -> list[Asked]:
        """Who else was asked, to find out what is true."""
        return [one for one in self.asked if not one.offered]

    @property
    def says(self) -> bool:
        """True when there is anything to show."""
        return bool(self.about in (About.BODY, About.PRIVATE) or self.asked)


def heard(text: Content, contacts: Iterable[Mapping[str, Any]]) -> Heard:
    """The right of reply of a text; `contacts` as `drafts.contacts_shown` gives them."""
    return Heard(
        about=text.about,
        body=text.about_body,
        not_asked=str(NotAsked(text.not_asked).label) if text.not_asked else "",
        why=text.not_asked_why,
        asked=tuple(_asked(one) for one in contacts),
    )


def _asked(kept: Mapping[str, Any]) -> Asked:
    """Versions of before keep neither purpose nor how."""
    return Asked(
        body=kept["body"],
        asked_at=datetime.fromisoformat(kept["asked_at"]),
        answer=kept["answer"],
        how=kept.get("how", ""),
        offered=kept.get("purpose", Asking.CHECK) != Asking.CHECK,
        answer_by=_moment(kept.get("answer_by")),
        answered_at=_moment(kept.get("answered_at")),
    )


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None
