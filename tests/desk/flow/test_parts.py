"""Each claim of a message is a message of its own: matched, counted and answered by itself, in one
step with the others, once.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk import receipts
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import answer, deliver, match, parts, sightings, triage
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    MatchRecord,
    Message,
    ReplyAddress,
    Rumour,
    Version,
)
from kiemtin.desk.queries import board, ledger
from kiemtin.desk.words import Decision, MessageState
from kiemtin.text.sentences import clauses
from tests.desk import steps
from tests.support.publishing import Staff

DAM = "Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024"
BRIDGE = "Cầu Cốc Lếu sắp bị cấm xe tải"
RICE = "Ngân hàng xã phát gạo miễn phí cho mọi nhà vào chủ nhật này"
BOTH = f"{DAM} phải không ạ? Với lại {BRIDGE} đúng không?"


@pytest.fixture
def dam(staff: Staff) -> Version:
    """A published fact-check of the one claim."""
    return staff.publish()


@pytest.fixture
def bridge(staff: Staff, dam: Version) -> Rumour:
    """The other claim, still being checked."""
    return staff.open(claim=BRIDGE)


def asked(desk: Desk, text: str = BOTH, name: str = "1", **changes: str) -> Message:
    """Somebody asks and is matched."""
    message = steps.ask(desk, name, text, **changes)
    match.match_message(message)
    message.refresh_from_db()
    return message


def decided(message: Message) -> list[tuple[str, str]]:
    """What became of each claim: its state, and the claim of its rumour."""
    return [
        (one.state, one.sighting.rumour.claim if hasattr(one, "sighting") else "")
        for one in message.claims()
    ]


def test_each_claim_goes_its_own_way(desk: Desk, dam: Version, bridge: Rumour) -> None:
    message = asked(desk, reply_to="0900 000 001")
    assert message.state == MessageState.DIVIDED
    assert decided(message) == [("attached", dam.claim), ("attached", bridge.claim)]
    first, second = message.claims()
    assert first.deliveries.get().version == dam
    assert not second.deliveries.exists()
    assert [one.text for one in (first, second)] == [
        f"{DAM} phải không ạ?",
        f"Với lại {BRIDGE} đúng không?",
    ]


def test_what_was_sent_stays_one(desk: Desk, dam: Version, bridge: Rumour) -> None:
    message = asked(desk, reply_to="0900 000 001", place="15")
    assert not hasattr(message, "sighting")
    assert ReplyAddress.objects.get().message == message
    for one in message.claims():
        assert (one.whole, one.receipt) == (message, None)
        assert not one.pictures.exists()
        for name in parts.INHERITED:
            assert getattr(one, name) == getattr(message, name)


def test_a_second_call_changes_nothing(desk: Desk, dam: Version, bridge: Rumour) -> None:
    message = asked(desk)
    before = list(Message.objects.order_by("pk").values())
    records = list(MatchRecord.objects.order_by("pk").values())
    assert match.match_message(message) == MatchRecord.objects.get(message=message)
    deliver.match_late(message.pk)
    assert list(Message.objects.order_by("pk").values()) == before
    assert list(MatchRecord.objects.order_by("pk").values()) == records


def test_a_new_claim_beside_known_ones_opens_a_rumour_that_can_be_found(
    desk: Desk, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk, f"{DAM}. {BRIDGE}. {RICE}")
    assert decided(message)[2] == ("attached", RICE)
    again = asked(desk, RICE, "2")
    assert again.sighting.rumour == message.claims()[2].sighting.rumour


def test_a_stretch_with_little_in_it_opens_nothing_by_itself(
    desk: Desk, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk, f"{DAM}. {BRIDGE}. Trời hôm nay mát mẻ dễ chịu")
    assert decided(message)[2] == ("inbox", "")
    assert MatchRecord.objects.get(message=message.claims()[2]).decision == Decision.NEW


def test_what_is_said_twice_is_one_claim(desk: Desk, dam: Version, bridge: Rumour) -> None:
    message = asked(desk, f"{DAM}, {BRIDGE}, {DAM} thật rồi")
    assert sorted(decided(message)) == [("attached", bridge.claim), ("attached", dam.claim)]


def test_two_claims_of_one_asker_count_once_for_one_rumour(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    one, other = asked(desk).claims()
    triage.attach(author, one, bridge)
    assert bridge.sightings.count() == 2
    assert sightings.spread(bridge) == 0
    assert vars(board.board([desk]).get(pk=bridge.pk))["sightings_count"] == 1
    triage.attach(author, one, dam.fact_check.rumour)
    triage.attach(author, other, dam.fact_check.rumour)
    counted = ledger.ledger(dam.fact_check)
    assert (counted.asked, counted.lines[0].delivered, counted.places) == (1, 1, [("15", 1)])


def test_the_queue_counts_the_parts_that_wait_and_not_the_whole(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    assert board.waiting([desk]).messages == 0
    triage.undo(author, message.claims()[1])
    assert board.waiting([desk]).messages == 1


def test_one_claim_may_be_refused_as_another_question(
    desk: Desk, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    refused = match.not_what_i_asked(receipts.code("web", "1"), 0)
    assert refused == message.claims()[0]
    assert decided(message) == [("inbox", ""), ("attached", bridge.claim)]
    with pytest.raises(FlowError, match="biên nhận"):
        match.not_what_i_asked(receipts.code("web", "1"), 2)


def test_the_address_is_kept_until_every_claim_is_answered(
    desk: Desk, staff: Staff, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk, reply_to="0900 000 001")
    answer.seen(message)
    assert Delivery.objects.get().seen_at is not None
    assert ReplyAddress.objects.exists(), "the other claim has no answer yet"
    assert not board.callbacks([desk]).exists()
    staff.publish(bridge, claim=BRIDGE)
    deliver.run_due()
    assert board.callbacks([desk]).get() == message
    answer.called_back(staff.author, message)
    assert not ReplyAddress.objects.exists()
    assert not board.callbacks([desk]).exists()


def test_a_divided_message_is_decided_by_its_parts(
    desk: Desk, author: Account, dam: Version, bridge: Rumour
) -> None:
    message = asked(desk)
    for step in (triage.open_rumour, triage.set_aside, triage.undo):
        with pytest.raises(FlowError, match="từng phần") as refused:
            step(author, message)
        assert refused.value.code == "divided"
    with pytest.raises(FlowError, match="từng phần"):
        triage.attach(author, message, bridge)


def test_with_the_message_go_its_parts(desk: Desk, dam: Version, bridge: Rumour) -> None:
    asked(desk).delete()
    assert not Message.objects.exists()
    assert not Delivery.objects.exists()
    assert not bridge.sightings.exists()


@given(
    text=st.lists(
        st.sampled_from([DAM, BRIDGE, RICE, "ạ", "  ", "😀"]), min_size=1, max_size=6
    ).map(", ".join),
    data=st.data(),
)
def test_the_cuts_of_a_person_lose_nothing(text: str, data: st.DataObject) -> None:
    later = [start for start, _end in clauses(text)[1:]]
    starts = data.draw(st.lists(st.sampled_from(later), min_size=1)) if later else []
    if not starts:
        with pytest.raises(FlowError, match="đánh dấu"):
            parts.spans(text, starts)
        return
    spans = parts.spans(text, starts)
    assert "".join(text[slice(*span)] for span in spans) == text
    assert all(start < end for start, end in spans)
    assert len(spans) == len(set(starts)) + 1
    inside = [parts.trimmed(text, span) for span in spans]
    assert all(text[start:end].strip() for start, end in inside)
    assert all(a[0] <= b[0] < b[1] <= a[1] for a, b in zip(spans, inside, strict=True))


@pytest.mark.parametrize("starts", [[], [0], [1], [10_000], [-1]])
def test_a_claim_begins_where_a_clause_does(starts: list[int]) -> None:
    with pytest.raises(FlowError, match="đánh dấu"):
        parts.spans(BOTH, starts)
