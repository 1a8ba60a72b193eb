"""Tells the drill's stories through the real flow, each step on the day it happened."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from kiemtin.channels.shape import Inbound
from kiemtin.desk.demo import (
    accounts,
    checking,
    listening,
    pages,
    pictures,
    rating,
    reaching,
    shelves,
    stories,
)
from kiemtin.desk.demo.notes import archived_note
from kiemtin.desk.flow import (
    deliver,
    drafts,
    holding,
    investigate,
    keys,
    match,
    publish,
    receive,
    review,
    seal,
    triage,
)
from kiemtin.desk.models import Account, Desk, Draft, FactCheck, Message, Rumour
from kiemtin.desk.moment import at, now
from kiemtin.desk.words import (
    About,
    ApprovalKind,
    Asking,
    Claimant,
    EvidenceKind,
    MessageState,
    NotCheckable,
    Stance,
    Subject,
    VersionKind,
)

Progress = Callable[[int, int], None]
READING = timedelta(minutes=4)
WRITING = timedelta(minutes=20)
BETWEEN = timedelta(minutes=3)
ASKED_HOW = "diễn tập: kể lại từ lời họ đã nói công khai"


def load(progress: Progress = lambda done, total: None) -> list[accounts.DemoAccount]:
    """Load the drill into an empty database, once; returns the accounts to sign in with."""
    if not Desk.objects.exists():
        people = accounts.make()
        teller = Teller(people)
        teller.tell(progress)
        rating.rate_some()
        reaching.pass_on(teller.desk, people, teller.published())
        shelves.fill(teller.desk, teller.checker)
        pictures.send(teller.desk)
    return accounts.listed()


class Teller:
    """Plays messages, checks and publications in the order of their days."""

    def __init__(self, people: dict[str, Account]) -> None:
        self.desk = Desk.objects.get(parent=None)
        self.checker = people["checker@example.vn"]
        self.reviewer = people["reviewer@example.vn"]
        self.speaker = people["spokesperson@example.vn"]
        self.rumours: dict[str, Rumour] = {}
        self.start = timezone.now()
        self.told = {one["key"]: one for one in stories.rumours()}

    def tell(self, progress: Progress) -> None:
        """Everything, earliest first."""
        events = sorted(self._events(), key=lambda event: event[0])
        with at(events[0][0] - BETWEEN):
            keys.found_log()
        with reaching.silence():
            for done, (moment, happen) in enumerate(events, 1):
                with at(moment):
                    happen()
                    deliver.run_due()
                progress(done, len(events))
        seal.catch_up()

    def published(self) -> dict[str, reaching.Story]:
        """What stands of each story that was published, with the story."""
        rows = FactCheck.objects.select_related("current__fact_check__desk")
        stands = {one.rumour_id: one.current for one in rows}
        return {
            key: (version, self.told[key])
            for key, rumour in self.rumours.items()
            if (version := stands.get(rumour.pk)) is not None
        }

    def _events(self) -> list[tuple[datetime, Callable[[], None]]]:
        events: list[tuple[datetime, Callable[[], None]]] = []
        unsettled = 0
        for told in stories.messages():
            moment = datetime.fromisoformat(told["received"])
            if told["rumour"] is None:  # what waits at the desk came in today, not years ago
                unsettled += 1
                moment = self.start - unsettled * BETWEEN
            events.append((moment, partial(self.message, told, moment)))
        for told in self.told.values():
            if told["published"]:
                moment = datetime.fromisoformat(told["published"])
                events.append((moment, partial(self.check, told, moment)))
            if told["amendment"]:
                change = told["amendment"]
                moment = datetime.fromisoformat(change["published"])
                events.append((moment, partial(self.amend, told)))
        events += [self._objection(said) for said in listening.TOLD]
        events += [
            (self.start, partial(self.leave_open, told))
            for told in self.told.values()
            if told["state"] != "published"
        ]
        return events

    def _objection(self, said: listening.Said) -> tuple[datetime, Callable[[], None]]:
        published = datetime.fromisoformat(self.told[said.story]["published"])
        moment = listening.moment_of(said, published, self.start)
        return moment, partial(self.objection, said)

    def objection(self, said: listening.Said) -> None:
        """A reader objects; most are answered."""
        rumour = self.rumours[said.story]
        brought = listening.say(said, FactCheck.objects.get(rumour=rumour))
        if said.answer:
            listening.answer(said, brought, self.checker, self.reviewer)

    def message(self, told: dict[str, Any], moment: datetime) -> None:
        """Somebody asks; what the machine leaves open the checker decides, most of the time."""
        story = self.told.get(told["rumour"] or "")
        if story and story["state"] == "checking":
            moment = _recently(moment, story)
        inbound = Inbound(
            channel=told["channel"],
            external_id=f"demo:{told['key']}",
            text=told["text"],
            received_at=moment,
            place=told["place"],
            heard_via=told["heard_via"],
            wants_answer=told["wants_answer"],
        )
        with at(moment):
            message = receive.receive(inbound, self.desk).message
            match.match_message(message)
            if story:
                self._settle(message, story)

    def _settle(self, message: Message, story: dict[str, Any]) -> None:
        """Lead the message to its own rumour: the first one opens it, later ones join."""
        message.refresh_from_db()
        if message.state == MessageState.DIVIDED:  # each of its claims has gone its own way
            return
        sighting = getattr(message, "sighting", None)
        known = self.rumours.get(story["key"])
        if known is None:
            taken = {one.pk for one in self.rumours.values()}
            if sighting is None or sighting.rumour_id in taken:
                self.rumours[story["key"]] = triage.open_rumour(self.checker, message)
            else:
                self.rumours[story["key"]] = sighting.rumour
            self._assess(story)
        elif sighting is None or sighting.rumour_id != known.pk:
            triage.attach(self.checker, message, known)

    def _assess(self, story: dict[str, Any]) -> None:
        rumour = self.rumours[story["key"]]
        if story["state"] == "not_checkable":
            return
        found = triage.Assessment(
            claim=story["claim"],
            subject=Subject(story["subject"]),
            harm=story["harm"],
            life_safety=story["life_safety"],
            place=story["place"] or "",
            claimant=Claimant(story["claimant"]),
        )
        rumour.refresh_from_db()
        self.rumours[story["key"]] = triage.assess(
            self.checker, rumour, found, based_on=rumour.revision
        )

    def check(self, story: dict[str, Any], moment: datetime) -> None:
        """Evidence, draft, review, sign-off, publication."""
        with at(moment - WRITING):
            rumour = self._known(story)
            self._evidence(rumour, story)
            self._offer(rumour, story)
            draft = drafts.begin(self.checker, rumour, _content(story), VersionKind.FIRST)
        self._publish(draft, moment)

    def _known(self, story: dict[str, Any]) -> Rumour:
        if story["key"] not in self.rumours:
            rumour = triage.notice(self.checker, self.desk, story["claim"], story["place"] or "")
            self.rumours[story["key"]] = rumour
            self._assess(story)
        rumour = self.rumours[story["key"]]
        rumour.refresh_from_db()
        return rumour

    def _evidence(self, rumour: Rumour, story: dict[str, Any]) -> None:
        for piece in story["evidence"]:
            source = investigate.Source(
                kind=EvidenceKind(piece["kind"]),
                stance=Stance(piece["stance"]),
                source=piece["source"],
                title=piece["title"],
                origin=piece["independent_group"],
                self_statement=piece["self_statement"],
                quote=piece["quote"],
                url=piece["url"],
                dated=date.fromisoformat(piece["day"]) if piece["day"] else None,
            )
            note = archived_note(piece)
            investigate.add_evidence(self.checker, rumour, source, note, "ghi-chu.txt")
        pages.keep(story["key"], rumour, self.checker)
        pictures.keep(story["key"], rumour, self.checker)
        checking.check(story["key"], rumour, self.checker)

    def _offer(self, rumour: Rumour, story: dict[str, Any]) -> None:
        """Whom the claim is about is offered a reply, told here from what they said in public."""
        about = story["about"]
        if about["answer"]:
            private = about["who"] == About.PRIVATE
            contact = investigate.Contact(
                body=about["name"],
                how=ASKED_HOW,
                asked_at=now(),
                answer=about["answer"],
                answered_at=now(),
                purpose=Asking.PRIVATE if private else Asking.REPLY,
            )
            investigate.record_contact(self.checker, rumour, contact)

    def _publish(self, draft: Draft, moment: datetime) -> None:
        draft.refresh_from_db()
        with at(moment - READING):
            review.submit(self.checker, draft)
            review.approve(self.reviewer, draft, ApprovalKind.REVIEW, draft.content_hash)
            review.approve(self.speaker, draft, ApprovalKind.SIGN_OFF, draft.content_hash)
        with at(moment):
            publish.publish(self.speaker, draft)

    def amend(self, story: dict[str, Any]) -> None:
        """The desk corrects an error of its own."""
        change = story["amendment"]
        moment = datetime.fromisoformat(change["published"])
        rumour = self.rumours[story["key"]]
        fact_check = FactCheck.objects.get(rumour=rumour)
        with at(moment - WRITING):
            draft = drafts.amend(self.checker, fact_check, VersionKind.AMENDMENT)
            content = draft.content() | _changes(change, story)
            draft = drafts.save(self.checker, draft, content, based_on=draft.revision)
        self._publish(draft, moment)

    def leave_open(self, story: dict[str, Any]) -> None:
        """What is still being checked when the drill begins, or was found not checkable."""
        rumour = self._known(story)
        if story["state"] == "not_checkable":
            why = NotCheckable(story["not_checkable"])
            triage.rumour_not_checkable(self.checker, rumour, why)
            return
        self._evidence(rumour, story)
        line = story["holding"]
        if line:
            moment = timezone.now()
            with at(moment - timedelta(minutes=line["age_minutes"])):
                holding.publish_holding_line(
                    self.speaker,
                    rumour,
                    safe_action=line["safe_action"],
                    checking=line["checking"],
                    next_update_at=moment + timedelta(minutes=line["next_update_in_minutes"]),
                )


def _recently(moment: datetime, story: dict[str, Any]) -> datetime:
    """A message about something still open came a while before the drill began."""
    line = story["holding"]
    published = datetime.fromisoformat(line["published"]) if line else moment
    shift = timezone.now() - timedelta(minutes=10) - published
    return min(moment + shift, timezone.now() - timedelta(minutes=1))


def _english(story: dict[str, Any]) -> str:
    return "\n".join(story[f"{name}_en"] for name in ("fact", "why", "todo"))


def _content(story: dict[str, Any]) -> dict[str, Any]:
    days = {
        name: date.fromisoformat(story[name]) if story[name] else None
        for name in ("valid_from", "valid_until")
    }
    texts = {name: story[name] for name in ("claim", "verdict", "fact", "said", "why", "todo")}
    about = story["about"]
    concerned = {"about": about["who"], "about_body": about["name"]}
    concerned |= {"not_asked": about["not_asked"], "not_asked_why": about["why"]}
    return (
        texts
        | days
        | concerned
        | {"place": story["place"] or "", "english": _english(story), "subject": story["subject"]}
    )


def _changes(change: dict[str, Any], story: dict[str, Any]) -> dict[str, Any]:
    changed = change["changed"]
    vietnamese = {name: text for name, text in changed.items() if not name.endswith("_en")}
    return vietnamese | {
        "what_was_wrong": change["what_was_wrong"],
        "english": _english(story | changed),
    }
