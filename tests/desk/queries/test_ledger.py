"""Who has been told which version, who read or refused it, and from which communes they asked."""

import pytest

from kiemtin.desk import receipts
from kiemtin.desk.flow import answer, deliver, listen, match, triage
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.queries import ledger
from kiemtin.desk.words import ObjectionOutcome, VersionKind
from kiemtin.text.places import gazetteer
from tests.desk.steps import ask
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """The author writes, the colleague signs."""
    return Staff(desk, author, colleague)


def test_each_version_counts_delivered_read_and_refused(staff: Staff) -> None:
    rumour = staff.open()
    reader, refuser = ask(staff.desk, "reader"), ask(staff.desk, "refuser")
    for message in (reader, refuser):
        triage.attach(staff.author, message, rumour)
    version = staff.publish(rumour)
    deliver.run_due()
    automatic = ask(staff.desk, "automatic")
    answer.deliver_to(automatic, version, automatic=True)
    answer.seen(reader)
    match.not_what_i_asked(receipts.code("web", "refuser"))
    staff.again(version.fact_check, VersionKind.AMENDMENT, what_was_wrong="Ghi sai giờ đo.")
    deliver.run_due()
    first = ledger.Line(1, delivered=3, automatic=1, seen=1, refused=1)
    second = ledger.Line(2, delivered=1, automatic=0, seen=0, refused=0)
    assert ledger.ledger(version.fact_check).lines == [second, first]


def test_askers_are_counted_by_commune(staff: Staff) -> None:
    one, two = (place.code for place in gazetteer().children("15")[:2])
    rumour = staff.open()
    for number, place in enumerate((one, two, two, None)):
        triage.attach(staff.author, ask(staff.desk, str(number), place=place), rumour)
    found = ledger.ledger(staff.publish(rumour).fact_check)
    assert found.asked == 4
    assert found.places == [(two, 2), (one, 1)]
    assert found.lines == []


def test_published_is_narrowed_by_claim_or_fact_and_desk(staff: Staff, other_desk: Desk) -> None:
    dam = staff.publish().fact_check
    bridge = staff.publish(claim="Cầu Bảo Nhai sập", fact="Cầu còn nguyên.").fact_check
    staff.open(claim="Nước máy có độc")
    assert list(ledger.published([staff.desk])) == [bridge, dam]
    assert list(ledger.published([staff.desk], "cầu bảo nhai")) == [bridge]
    assert list(ledger.published([staff.desk], "quy trình")) == [dam]
    assert list(ledger.published([staff.desk], "QUY trinh")) == [dam]
    assert list(ledger.published([staff.desk], "độc")) == []
    assert list(ledger.published([other_desk])) == []


def test_only_unanswered_objections_are_open(staff: Staff) -> None:
    fact_check = staff.publish().fact_check
    first, *_rest = (
        listen.object_to(fact_check, "Giờ đo ghi sai.", external_id=name).objection
        for name in ("one", "two", "three")
    )
    listen.answer_objection(staff.signer, first, ObjectionOutcome.REFUSED, "Giờ đo đúng.")
    (found,) = ledger.published([staff.desk])
    assert vars(found)["open_objections"] == 2
