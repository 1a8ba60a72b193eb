"""A holding line as a content, so that it goes out in every form that a fact-check has.

The safe action stands where the fact stands, first; the rumour is told once, as being checked.
"""

from dataclasses import dataclass
from datetime import datetime

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import one_line
from kiemtin.text.fold import fold


@dataclass(frozen=True)
class HoldingContent:
    """What is said while checking: `safe_action` to take now, `checking` what is being done, and
    when the next word comes; `published_at` and `next_update_at` are aware."""

    url: str
    slug: str
    desk_name: str
    claim: str
    safe_action: str
    checking: str
    published_at: datetime
    next_update_at: datetime
    place_name: str = ""
    language: str = "vi"

    def content(self) -> Content:
        """Return it as a content with the verdict "checking"; raises ContentRefused.

        What is being checked is left out where it only repeats the claim.
        """
        checking = one_line(self.checking)
        repeats = _letters(self.claim) in _letters(checking)
        return Content(
            url=self.url,
            slug=self.slug,
            desk_name=self.desk_name,
            claim=self.claim,
            verdict="checking",
            fact=self.safe_action,
            said=self.claim,
            why="" if repeats else checking,
            todo="",
            checked_at=self.published_at,
            place_name=self.place_name,
            language=self.language,
            next_update_at=self.next_update_at,
        )


def _letters(text: str) -> str:
    """Only what is read counts: points, quotes and marks make no other sentence."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())
