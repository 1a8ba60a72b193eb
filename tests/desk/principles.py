"""What must hold of the desk's records after every step, read from the database alone.

Every table is read whole, with plain SQL, once a step; the principles are then checked in memory,
in words of their own: nothing here asks the code under test.
"""

from collections import Counter
from datetime import date, datetime
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import Model

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.desk import clock
from kiemtin.desk.models import (
    Account,
    Approval,
    ConflictOfInterest,
    ContestedReview,
    Delivery,
    Draft,
    DraftAuthor,
    Evidence,
    FactCheck,
    HoldingLine,
    LogEntry,
    MatchRecord,
    Membership,
    Merge,
    Message,
    Objection,
    ObjectionNote,
    Remembered,
    ReplyAddress,
    Rumour,
    Sighting,
    Version,
)
from kiemtin.desk.models.content import CONTENT_FIELDS
from kiemtin.record.commitment import canonical_body, check_commitment
from kiemtin.text.places import gazetteer

Row = TypeVar("Row", bound=Model)
NEVER_CHANGED: tuple[type[Model], ...] = (
    Version,
    LogEntry,
    Approval,
    DraftAuthor,
    ConflictOfInterest,
    HoldingLine,
    ObjectionNote,
)
DONE_BY: tuple[tuple[type[Model], str], ...] = (
    (Approval, "account_id"),
    (DraftAuthor, "account_id"),
    (ConflictOfInterest, "account_id"),
    (Evidence, "added_by_id"),
    (HoldingLine, "published_by_id"),
    (MatchRecord, "by_id"),
    (Merge, "by_id"),
    (Remembered, "by_id"),
    (Objection, "answered_by_id"),
    (Objection, "held_by_id"),
    (ObjectionNote, "by_id"),
    (Rumour, "holder_id"),
    (ContestedReview, "closed_by_id"),
)
BEING_CHECKED = ("new", "checking")
SIGNED_AS = {"review": "reviewer", "sign_off": "spokesperson"}


class World:
    """Every row of the desk at one moment."""

    def __init__(self) -> None:
        self.rows: dict[type[Model], dict[int, Any]] = {}
        for model in apps.get_app_config("desk").get_models():
            read = model._default_manager.raw(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
            self.rows[model] = {row.pk: row for row in read}

    def all(self, model: type[Row], **wanted: Any) -> list[Row]:
        """The rows whose columns have these values, oldest first."""
        return [
            row
            for row in self.rows[model].values()
            if all(getattr(row, name) == value for name, value in wanted.items())
        ]

    def one(self, model: type[Row], pk: int) -> Row:
        """The row with this key."""
        row: Row = self.rows[model][pk]
        return row

    def values(self, *models: type[Model]) -> dict[tuple[str, int], dict[str, Any]]:
        """The columns of every row of these tables, or of all."""
        return {
            (model.__name__, pk): {name: vars(row)[name] for name in vars(row) if name[0] != "_"}
            for model in models or self.rows
            for pk, row in self.rows[model].items()
        }


class Watch:
    """Looks at everything after each step and remembers what may never change."""

    def __init__(self, stranger: Account) -> None:
        self.stranger = stranger
        self.world = World()
        self.kept: dict[tuple[str, int], dict[str, Any]] = {}

    def look(self, today: date) -> None:
        """Raise AssertionError when a principle does not hold."""
        before, self.world = self.world, World()
        world = self.world
        self._what_was_said_is_unchanged()
        for approval in _new(Approval, before, world):
            a_signature_may_stand(world, approval)
        for version in _new(Version, before, world):
            a_version_may_stand(world, version)
        for delivery in _new(Delivery, before, world):
            a_delivery_was_allowed(world, delivery, today)
        log_has_no_gap(world)
        versions_follow_each_other(world)
        objections_are_answered_in_public(world)
        what_is_closed_is_left_alone(world)
        clocks_follow_from_harm_and_spread(world)
        messages_stand_where_their_state_says(world)
        parts_make_up_what_was_sent(world)
        addresses_end_with_the_answer(world)
        for model, column in DONE_BY:
            assert not world.all(model, **{column: self.stranger.pk}), "done by a stranger"

    def nothing_changed(self) -> None:
        """Raise AssertionError when any row differs from the last look."""
        assert World().values() == self.world.values()

    def _what_was_said_is_unchanged(self) -> None:
        now = self.world.values(*NEVER_CHANGED)
        for key, row in self.kept.items():
            assert now.get(key) == row, f"{key} was changed"
        self.kept = now


def _new(model: type[Row], before: World, after: World) -> list[Row]:
    return [row for pk, row in after.rows[model].items() if pk not in before.rows[model]]


def a_signature_may_stand(world: World, approval: Approval) -> None:
    """By somebody with the role who wrote nothing of it and has no interest, under this text."""
    draft = world.one(Draft, approval.draft_id)
    rumour = world.one(Rumour, draft.rumour_id)
    signer = {"account_id": approval.account_id}
    role = SIGNED_AS[approval.kind]
    assert world.all(Membership, role=role, desk_id=rumour.desk_id, **signer)
    assert not world.all(DraftAuthor, draft_id=draft.pk, **signer)
    assert not world.all(ConflictOfInterest, rumour_id=rumour.pk, **signer)
    assert (approval.revision, approval.content_hash) == (draft.revision, draft.content_hash)


def a_version_may_stand(world: World, version: Version) -> None:
    """Two people, both signatures under exactly this text, evidence, a checkable claim."""
    draft = world.one(Draft, version.draft_id)
    rumour = world.one(Rumour, draft.rumour_id)
    authors = {row.account_id for row in world.all(DraftAuthor, draft_id=draft.pk)}
    signers = {"review": version.reviewer_id, "sign_off": version.spokesperson_id}
    assert version.author_id in authors
    assert not authors & set(signers.values())
    interested = {row.account_id for row in world.all(ConflictOfInterest, rumour_id=rumour.pk)}
    assert not interested & (authors | set(signers.values()))
    for kind, account in signers.items():
        signature = {"kind": kind, "account_id": account, "revision": draft.revision}
        under = {"draft_id": draft.pk, "content_hash": version.content_hash}
        assert world.all(Approval, **signature, **under)
        held = {"account_id": account, "role": SIGNED_AS[kind], "desk_id": rumour.desk_id}
        assert world.all(Membership, **held)
    text = {name: getattr(version, name) for name in CONTENT_FIELDS}
    text |= {"kind": version.kind, "evidence": version.evidence, "contacts": version.contacts}
    corrects = [row.pk for row in world.all(Objection, corrected_in_id=version.pk)]
    text |= {"corrects": corrects} if corrects else {}
    assert version.content_hash == content_hash(text if version.about else without_about(text))
    assert stands_on_evidence(version.evidence)
    whom_it_is_about_was_heard(version, rumour)
    assert version.kind != "update" or not owed(world, version.fact_check_id)
    assert (rumour.checkable, rumour.state) == (True, "published")
    assert not draft.is_open
    assert version.what_was_wrong or version.kind in ("first", "update")


def whom_it_is_about_was_heard(version: Version, rumour: Rumour) -> None:
    """An offer of a reply that was answered or whose time is over, or a stated exception."""
    if version.kind == "withdrawal" or version.about == "nobody":
        return
    assert version.about in ("body", "private")
    assert bool(version.about_body) == (version.about == "body")
    if version.not_asked:
        assert version.not_asked_why
        assert version.not_asked != "life_safety" or rumour.life_safety
        return
    purpose = {"body": "reply", "private": "private"}[version.about]
    offers = [one for one in version.contacts if one["purpose"] == purpose]
    assert offers
    for one in offers:
        over = datetime.fromisoformat(one["answer_by"]) <= version.published_at
        assert one["answer"] or over


def owed(world: World, fact_check: int) -> list[Objection]:
    """Errors that were admitted and are not corrected."""
    said = {"standing": "accepted", "corrected_in_id": None}
    return world.all(Objection, fact_check_id=fact_check, **said)


def objections_are_answered_in_public(world: World) -> None:
    """By somebody who did not write it when the answer is no; an admitted error has its day or its
    correction, and each of both is in the log.
    """
    logged = Counter((one.kind, one.said().get("objection")) for one in world.all(LogEntry))
    for one in world.all(Objection):
        draft = world.one(Version, one.version_id).draft_id
        wrote = {row.account_id for row in world.all(DraftAuthor, draft_id=draft)}
        notes = world.all(ObjectionNote, objection_id=one.pk)
        said = [note.outcome for note in notes if note.outcome]
        assert one.standing == (said[-1] if said else one.outcome)
        assert one.outcome != "refused" or one.answered_by_id not in wrote
        assert not any(note.outcome == "refused" and note.by_id in wrote for note in notes)
        assert one.held_back == "" or one.held_by_id not in wrote
        assert logged["objection_received", one.pk] == 1
        assert logged["error_corrected", one.pk] == int(one.corrected_in_id is not None)
        if one.standing == "accepted" and one.corrected_in_id is None:
            assert one.amend_by
            version = world.one(FactCheck, one.fact_check_id).current_id
            assert version is not None
            newest = world.one(Version, version)
            assert one.changed_at is not None
            assert newest.kind == "first" or newest.published_at <= one.changed_at


def without_about(text: dict[str, Any]) -> dict[str, Any]:
    """What was signed before it was asked whom a claim is about."""
    later = ("about", "about_body", "not_asked", "not_asked_why")
    return {name: value for name, value in text.items() if name not in later}


def stands_on_evidence(pieces: list[dict[str, Any]]) -> bool:
    """One primary source that does not speak of itself, or two of different origin; with copies."""
    kept = [piece for piece in pieces if piece["copy_sha256"]]
    if any(piece["kind"] == "primary" and not piece["self_statement"] for piece in kept):
        return True
    return len({" ".join(piece["origin"].lower().split()) for piece in kept}) >= 2


def a_delivery_was_allowed(world: World, delivery: Delivery, today: date) -> None:
    """The newest version, valid there and today, or the correction of what was told before."""
    version = world.one(Version, delivery.version_id)
    message = world.one(Message, delivery.message_id)
    fact_check = world.one(FactCheck, version.fact_check_id)
    sighting = world.all(Sighting, message_id=message.pk)[0]
    assert fact_check.current_id == version.pk
    assert sighting.rumour_id == fact_check.rumour_id
    assert holds_for(version, message.place, today) or told_before(world, delivery)
    again = world.all(Delivery, version_id=version.pk, message_id=message.pk)
    assert len(again) == 1
    if delivery.automatic:
        match = world.all(MatchRecord, message_id=message.pk, superseded_at=None)[0]
        assert (match.decision, match.rumour_id, match.by_id) == ("same", sighting.rumour_id, None)


def told_before(world: World, delivery: Delivery) -> bool:
    """An earlier version of the same fact-check went to the same asker, who did not refuse it."""
    fact_check = world.one(Version, delivery.version_id).fact_check_id
    return any(
        one.pk != delivery.pk
        and one.refused_at is None
        and world.one(Version, one.version_id).fact_check_id == fact_check
        for one in world.all(Delivery, message_id=delivery.message_id)
    )


def holds_for(version: Version, place: str, today: date) -> bool:
    """Not withdrawn, and it holds at the place ("" = not said) and on the day."""
    if version.kind == "withdrawal":
        return False
    if version.valid_from is not None and version.valid_from > today:
        return False
    if version.valid_until is not None and version.valid_until < today:
        return False
    if "" in (version.place, place) or version.place == place:
        return True
    return gazetteer().get(place).parent == version.place


def log_has_no_gap(world: World) -> None:
    """Numbers 0, 1, 2 …; each entry opens its commitment; one entry a version, by its hash."""
    entries = sorted(world.all(LogEntry), key=lambda entry: entry.number)
    assert [entry.number for entry in entries] == list(range(len(entries)))
    for entry in entries:
        salt, commitment = bytes(entry.salt or b""), bytes.fromhex(entry.commitment)
        check_commitment(commitment, salt, canonical_body(entry.said()))
    logged = {entry.pk: entry.said().get("content_hash") for entry in entries}
    versions = {row.log_entry_id: row.content_hash for row in world.all(Version)}
    answers = {entry.pk for entry in entries if entry.kind == "objection_answered"}
    assert versions == {pk: digest for pk, digest in logged.items() if digest and pk not in answers}
    said = [one.answer for one in world.all(Objection) if one.outcome]
    said += [one.text for one in world.all(ObjectionNote)]
    told = Counter(digest for pk, digest in logged.items() if digest and pk in answers)
    assert told == Counter(content_hash({"answer": words}) for words in said)


def versions_follow_each_other(world: World) -> None:
    """1, 2, 3 …, only the first one is the first, and the page shows the newest."""
    for fact_check in world.all(FactCheck):
        versions = world.all(Version, fact_check_id=fact_check.pk)
        assert [row.number for row in versions] == list(range(1, len(versions) + 1))
        assert [row.kind == "first" for row in versions] == [row.number == 1 for row in versions]
        assert fact_check.current_id == versions[-1].pk
        assert world.one(Rumour, fact_check.rumour_id).state == "published"


def what_is_closed_is_left_alone(world: World) -> None:
    """Not checkable: no harm, no clock, nobody holding it; nothing is being written on it."""
    for rumour in world.all(Rumour, state="not_checkable"):
        priority = (rumour.harm, rumour.due_at, rumour.holding_due_at, rumour.holder_id)
        assert (*priority, rumour.life_safety) == (None, None, None, None, False)
    for draft in world.all(Draft, is_open=True):
        rumour = world.one(Rumour, draft.rumour_id)
        assert rumour.checkable
        assert rumour.state in ("checking", "published")


def clocks_follow_from_harm_and_spread(world: World) -> None:
    """The deadline of every open rumour is that of its harm and its sightings as they are now."""
    spoken = {row.rumour_id for row in world.all(HoldingLine)}
    for rumour in world.all(Rumour):
        if rumour.state not in BEING_CHECKED:
            assert (rumour.due_at, rumour.holding_due_at) == (None, None)
            continue
        level = _level(world, rumour)
        assert (rumour.level, rumour.due_at) == (level, _due(rumour.opened_at, level))
        assert (rumour.holding_due_at is None) == (rumour.pk in spoken or level != "red")


def _level(world: World, rumour: Rumour) -> str:
    seen = world.all(Sighting, rumour_id=rumour.pk)
    askers = {sent_as(world, row.message_id) for row in seen}
    spread = clock.spread(len(askers), len({row.place for row in seen if row.place}))
    urgent = rumour.life_safety or (rumour.harm is None and rumour.suggested_urgent)
    harm = 1 if rumour.harm is None else rumour.harm
    return clock.level(harm, spread, life_safety=urgent)


def sent_as(world: World, message: int) -> int:
    """What was sent: several claims of one message are one asker."""
    return world.one(Message, message).part_of_id or message


def _due(opened: datetime, level: str) -> datetime:
    return opened + {str(one): time for one, time in clock.ANSWER.items()}[level]


def messages_stand_where_their_state_says(world: World) -> None:
    """A message counts for one standing rumour, or waits, or was closed; never two at once."""
    seen_in = {row.message_id: world.one(Rumour, row.rumour_id) for row in world.all(Sighting)}
    for message in world.all(Message):
        rumour = seen_in.get(message.pk)
        stands = rumour.state if rumour else "nowhere"
        assert stands in {
            "attached": (*BEING_CHECKED, "published"),
            "not_checkable": ("nowhere", "not_checkable"),
        }.get(message.state, ("nowhere",))
        assert bool(message.not_checkable) == (message.state == "not_checkable")


def parts_make_up_what_was_sent(world: World) -> None:
    """Parts stand in the text in order and apart; nothing of the sender hangs on one of them."""
    for whole in world.all(Message):
        parts = sorted(world.all(Message, part_of_id=whole.pk), key=lambda one: one.part_start or 0)
        assert (len(parts) > 1) == (whole.state == "divided")
        end = 0
        for part in parts:
            assert end <= (part.part_start or 0) < (part.part_end or 0)
            end = part.part_end or 0
            assert part.text == whole.text[part.part_start : end]
            assert (part.receipt, part.desk_id, part.place) == (None, whole.desk_id, whole.place)
            assert not world.all(ReplyAddress, message_id=part.pk)


def addresses_end_with_the_answer(world: World) -> None:
    """Nobody who has read an answer to all that was asked still has an address here."""
    read = {row.message_id for row in world.all(Delivery) if row.seen_at}
    for address in world.all(ReplyAddress):
        parts = {row.pk for row in world.all(Message, part_of_id=address.message_id)}
        assert not (parts or {address.message_id}) <= read
