"""Remembered: what a person decided of a wording holds for the next one who says the same.

The latest judgement of a person wins over the machine's. Above both stands whether a published
answer holds there and that day and contradicts no detail: else a person looks again. Of the
message only the keyed fingerprint of its words is kept, and nothing of who sent it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiemtin.desk import wording
from kiemtin.desk.flow import answer, by_picture, index
from kiemtin.desk.models import MatchRecord, Merge, Message, Remembered, Rumour
from kiemtin.desk.moment import now, today
from kiemtin.desk.wording import fingerprint
from kiemtin.desk.words import RumourState
from kiemtin.matching.compare import compare
from kiemtin.matching.reading import read_query
from kiemtin.matching.several import Part, as_one
from kiemtin.matching.types import Candidate, Comparison, Decision, Match, Query, Reason


@dataclass(frozen=True)
class Standing:
    """What holds of a wording: the rumour it belongs to, those it does not (as the index names
    them), and those that an asker, but no person of the desk, said it does not.
    """

    together: Rumour | None
    apart: frozenset[str]
    refused: frozenset[str]


# What is kept


def together(record: MatchRecord, rumour: Rumour, left: Iterable[Rumour] = ()) -> None:
    """A person said with `record` that its message belongs to the rumour, and not to what it
    `left` for it.
    """
    for one in left:
        if one.pk != rumour.pk:
            apart(record, one)
    _keep(record, rumour, together=True)


def apart(record: MatchRecord, rumour: Rumour) -> None:
    """A person, or the asker, said with `record` that its message is not about the rumour."""
    _keep(record, rumour, together=False)


def _keep(record: MatchRecord, rumour: Rumour, *, together: bool) -> None:
    if record.message.text == by_picture.NO_WORDS:
        return
    Remembered.objects.create(
        wording=fingerprint(wording.asked(record.message)),
        rumour=rumour,
        together=together,
        by=record.by,
        match=record,
        made_at=now(),
    )


def merged(merge: Merge, messages: Sequence[Message]) -> None:
    """A person said that everything these messages say belongs to the rumour they went into."""
    said = [one for one in messages if one.text != by_picture.NO_WORDS]
    wordings = dict.fromkeys(fingerprint(wording.asked(one)) for one in said)
    rows = [
        Remembered(
            wording=one,
            rumour=merge.into,
            together=True,
            by=merge.by,
            merge=merge,
            made_at=merge.made_at,
        )
        for one in wordings
    ]
    Remembered.objects.bulk_create(rows, batch_size=500)


def take_back(message: Message) -> None:
    """What people remembered from this message counts no longer: they took the decision back."""
    mine = Remembered.objects.filter(match__message=message, undone_at=None)
    mine.exclude(by=None).update(undone_at=now())


def take_back_one(record: MatchRecord) -> None:
    """What was remembered with this one decision counts no longer."""
    record.remembered.filter(undone_at=None).update(undone_at=now())


def take_back_merge(merge: Merge) -> None:
    """What the merge had put together counts no longer."""
    merge.remembered.filter(undone_at=None).update(undone_at=now())


# What it changes


def overrule(message: Message, found: Match) -> Match:
    """The judgement of the message when people's earlier decisions have been heard."""
    return judged(wording.asked(message), found, sure=not _was_refused(message))


def judged(asked: Query, found: Match, *, sure: bool = True) -> Match:
    """The same for a text that is kept nowhere; when it is not `sure`, a person decides."""
    said = standing(asked)
    if said is None:
        return found
    found = _without(asked, found, said.apart)
    if said.together is not None:
        return _together(asked, found, said.together, sure=sure)
    if found.decision == "same" and found.id in said.refused:
        return _asks(found, Reason("remembered_refused"))
    return found


def _was_refused(message: Message) -> bool:
    """True of a part of what the asker said was answered wrongly: it waits for a person."""
    if message.part_of_id is None:
        return False
    return MatchRecord.objects.filter(message=message.part_of_id, by_asker=True).exists()


def whole(message: Message, found: list[Part]) -> list[Part]:
    """The claims of a message; one, when a person has said that its whole wording belongs to one
    rumour.
    """
    if len(found) == 1:
        return found
    said = standing(wording.asked(message))
    if said is None or said.together is None:
        return found
    return [Part((0, len(message.text)), as_one(found))]


def standing(asked: Query) -> Standing | None:
    """What holds of the wording; None when nobody has judged it."""
    related = Remembered.objects.select_related("rumour__fact_check__current")
    rows = list(related.filter(wording=fingerprint(asked), undone_at=None).order_by("id"))
    if not rows:
        return None
    belongs: Rumour | None = None
    apart: dict[int, set[str]] = {}
    for row in (row for row in rows if row.by_id is not None):
        rumour = stands_for(row.rumour)
        apart.pop(rumour.pk, None)
        if row.together:
            belongs = rumour
        else:
            apart[rumour.pk] = {str(rumour.pk), str(row.rumour_id)}
            belongs = None if belongs and belongs.pk == rumour.pk else belongs
    refused = {str(stands_for(row.rumour).pk) for row in rows if row.by_id is None}
    return Standing(belongs, frozenset().union(*apart.values()), frozenset(refused))


def stands_for(rumour: Rumour) -> Rumour:
    """The rumour that stands for this one now, however often it was merged."""
    while rumour.merged_into is not None:
        rumour = rumour.merged_into
    return rumour


def _without(asked: Query, found: Match, apart: frozenset[str]) -> Match:
    """The match as if the rumours that are `apart` were not known."""
    if found.id not in apart:
        kept = tuple(one for one in found.candidates if one.id not in apart)
        return replace(found, candidates=kept)
    matcher = index.library().refresh()
    reading = read_query(asked)
    looked = [one for one in matcher.look(asked, reading) if one.entry.id not in apart]
    again = matcher.decide(reading, looked, matcher.features(reading, looked))
    if any(reason.code == "several_claims" for reason in found.reasons):
        again = _asks(again)
    return replace(again, reasons=(Reason("remembered_apart"), *again.reasons))


def _asks(found: Match, *reasons: Reason) -> Match:
    """The match, for a person to decide when the machine would have."""
    decision: Decision = "maybe" if found.decision == "same" else found.decision
    return replace(found, decision=decision, reasons=(*reasons, *found.reasons))


def _together(asked: Query, found: Match, rumour: Rumour, *, sure: bool) -> Match:
    if rumour.state == RumourState.NOT_CHECKABLE:
        return _asks(found, Reason("remembered_closed"))
    compared = compare(asked, index.entry(rumour))
    against = _against(asked, rumour, compared)
    key = str(rumour.pk)
    known = [one for one in found.candidates if one.id == key]
    mine = known[0] if known else Candidate(key, 0.0, 0.0, compared.conflicts, compared)
    others = tuple(one for one in found.candidates if one.id != key)
    return Match(
        "same" if sure and not against else "maybe",
        key,
        mine.probability,
        (Reason("remembered_together"), *against),
        (mine, *others),
    )


def _against(asked: Query, rumour: Rumour, compared: Comparison) -> tuple[Reason, ...]:
    """Why the published answer must not be given to this message, whatever a person had said of
    its words; an open rumour answers nobody yet.
    """
    fact_check = getattr(rumour, "fact_check", None)
    version = fact_check.current if fact_check else None
    if version is None:
        return ()
    if not compared.conflicts and not answer.valid_for(version, asked.place or "", today()):
        return (Reason("remembered_closed"),)
    return compared.conflicts
