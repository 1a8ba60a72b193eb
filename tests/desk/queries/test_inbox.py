"""What waits for a person, newest first, each message with what it may repeat and why."""

from datetime import timedelta
from typing import Any

from django.utils import translation

from kiemtin.desk.models import Desk, MatchRecord, Message, Rumour
from kiemtin.desk.queries import inbox
from kiemtin.desk.words import Decision, MessageState, NotCheckable, RumourState
from tests.desk.steps import NOON, ask

REASON = {"code": "number_differs", "params": {"query": "3 xã", "entry": "5 xã"}}


def judged(message: Message, *candidates: tuple[Rumour, float], **changes: Any) -> MatchRecord:
    """A judgement of the machine with these candidates."""
    listed = [
        {"id": one.pk, "score": likely, "probability": likely, "reasons": [REASON]}
        for one, likely in candidates
    ]
    given = {"decision": Decision.MAYBE, "probability": 0.5, "made_at": NOON}
    return MatchRecord.objects.create(message=message, candidates=listed, **(given | changes))


def known(desk: Desk, claim: str, **changes: Any) -> Rumour:
    """A rumour that the desk knows."""
    return Rumour.objects.create(desk=desk, claim=claim, opened_at=NOON, **changes)


def test_messages_of_the_desks_in_one_state_come_newest_first(desk: Desk, other_desk: Desk) -> None:
    old, new = (
        ask(desk, str(hours), received_at=NOON + timedelta(hours=hours)) for hours in (1, 2)
    )
    aside = ask(desk, "aside")
    Message.objects.filter(pk=aside.pk).update(state=MessageState.SET_ASIDE)
    far = ask(other_desk, "far")
    assert list(inbox.inbox([desk])) == [new, old]
    assert list(inbox.inbox([desk], MessageState.SET_ASIDE)) == [aside]
    assert set(inbox.inbox([desk, other_desk])) == {new, old, far}
    assert list(inbox.inbox([])) == []


def test_judgement_in_force_comes_along(desk: Desk) -> None:
    message = ask(desk, "one")
    judged(message, superseded_at=NOON)
    current = judged(message)
    (found,) = inbox.inbox([desk])
    assert vars(found)["in_force"] == [current]


def test_suggestions_come_best_first_and_only_what_can_be_chosen(desk: Desk) -> None:
    message = ask(desk, "one")
    best, second = known(desk, "Đập vỡ"), known(desk, "Cầu sập")
    merged = known(desk, "Đập bể", state=RumourState.MERGED, merged_into=best)
    opinion = known(
        desk,
        "Đập xấu",
        state=RumourState.NOT_CHECKABLE,
        checkable=False,
        not_checkable=NotCheckable.OPINION,
    )
    judged(message, (second, 0.9), superseded_at=NOON)
    judged(message, (merged, 0.9), (best, 0.714), (opinion, 0.6), (second, 0.2))
    found = inbox.suggestions(message)
    assert [(one.rumour, one.percent) for one in found] == [(best, 71), (second, 20)]


def test_reasons_are_sentences_in_the_readers_language(desk: Desk) -> None:
    message = ask(desk, "one")
    assert inbox.reasons_of(message) == ()
    assert inbox.suggestions(message) == []
    judged(message, (known(desk, "Đập vỡ"), 0.4), reasons=[REASON])
    with translation.override("vi"):
        (said,) = inbox.reasons_of(message)
        assert said == "con số khác: người hỏi nói 3 xã, bài kiểm chứng nói 5 xã"
        assert inbox.suggestions(message)[0].reasons == (said,)
    with translation.override("en-gb"):
        (said,) = inbox.reasons_of(message)
    assert said == "another number: the message says 3 xã, the fact-check 5 xã"
