"""Holding lines: a spokesperson's word of what to do now, which ends by itself."""

from datetime import timedelta
from typing import Any

import pytest

from kiemtin.desk import moment
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import holding, triage
from kiemtin.desk.models import Account, Desk, HoldingLine, LogEntry, Rumour
from kiemtin.desk.words import NotCheckable, Role, Subject
from tests.desk.conftest import Maker
from tests.desk.steps import NOON, release


def say(actor: Account, rumour: Rumour, **changes: str) -> HoldingLine:
    """Publish a line with both sentences filled in unless changed."""
    given: dict[str, Any] = {"safe_action": "Lên chỗ cao.", "checking": "Đang gọi nhà máy."}
    return holding.publish_holding_line(actor, rumour, **(given | changes))


def test_line_is_logged_under_the_speakers_name(colleague: Account, rumour: Rumour) -> None:
    line = say(colleague, rumour)
    assert line.published_by == colleague
    entry = LogEntry.objects.get(kind="holding_line")
    assert line.log_entry == entry
    assert entry.said()["safe_action"] == "Lên chỗ cao."
    rumour.refresh_from_db()
    assert rumour.holding_due_at is None


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SPOKESPERSON])
def test_only_a_spokesperson_speaks(person: Maker, desk: Desk, rumour: Rumour, role: Role) -> None:
    with pytest.raises(NotAllowed):
        say(person("one", desk, role), rumour)
    assert not LogEntry.objects.exists()


def test_stranger_does_not_speak(stranger: Account, rumour: Rumour) -> None:
    with pytest.raises(NotAllowed):
        say(stranger, rumour)


def test_line_ends_an_hour_after_the_promised_update(colleague: Account, rumour: Rumour) -> None:
    with moment.at(NOON):
        line = say(colleague, rumour)
        assert line.next_update_at == NOON + timedelta(hours=1)
        assert holding.in_force(rumour) == line
    with moment.at(NOON + timedelta(hours=2, seconds=-1)):
        assert holding.in_force(rumour) == line
    with moment.at(NOON + timedelta(hours=2)):
        assert holding.in_force(rumour) is None


def test_suggestion_follows_the_subject(rumour: Rumour) -> None:
    actions = {}
    for subject in (Subject.DAM, Subject.FLOOD, Subject.LANDSLIDE, Subject.STORM, Subject.SCAM):
        rumour.subject = subject
        suggested = holding.suggestion(rumour)
        assert rumour.claim in suggested["checking"]
        actions[subject] = suggested["safe_action"]
    assert len(set(actions.values())) == len(actions)
    assert "lên chỗ cao" in actions[Subject.DAM]
    assert "Chưa chuyển tiền" not in actions[Subject.DAM]
    assert "chưa chuyển tiền" in actions[Subject.SCAM]


def test_what_is_closed_or_published_has_no_line(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    other = Rumour.objects.create(desk=rumour.desk, claim="Cầu sập", opened_at=rumour.opened_at)
    line = say(colleague, rumour)
    release(author, colleague, rumour)
    triage.rumour_not_checkable(author, other, NotCheckable.OPINION)
    for one in (rumour, other):
        with pytest.raises(FlowError) as refused:
            say(colleague, one)
        assert refused.value.code == "not_open"
        assert holding.in_force(one) is None
    assert list(HoldingLine.objects.all()) == [line]


def test_both_sentences_and_a_coming_update_are_needed(colleague: Account, rumour: Rumour) -> None:
    for empty in ({"safe_action": " "}, {"checking": "\n"}):
        with pytest.raises(FlowError) as refused:
            say(colleague, rumour, **empty)
        assert refused.value.code == "empty_holding"
    with moment.at(NOON), pytest.raises(FlowError) as refused:
        holding.publish_holding_line(
            colleague, rumour, safe_action="Lên cao.", checking="Đang gọi.", next_update_at=NOON
        )
    assert refused.value.code == "update_past"
    assert not LogEntry.objects.exists()
