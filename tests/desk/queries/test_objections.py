"""What became of each objection, how long it took, and what is late."""

from datetime import timedelta

import pytest

from kiemtin.desk.flow import listen
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.moment import at
from kiemtin.desk.queries import objections
from kiemtin.desk.words import ObjectionOutcome, VersionKind
from tests.desk.steps import NOON
from tests.support.publishing import Staff

YES, NO = ObjectionOutcome.ACCEPTED, ObjectionOutcome.REFUSED


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """Who writes and who signs."""
    return Staff(desk, author, colleague)


def test_an_objection_goes_its_way(staff: Staff) -> None:
    with at(NOON):
        fact_check = staff.publish().fact_check
        said = listen.object_to(fact_check, "Giờ đo ghi sai.", external_id="1").objection
    (shown,) = objections.of(fact_check)
    assert (shown.state, shown.days, shown.due) == ("waiting", None, said.due_on)
    with at(NOON + timedelta(days=10)):
        assert shown.late
        assert objections.counts([staff.desk])[""] == 1
        listen.answer_objection(staff.author, said, YES, "Đúng.")
        (shown,) = objections.of(fact_check)
        assert (shown.state, shown.days, shown.in_time) == ("correcting", 7, False)
        assert not shown.late
    with at(NOON + timedelta(days=20)):
        (shown,) = objections.queue([staff.desk])
        assert shown.late
        staff.again(fact_check, VersionKind.AMENDMENT, what_was_wrong="Ghi sai giờ.")
        (shown,) = objections.queue([staff.desk], "corrected")
    assert (shown.state, shown.days_to_correction, shown.due) == ("corrected", 14, None)
    assert objections.queue([staff.desk]) == []
    assert objections.by_receipt("không có") is None


def test_sums_count_what_was_in_time(staff: Staff) -> None:
    with at(NOON):
        fact_check = staff.publish().fact_check
        first, second, _third = (
            listen.object_to(fact_check, "Giờ đo ghi sai.", external_id=name).objection
            for name in ("1", "2", "3")
        )
        listen.answer_objection(staff.signer, first, NO, "Giờ đo đúng.")
    with at(NOON + timedelta(days=30)):
        listen.answer_objection(staff.author, second, YES, "Đúng.")
        sums = objections.sums()
        assert [one.pk for one in objections.answered()] == [second.pk, first.pk]
    assert (sums.received, sums.answered, sums.in_time, sums.accepted) == (3, 2, 1, 1)
    assert (sums.waiting, sums.late) == (1, 1)
