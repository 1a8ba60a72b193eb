"""Every step by which a person of the desk changes something, ready to be taken: who takes it, and
the call.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pkgutil import iter_modules

from kiemtin.desk import flow
from kiemtin.desk.flow import (
    answer,
    broadcasting,
    capturing,
    checking,
    communicators,
    divide,
    drafts,
    erase,
    hearing,
    holding,
    hours,
    importing,
    investigate,
    judge,
    library,
    listen,
    looking_again,
    match,
    people,
    publish,
    reminding,
    resend,
    respond,
    review,
    split,
    suggested,
    translating,
    triage,
)
from kiemtin.desk.models import (
    Account,
    Article,
    Broadcast,
    Capture,
    CheckList,
    Communicator,
    ContestedReview,
    Desk,
    Evidence,
    FactCheck,
    Message,
    Objection,
    Report,
    Rumour,
    Sending,
    Source,
    Translation,
    Version,
)
from kiemtin.desk.moment import now
from kiemtin.desk.words import (
    ApprovalKind,
    HeldBack,
    NotCheckable,
    ObjectionOutcome,
    Role,
    RumourState,
    VersionKind,
)
from kiemtin.desk.words_evidence import CaptureState, CheckKind, SourceKind, SourceShape, StepState
from kiemtin.desk.words_reach import Done, Language, Priority, Script, SendingKind, SendingState
from kiemtin.text.sentences import clauses
from tests.desk import steps
from tests.support import spread as reach
from tests.support.people import account
from tests.support.recorded import recorded

Call = Callable[[Account], object]
TWO = "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ? Còn mai học sinh cả tỉnh được nghỉ học à, hay bịa"
OTHER = "Mai học sinh cả tỉnh được nghỉ học phải không"
READS = {"judge.barred", "listen.barred", "review.barred"}
"""Take an actor and change nothing."""
BY_ROW = {"importing.import_data", "importing.import_rows"}
"""Each row of a file stands by itself: who may import is asked by the page."""


@dataclass(frozen=True)
class Scene:
    """A desk with a checkable rumour and people of every role."""

    desk: Desk
    rumour: Rumour
    author: Account
    colleague: Account
    chief: Account

    def message(self, name: str = "m", text: str = OTHER) -> Message:
        """Somebody asked; it was matched and waits."""
        message = steps.ask(self.desk, name, text, reply_to="0900 000 001")
        match.match_message(message)
        message.refresh_from_db()
        return message

    def sighted(self) -> Message:
        """A message of the rumour."""
        message = self.message()
        triage.attach(self.author, message, self.rumour)
        message.refresh_from_db()
        return message

    def replaced(self) -> Version:
        """A version that was amended."""
        first = steps.release(self.author, self.colleague, self.rumour)
        steps.correct(self.author, self.colleague, first.fact_check)
        return first

    def published(self) -> FactCheck:
        """The rumour's fact-check."""
        return steps.release(self.author, self.colleague, self.rumour).fact_check

    def ready(self) -> None:
        """All that a draft needs beside its text."""
        steps.prove(self.author, self.rumour)


Maker = Callable[[Scene], tuple[Account, Call]]
SCENES: dict[str, Maker] = {}


def found() -> dict[str, Callable[..., object]]:
    """Every public function of the flow that takes an actor, as module.function."""
    functions: dict[str, Callable[..., object]] = {}
    for module in iter_modules(flow.__path__):
        loaded = import_module(f"{flow.__name__}.{module.name}")
        for name, function in getmembers(loaded, isfunction):
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and "actor" in signature(function).parameters and module.name != "audit":
                functions[f"{module.name}.{name}"] = function
    return functions


def scene(name: str) -> Callable[[Maker], Maker]:
    """Register the scene of a step."""

    def register(make: Maker) -> Maker:
        SCENES[name] = make
        return make

    return register


@scene("triage.attach")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.message()
    return s.author, lambda by: triage.attach(by, message, s.rumour)


@scene("triage.open_rumour")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.sighted()
    return s.author, lambda by: triage.open_rumour(by, message)


@scene("triage.notice")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: triage.notice(by, s.desk, "Cầu sập", "15")


@scene("triage.set_aside")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.message()
    return s.author, lambda by: triage.set_aside(by, message)


@scene("triage.not_checkable")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.message()
    return s.author, lambda by: triage.not_checkable(by, message, NotCheckable.OPINION)


@scene("triage.undo")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.sighted()
    return s.author, lambda by: triage.undo(by, message)


@scene("triage.assess")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: steps.assess(by, s.rumour)


@scene("triage.rumour_not_checkable")
def _(s: Scene) -> tuple[Account, Call]:
    why = NotCheckable.OPINION
    return s.author, lambda by: triage.rumour_not_checkable(by, s.rumour, why)


@scene("triage.take")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: triage.take(by, s.rumour, by)


@scene("triage.merge")
def _(s: Scene) -> tuple[Account, Call]:
    other = triage.notice(s.author, s.desk, "Đập vỡ", "15")
    return s.author, lambda by: triage.merge(by, other, s.rumour)


@scene("split.take_out")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.sighted()
    return s.author, lambda by: split.take_out(by, message, s.rumour)


@scene("split.put_back")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.sighted()
    split.take_out(s.author, message, s.rumour)
    message.refresh_from_db()
    return s.author, lambda by: split.put_back(by, message, s.rumour)


@scene("split.take_apart")
def _(s: Scene) -> tuple[Account, Call]:
    other = triage.notice(s.author, s.desk, "Đập vỡ", "15")
    merge = triage.merge(s.author, other, s.rumour)
    return s.author, lambda by: split.take_apart(by, merge)


def _whole(s: Scene) -> tuple[Message, list[int]]:
    message = s.message(text=TWO)
    if message.parts.exists():
        divide.put_together(s.author, message)
    else:
        triage.set_aside(s.author, message)
        triage.undo(s.author, message)
    message.refresh_from_db()
    return message, [clauses(message.text)[-1][0]]


@scene("divide.divide")
def _(s: Scene) -> tuple[Account, Call]:
    message, cuts = _whole(s)
    return s.author, lambda by: divide.divide(by, message, cuts)


@scene("divide.put_together")
def _(s: Scene) -> tuple[Account, Call]:
    message, cuts = _whole(s)
    divide.divide(s.author, message, cuts)
    return s.author, lambda by: divide.put_together(by, message)


@scene("investigate.add_evidence")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: steps.prove(by, s.rumour)


def kept_page(s: Scene) -> Capture:
    """A page that was kept; its archive is not read here."""
    asked = capturing.ask(s.author, s.rumour, "https://tin.example/bai")
    asked.state, asked.fetched_at, asked.file = CaptureState.KEPT, now(), "captures/x.wacz"
    asked.sha256 = asked.page_sha256 = "0" * 64
    asked.save()
    return asked


@scene("capturing.ask")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: capturing.ask(by, s.rumour, "https://tin.example/bai")


@scene("capturing.remove")
def _(s: Scene) -> tuple[Account, Call]:
    kept = kept_page(s)
    return s.author, lambda by: capturing.remove(by, kept)


@scene("looking_again.ask")
def _(s: Scene) -> tuple[Account, Call]:
    kept = kept_page(s)
    return s.author, lambda by: looking_again.ask(by, kept)


@scene("investigate.add_copy")
def _(s: Scene) -> tuple[Account, Call]:
    piece = steps.prove(s.author, s.rumour, b"")
    return s.author, lambda by: investigate.add_copy(by, piece, steps.COPY, "bang.txt")


@scene("investigate.remove_evidence")
def _(s: Scene) -> tuple[Account, Call]:
    key = steps.prove(s.author, s.rumour).pk
    return s.author, lambda by: investigate.remove_evidence(by, Evidence.objects.get(pk=key))


@scene("investigate.record_contact")
def _(s: Scene) -> tuple[Account, Call]:
    asked = investigate.Contact("Nhà máy", "điện thoại", steps.NOON)
    return s.author, lambda by: investigate.record_contact(by, s.rumour, asked)


@scene("investigate.record_answer")
def _(s: Scene) -> tuple[Account, Call]:
    contact = investigate.Contact("Nhà máy", "điện thoại", steps.NOON)
    asked = investigate.record_contact(s.author, s.rumour, contact)
    return s.author, lambda by: investigate.record_answer(by, asked, "Đập vững.")


@scene("investigate.mark_identifier")
def _(s: Scene) -> tuple[Account, Call]:
    said = {"kind": "phone", "value": "0900 000 009", "reason": "số lừa đảo"}
    return s.author, lambda by: investigate.mark_identifier(by, s.rumour, **said)


GAUGED = checking.Word(StepState.DONE, "Mực nước 78,2 m lúc 21 giờ.")


def _list(s: Scene) -> CheckList:
    return checking.take_up(s.author, s.rumour, CheckKind.WARNING)


@scene("checking.take_up")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: checking.take_up(by, s.rumour, CheckKind.WARNING)


@scene("checking.note_step")
def _(s: Scene) -> tuple[Account, Call]:
    row = _list(s)
    return s.author, lambda by: checking.note_step(by, row, "gauge", GAUGED, seen=0)


@scene("checking.undo_step")
def _(s: Scene) -> tuple[Account, Call]:
    row = _list(s)
    noted = checking.note_step(s.author, row, "gauge", GAUGED, seen=0)
    seen = checking.stamp(noted)
    return s.author, lambda by: checking.undo_step(by, row, "gauge", seen=seen)


@scene("checking.close")
def _(s: Scene) -> tuple[Account, Call]:
    row = _list(s)
    return s.author, lambda by: checking.close(by, row)


@scene("drafts.open_draft")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: drafts.open_draft(by, s.rumour)


@scene("drafts.begin")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: steps.write(by, s.rumour)


@scene("drafts.save")
def _(s: Scene) -> tuple[Account, Call]:
    draft = steps.write(s.author, s.rumour)
    return s.author, lambda by: drafts.save(by, draft, {"fact": "Đập nguyên vẹn."}, based_on=1)


@scene("drafts.amend")
def _(s: Scene) -> tuple[Account, Call]:
    fact_check = s.published()
    return s.author, lambda by: drafts.amend(by, fact_check, VersionKind.UPDATE)


@scene("review.submit")
def _(s: Scene) -> tuple[Account, Call]:
    s.ready()
    draft = steps.write(s.author, s.rumour)
    return s.author, lambda by: review.submit(by, draft)


@scene("review.approve")
def _(s: Scene) -> tuple[Account, Call]:
    s.ready()
    draft = steps.write(s.author, s.rumour)
    return s.colleague, lambda by: steps.sign(by, draft, ApprovalKind.REVIEW)


@scene("review.send_back")
def _(s: Scene) -> tuple[Account, Call]:
    draft = steps.write(s.author, s.rumour)
    return s.colleague, lambda by: review.send_back(by, draft, "thiếu giờ")


@scene("review.declare_conflict")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: review.declare_conflict(by, s.rumour, "người nhà")


@scene("publish.publish")
def _(s: Scene) -> tuple[Account, Call]:
    s.ready()
    draft = steps.sign(s.colleague, steps.write(s.author, s.rumour))
    return s.colleague, lambda by: publish.publish(by, draft)


@scene("holding.publish_holding_line")
def _(s: Scene) -> tuple[Account, Call]:
    return s.colleague, lambda by: holding.publish_holding_line(
        by, s.rumour, safe_action="Lên chỗ cao.", checking="Đập vỡ hay không."
    )


@scene("listen.answer_objection")
def _(s: Scene) -> tuple[Account, Call]:
    said = listen.object_to(s.published(), "Tôi thấy khác", external_id="a").objection
    no = ObjectionOutcome.REFUSED
    return s.colleague, lambda by: listen.answer_objection(by, said, no, "vì")


@scene("drafts.correct")
def _(s: Scene) -> tuple[Account, Call]:
    fact_check = s.published()
    return s.author, lambda by: drafts.correct(by, fact_check)


@scene("erase.ask")
def _(s: Scene) -> tuple[Account, Call]:
    entry = s.replaced().log_entry
    return s.colleague, lambda by: erase.ask(by, entry, "có dữ liệu riêng tư")


@scene("erase.take_back")
def _(s: Scene) -> tuple[Account, Call]:
    asked = erase.ask(s.author, s.replaced().log_entry, "có dữ liệu riêng tư")
    return s.colleague, lambda by: erase.take_back(by, asked)


@scene("erase.do")
def _(s: Scene) -> tuple[Account, Call]:
    asked = erase.ask(s.author, s.replaced().log_entry, "có dữ liệu riêng tư")
    return s.colleague, lambda by: erase.do(by, asked)


def _answered(s: Scene) -> Objection:
    said = listen.object_to(s.published(), "Tôi thấy khác", external_id="a").objection
    return listen.answer_objection(s.colleague, said, ObjectionOutcome.REFUSED, "vì")


@scene("respond.add_note")
def _(s: Scene) -> tuple[Account, Call]:
    said = _answered(s)
    return s.author, lambda by: respond.add_note(by, said, "Xin nói thêm")


@scene("respond.hold_back")
def _(s: Scene) -> tuple[Account, Call]:
    said = _answered(s)
    return s.colleague, lambda by: respond.hold_back(by, said, HeldBack.ABUSE)


@scene("judge.stands")
def _(s: Scene) -> tuple[Account, Call]:
    shown = s.published()
    review = ContestedReview.objects.create(version=shown.versions.get(), opened_at=steps.NOON)
    return s.colleague, lambda by: judge.stands(by, review, "đã đọc lại bằng chứng")


@scene("people.add_person")
def _(s: Scene) -> tuple[Account, Call]:
    who = people.Person("moi@example.vn", "Người mới", "cầu-mây-thác-bạc-9")
    return s.chief, lambda by: people.add_person(by, s.desk, who)


@scene("people.set_roles")
def _(s: Scene) -> tuple[Account, Call]:
    return s.chief, lambda by: people.set_roles(by, s.desk, s.author, {Role.CHECKER})


@scene("people.close_account")
def _(s: Scene) -> tuple[Account, Call]:
    return s.chief, lambda by: people.close_account(by, s.desk, s.author, active=False)


@scene("people.add_desk")
def _(s: Scene) -> tuple[Account, Call]:
    made = {"name": "Bàn xã", "slug": "ban-xa", "place": ""}
    return s.chief, lambda by: people.add_desk(by, s.desk, **made)


@scene("people.describe")
def _(s: Scene) -> tuple[Account, Call]:
    return s.chief, lambda by: people.describe(by, s.desk, funding="Ngân sách", governance="Sở")


@scene("answer.reply_address")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.message()
    return s.author, lambda by: answer.reply_address(by, message)


@scene("answer.called_back")
def _(s: Scene) -> tuple[Account, Call]:
    message = s.message()
    return s.author, lambda by: answer.called_back(by, message)


def _broadcast(s: Scene) -> Broadcast:
    reach.communicator(s.desk, s.author, reach.BAC_HA)
    current = s.published().versions.get()
    return broadcasting.order(s.author, current, Priority.NORMAL, ["15"])


@scene("broadcasting.order")
def _(s: Scene) -> tuple[Account, Call]:
    current = s.published().versions.get()
    return s.colleague, lambda by: broadcasting.order(by, current, Priority.URGENT, ["15"])


@scene("broadcasting.stop")
def _(s: Scene) -> tuple[Account, Call]:
    going = _broadcast(s)
    return s.author, lambda by: broadcasting.stop(by, going)


@scene("reminding.remind_now")
def _(s: Scene) -> tuple[Account, Call]:
    going = _broadcast(s)
    return s.author, lambda by: reminding.remind_now(by, going)


@scene("reminding.note_by_phone")
def _(s: Scene) -> tuple[Account, Call]:
    going = _broadcast(s)
    who, done = s.desk.communicators.get(), Done.READ_ALOUD
    return s.author, lambda by: reminding.note_by_phone(by, going, who, done)


@scene("hours.set_hours")
def _(s: Scene) -> tuple[Account, Call]:
    return s.colleague, lambda by: hours.set_hours(by, s.desk, reach.BAC_HA, hours.DEFAULT)


@scene("hours.unset_hours")
def _(s: Scene) -> tuple[Account, Call]:
    row = hours.set_hours(s.author, s.desk, "", hours.DEFAULT)
    return s.colleague, lambda by: hours.unset_hours(by, row)


MONG = translating.Wording(Language.HMONG, Script.RPA, "Pas dej tsis tawg.", "", "Nyob tsev.")


def _translation(s: Scene) -> Translation:
    return translating.write(s.author, s.published(), MONG)


@scene("translating.write")
def _(s: Scene) -> tuple[Account, Call]:
    fact_check = s.published()
    return s.author, lambda by: translating.write(by, fact_check, MONG)


@scene("translating.check_back")
def _(s: Scene) -> tuple[Account, Call]:
    written, second = _translation(s), _second(s)
    return second, lambda by: translating.check_back(by, written, "Đập không vỡ.")


@scene("translating.send_back")
def _(s: Scene) -> tuple[Account, Call]:
    written, second = _translation(s), _second(s)
    return second, lambda by: translating.send_back(by, written, "sai chữ")


def _recording(s: Scene, broadcast: Broadcast | None = None) -> Report:
    who = s.desk.communicators.get() if broadcast else _communicator(s)
    return recorded(who, broadcast)


@scene("hearing.heard")
def _(s: Scene) -> tuple[Account, Call]:
    row = _recording(s)
    return s.author, lambda by: hearing.heard(by, row)


@scene("hearing.adopt")
def _(s: Scene) -> tuple[Account, Call]:
    row = _recording(s, _broadcast(s))
    return s.author, lambda by: hearing.adopt(by, row)


@scene("hearing.write_down")
def _(s: Scene) -> tuple[Account, Call]:
    row = _recording(s)
    return s.author, lambda by: hearing.write_down(by, row, OTHER)


@scene("hearing.remove")
def _(s: Scene) -> tuple[Account, Call]:
    row = _recording(s)
    return s.author, lambda by: hearing.remove(by, row)


@scene("resend.send_again")
def _(s: Scene) -> tuple[Account, Call]:
    kind, state = SendingKind.SUBSCRIBED, SendingState.FAILED
    which = resend.Stuck("zalo_oa", kind, state, "server")
    version = s.published().current
    Sending.objects.create(key="stuck", version=version, run_at=now(), **vars(which))
    return s.chief, lambda by: resend.send_again(by, which)


def _second(s: Scene) -> Account:
    return account("second", s.desk, (Role.TRANSLATOR,))


FILE = "text\nCầu sập\n".encode()


@scene("importing.import_data")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: importing.import_data(
        FILE, "a.csv", s.desk, dry_run=False, actor=by
    )


@scene("importing.import_rows")
def _(s: Scene) -> tuple[Account, Call]:
    return s.author, lambda by: list(
        importing.import_rows(FILE, "a.csv", s.desk, dry_run=False, actor=by)
    )


def standing(rumour: Rumour) -> Rumour:
    """The rumour as the scenes need it."""
    rumour.state, rumour.subject = RumourState.CHECKING, steps.CONTENT["subject"]
    rumour.save()
    return rumour


def _communicator(s: Scene) -> Communicator:
    return communicators.invite(s.chief, s.desk, "Vàng A Páo", "15", ["vie"])[0]


@scene("communicators.invite")
def _(s: Scene) -> tuple[Account, Call]:
    who = ("Lý Thị Mẩy", "15", ["vie"])
    return s.chief, lambda by: communicators.invite(by, s.desk, *who)


@scene("communicators.invite_again")
def _(s: Scene) -> tuple[Account, Call]:
    who = _communicator(s)
    return s.chief, lambda by: communicators.invite_again(by, who)


@scene("communicators.end")
def _(s: Scene) -> tuple[Account, Call]:
    who = _communicator(s)
    return s.chief, lambda by: communicators.end(by, who)


def _chosen(s: Scene, shape: SourceShape = SourceShape.FEED) -> Source:
    address = "" if shape == SourceShape.FILE else "https://bao.example/rss"
    choice = library.Choice("Báo thí dụ", SourceKind.NEWS, shape, address)
    return library.add(s.author, s.desk, choice)


@scene("library.add")
def _(s: Scene) -> tuple[Account, Call]:
    choice = library.Choice("Báo", SourceKind.NEWS, SourceShape.FEED, "https://bao.example/rss")
    return s.author, lambda by: library.add(by, s.desk, choice)


@scene("library.change")
def _(s: Scene) -> tuple[Account, Call]:
    source = _chosen(s)
    other = library.Choice("Báo", SourceKind.NEWS, SourceShape.SITEMAP, "https://bao.example/s")
    return s.author, lambda by: library.change(by, s.desk, source, other)


@scene("library.stop")
def _(s: Scene) -> tuple[Account, Call]:
    source = _chosen(s)
    return s.author, lambda by: library.stop(by, s.desk, source)


@scene("library.resume")
def _(s: Scene) -> tuple[Account, Call]:
    source = _chosen(s)
    library.stop(s.author, s.desk, source)
    return s.author, lambda by: library.resume(by, s.desk, source)


@scene("library.put_file")
def _(s: Scene) -> tuple[Account, Call]:
    source, data = _chosen(s, SourceShape.FILE), b'{"title": "H\xe1\xbb\x93 an to\xc3\xa0n"}'
    return s.author, lambda by: library.put_file(by, s.desk, source, data, "bai.jsonl")


def _article(s: Scene) -> Article:
    named = {"source": _chosen(s), "item": "1", "came_at": now()}
    return Article.objects.create(**named)


@scene("suggested.leave")
def _(s: Scene) -> tuple[Account, Call]:
    article = _article(s)
    return s.author, lambda by: suggested.leave(by, s.rumour, article)


@scene("suggested.take_back")
def _(s: Scene) -> tuple[Account, Call]:
    article = _article(s)
    suggested.leave(s.author, s.rumour, article)
    return s.author, lambda by: suggested.take_back(by, s.rumour, article)
