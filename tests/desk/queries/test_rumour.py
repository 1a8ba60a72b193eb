"""One rumour's page: what belongs to it and what happened, naming the desk's people only."""

from kiemtin.desk import moment
from kiemtin.desk.flow import deliver, holding, investigate, review, triage
from kiemtin.desk.models import Account, Rumour
from kiemtin.desk.queries import rumour as page
from kiemtin.desk.words import ApprovalKind
from tests.desk.steps import NOON, ask, prove, release, sign, write


def test_empty_rumour_has_nothing_around_it(rumour: Rumour) -> None:
    around = page.around(rumour)
    assert (around["line"], around["draft"], around["approvals"]) == (None, None, {})
    assert (around["spread"], around["enough"]) == (0, False)
    assert [event.who for event in page.timeline(rumour)] == [""]


def test_what_belongs_to_it_is_shown(author: Account, colleague: Account, rumour: Rumour) -> None:
    piece = prove(author, rumour)
    draft = sign(colleague, write(author, rumour), ApprovalKind.REVIEW)
    line = holding.publish_holding_line(
        colleague, rumour, safe_action="Lên cao.", checking="Đang gọi."
    )
    around = page.around(rumour)
    assert (around["line"], around["draft"], around["enough"]) == (line, draft, True)
    assert list(around["evidence"]) == [piece]
    assert around["approvals"]["review"].account == colleague
    assert around["approvals"]["sign_off"] is None
    with moment.at(line.expires_at):
        assert page.around(rumour)["line"] is None


def test_declared_interest_and_marked_number_are_shown(author: Account, rumour: Rumour) -> None:
    conflict = review.declare_conflict(author, rumour, "có cổ phần")
    marked = investigate.mark_identifier(
        author, rumour, kind="phone", value="0900 000 001", reason="số bị đồn"
    )
    around = page.around(rumour)
    assert list(around["conflicts"]) == [conflict]
    assert list(around["identifiers"]) == [marked]


def test_only_its_own_messages_are_its_sightings(author: Account, rumour: Rumour) -> None:
    messages = [ask(rumour.desk, name) for name in ("one", "two", "other")]
    for message in messages[:2]:
        triage.attach(author, message, rumour)
    assert list(page.sighted(rumour)) == [messages[1], messages[0]]


def test_who_asked_about_another_place_is_left_out_of_the_answer(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    here, elsewhere = ask(rumour.desk, "here"), ask(rumour.desk, "elsewhere", place="14")
    for message in (here, elsewhere):
        triage.attach(author, message, rumour)
    assert page.left_out(rumour) == []
    release(author, colleague, rumour)
    deliver.run_due()
    assert page.left_out(Rumour.objects.get(pk=rumour.pk)) == [elsewhere]


def test_timeline_is_newest_first_and_names_who_did_it(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    contact = investigate.Contact("Nhà máy", "điện thoại", NOON)
    investigate.record_contact(author, rumour, contact)
    release(author, colleague, rumour)
    events = page.timeline(Rumour.objects.get(pk=rumour.pk))
    times = [event.at for event in events]
    assert times == sorted(times, reverse=True)
    assert events[0].what == "Công bố bản 1"
    assert events[-1].at == rumour.opened_at
    who = {event.what: event.who for event in events}
    assert who["Hỏi Nhà máy"] == who["Viết bản thảo"] == author.name
    assert who["Thêm bằng chứng: Trạm đo Nậm Mẫu"] == author.name
    assert who[str(ApprovalKind.REVIEW.label)] == colleague.name
    assert who[str(ApprovalKind.SIGN_OFF.label)] == colleague.name
