"""What a message or a rumour seems to be, in the reader's words; computed anew, kept nowhere."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kiemtin.desk.flow import by_picture, checkable
from kiemtin.desk.models import Message, Rumour
from kiemtin.desk.words import NotCheckable, RumourState
from kiemtin.text.checkable import Suggestion

WHY = {
    "opinion": NotCheckable.OPINION,
    "wish": NotCheckable.WISH,
    "prediction": NotCheckable.PREDICTION,
    "belief": NotCheckable.BELIEF,
    "satire": NotCheckable.SATIRE,
}
"""The reasons that are preselected; criticism, complaint and politics only a person ever names."""


@dataclass(frozen=True)
class Seeming:
    """A suggestion in words; `why` is the reason for giving no verdict that goes with it, or ""
    where the text may be checkable or there is simply nothing in it to check.
    """

    said: str
    reasons: tuple[str, ...]
    checkable: bool
    why: str

    @property
    def nothing(self) -> bool:
        """True when there is nothing to check: a greeting, thanks, a private matter, a question."""
        return not self.checkable and not self.why


def of_message(message: Message) -> Seeming:
    """What a message seems to be; of one that asks by its picture, empty words say nothing."""
    found = _in_words(checkable.of_message(message))
    if found.nothing and by_picture.is_left(message):
        return Seeming(_("điều được hỏi nằm trong ảnh, hãy xem ảnh"), (), checkable=True, why="")
    return found


def of_rumour(rumour: Rumour) -> Seeming | None:
    """What a rumour seems to be that nobody has assessed yet; None for all others."""
    return _in_words(checkable.of_rumour(rumour)) if rumour.state == RumourState.NEW else None


def _in_words(found: Suggestion) -> Seeming:
    english = (get_language() or "vi").startswith("en")
    return Seeming(
        found.en() if english else found.vi(),
        tuple(one.en() if english else one.vi() for one in found.reasons),
        found.checkable,
        WHY.get(found.kind, ""),
    )
