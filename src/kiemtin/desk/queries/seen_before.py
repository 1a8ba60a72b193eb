"""Where a picture was seen before: in what people sent and in the desk's evidence; suggestions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from kiemtin.desk.flow import index, match, prints
from kiemtin.desk.models import Desk, Evidence, Message, Print, Reading, Rumour
from kiemtin.desk.moment import today
from kiemtin.desk.queries.inbox import Suggestion
from kiemtin.desk.reasons import in_words
from kiemtin.desk.words_evidence import ReadingState
from kiemtin.matching.types import Query
from kiemtin.media.forensics import Hint, caption_differs
from kiemtin.refusal import Say

MOST = 12
TEXT = 2_000
"""Characters of a picture's text that are compared with known claims."""


@dataclass(frozen=True)
class Seen:
    """One place where a picture that is alike stands: with a message or as evidence. `caption` is
    the hint that something else was told with it there.

    `rumour` is what either belongs to; `score` the share that agrees, 0 to 1; `at` the second of a
    video or the page of a document.
    """

    reading: Reading
    score: float
    reasons: tuple[Say, ...]
    at: float | None
    caption: Hint | None = None

    @property
    def message(self) -> Message | None:
        """The message that brought it."""
        picture = self.reading.picture
        return picture.message if picture else None

    @property
    def evidence(self) -> Evidence | None:
        """The evidence whose copy shows it."""
        return self.reading.evidence

    @property
    def rumour(self) -> Rumour | None:
        """What it was about there."""
        if self.evidence:
            return self.evidence.rumour
        sighting = getattr(self.message, "sighting", None) if self.message else None
        return sighting.rumour if sighting else None

    @property
    def percent(self) -> int:
        """How much of the detail agrees, in whole percent."""
        return round(self.score * 100)


def of_reading(reading: Reading, desks: Collection[Desk]) -> list[Seen]:
    """Other places of the desks where this file's pictures were seen, each once, best first."""
    best: dict[int, Seen] = {}
    for one in reading.prints.exclude(method__contains="@")[:MOST]:
        for seen in _alike(one, reading, desks):
            known = best.get(seen.reading.pk)
            if known is None or seen.score > known.score:
                best[seen.reading.pk] = seen
    return sorted(best.values(), key=lambda seen: -seen.score)[:MOST]


def _alike(one: Print, own: Reading, desks: Collection[Desk]) -> Iterator[Seen]:
    mine = {desk.pk for desk in desks}
    for hit in prints.search(one):
        reading = hit.found.reading
        seen = Seen(reading, hit.score, hit.reasons, hit.found.at)
        where = seen.message or (seen.evidence.rumour if seen.evidence else None)
        if reading.pk != own.pk and where is not None and where.desk_id in mine:
            yield seen


def of_message(message: Message, desks: Collection[Desk]) -> list[Seen]:
    """Where the pictures of what was sent were seen before."""
    found: dict[int, Seen] = {}
    for reading in readings(message):
        for seen in of_reading(reading, desks):
            if seen.message is None or seen.message.whole.pk != message.whole.pk:
                found.setdefault(seen.reading.pk, _told_with(message.whole.text, seen))
    return sorted(found.values(), key=lambda seen: -seen.score)[:MOST]


def _told_with(text: str, seen: Seen) -> Seen:
    there = seen.message.whole.text if seen.message else seen.rumour.claim if seen.rumour else ""
    return replace(seen, caption=caption_differs(text, there, today=today()))


def readings(message: Message) -> list[Reading]:
    """What was read in the pictures of what was sent, in their order."""
    rows = Reading.objects.filter(picture__message=message.whole).select_related("picture")
    return list(rows.order_by("picture"))


def said_in(reading: Reading, place: str = "") -> list[Suggestion]:
    """Known claims that the text in a picture may repeat, best first; nobody is answered by it."""
    if reading.state != ReadingState.READ or not reading.text.strip():
        return []
    query = Query(reading.text[:TEXT], today(), place or None)
    found = index.library().refresh().match(query)
    listed = [one for one in found.candidates if one.probability >= 0.1]
    known = Rumour.objects.exclude(state__in=["merged", "not_checkable"]).in_bulk(
        [int(one.id) for one in listed]
    )
    return [
        Suggestion(
            known[int(one.id)],
            one.probability,
            in_words([match.reason_json(why) for why in one.reasons]),
        )
        for one in listed
        if int(one.id) in known
    ]
