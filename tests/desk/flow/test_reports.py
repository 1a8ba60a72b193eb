"""Whatever a phone sends, in any order and as often as it likes, ends in the same rows."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiemtin.bulletin.recording import MOST_BYTES
from kiemtin.desk.flow import communicators, erase, reports
from kiemtin.desk.models import (
    Account,
    Acknowledgement,
    Broadcast,
    Communicator,
    Desk,
    Message,
    Report,
    Version,
)
from tests.desk import steps
from tests.support.communicators import COMMUNE, VOICE, joined, milliseconds, ordered

NOW = steps.NOON + timedelta(hours=3)
MINUTE = timedelta(minutes=1)
MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def who(published: Version, colleague: Account, desk: Desk) -> Communicator:
    """A communicator of a commune."""
    return joined(colleague, desk)[0]


@pytest.fixture
def broadcast(published: Version, colleague: Account) -> Broadcast:
    """A bulletin for the province, ordered at noon."""
    return ordered(colleague, published, steps.NOON)


def name(number: int) -> str:
    """The number-th name that a phone gives."""
    return str(UUID(int=number))


def done(number: int, broadcast: Broadcast, after: int = 30, **more: Any) -> dict[str, Any]:
    """Read aloud some minutes after noon."""
    said = {"id": name(number), "kind": "done", "done": "read_aloud", "broadcast": broadcast.pk}
    return said | {"at": milliseconds(steps.NOON + after * MINUTE), "language": "hmn"} | more


def asked(number: int, text: str = "Cầu Khe Mây bị cuốn trôi phải không", **more: Any) -> Any:
    """A question of somebody who called."""
    said = {"id": name(number), "kind": "asked", "at": milliseconds(NOW), "text": text}
    return said | {"place": COMMUNE, "heard_via": "zalo", "wants_answer": True} | more


def recording(number: int, broadcast: Broadcast | None = None, audio: Any = VOICE) -> Any:
    """A sound."""
    about = broadcast.pk if broadcast else None
    said = {"id": name(number), "kind": "recording", "at": milliseconds(NOW), "audio": audio}
    return said | {"broadcast": about, "language": "hmn"}


def sent(who: Communicator, *items: object, off: timedelta = timedelta(0)) -> list[reports.Outcome]:
    """Send from a phone whose clock is `off`."""
    return reports.enter(who, items, NOW + off, NOW)


def states(outcomes: list[reports.Outcome]) -> list[str]:
    return [one.state for one in outcomes]


def rows() -> list[Any]:
    """All that came of it."""
    told = Acknowledgement.objects.order_by("id")
    return [
        sorted(told.values_list("done", "language", "item", "happened_at")),
        sorted(Report.objects.values_list("item", "language", "broadcast", "sha256")),
        sorted(Message.objects.values_list("text", "place", "heard_via")),
    ]


def test_it_is_entered_once_however_often_it_is_sent(
    who: Communicator, broadcast: Broadcast
) -> None:
    items = [done(1, broadcast), asked(2), recording(3, broadcast)]
    first, second = sent(who, *items), sent(who, *items)
    assert states(first) == ["entered"] * 3
    assert states(second) == ["already"] * 3
    assert [one.item for one in first] == [name(1), name(2), name(3)]
    assert first[1].receipt == second[1].receipt != ""
    assert (Acknowledgement.objects.count(), Report.objects.count()) == (1, 1)
    assert Message.objects.filter(channel=reports.CHANNEL).count() == 1


@MANY
@given(data=st.data())
def test_any_order_and_repetition_ends_in_the_same_rows(
    who: Communicator, broadcast: Broadcast, data: st.DataObject
) -> None:
    Acknowledgement.objects.all().delete()
    Report.objects.all().delete()
    Message.objects.filter(channel=reports.CHANNEL).delete()
    items = [
        done(1, broadcast, 30),
        done(2, broadcast, 10, language="vie"),
        done(3, broadcast, 10, language="hmn"),
        done(4, broadcast, 5, done="received"),
        asked(5),
        asked(6, "Mai nghỉ học phải không"),
        recording(7, broadcast),
        recording(8),
        {"id": name(9), "kind": "nothing"},
    ]
    order = data.draw(st.lists(st.sampled_from(items), max_size=14))
    for item in [*order, *data.draw(st.permutations(items))]:
        sent(who, item)
    found = rows()
    assert found[0] == [
        ("read_aloud", "vie", UUID(int=2), steps.NOON + 10 * MINUTE),
        ("received", "hmn", UUID(int=4), steps.NOON + 5 * MINUTE),
    ]
    assert [row[0].int for row in found[1]] == [7, 8]
    assert len(found[2]) == 2


@pytest.mark.parametrize("off", [-400 * 24 * 60, -61, 0, 7, 400 * 24 * 60])
def test_a_wrong_clock_is_set_right(who: Communicator, broadcast: Broadcast, off: int) -> None:
    wrong = off * MINUTE
    item = done(1, broadcast, at=milliseconds(steps.NOON + 30 * MINUTE, wrong))
    assert states(sent(who, item, off=wrong)) == ["entered"]
    assert Acknowledgement.objects.get().happened_at == steps.NOON + 30 * MINUTE


@pytest.mark.parametrize(
    ("at", "kept"),
    [(NOW + 9 * MINUTE, NOW), (steps.NOON - MINUTE, steps.NOON)],
)
def test_nothing_is_done_before_the_order_or_after_now(
    who: Communicator, broadcast: Broadcast, at: datetime, kept: datetime
) -> None:
    sent(who, done(1, broadcast, at=milliseconds(at)))
    assert Acknowledgement.objects.get().happened_at == kept


def test_two_phones_that_say_the_same_are_one_effect(
    who: Communicator, broadcast: Broadcast
) -> None:
    assert states(sent(who, done(1, broadcast, 40))) == ["entered"]
    assert states(sent(who, done(2, broadcast, 20))) == ["already"]
    assert states(sent(who, done(1, broadcast, 40))) == ["already"]
    assert Acknowledgement.objects.get().happened_at == steps.NOON + 20 * MINUTE


def test_a_bulletin_that_was_stopped_is_entered_and_said(
    who: Communicator, broadcast: Broadcast
) -> None:
    Broadcast.objects.update(stopped_at=steps.NOON + MINUTE)
    (outcome,) = sent(who, done(1, broadcast))
    assert (outcome.state, outcome.says) == ("entered", reports.STOPPED)


def test_a_bulletin_that_was_changed_is_entered_and_said(
    who: Communicator, broadcast: Broadcast, author: Account, colleague: Account
) -> None:
    assert broadcast.version is not None
    newer = steps.correct(author, colleague, broadcast.version.fact_check)
    ordered(colleague, newer, steps.NOON + MINUTE, follows=broadcast)
    (outcome,) = sent(who, done(1, broadcast))
    assert (outcome.state, outcome.says) == ("entered", reports.CHANGED)


def test_a_bulletin_for_others_is_not_theirs_to_read(
    who: Communicator, published: Version, colleague: Account
) -> None:
    elsewhere = ordered(colleague, published, steps.NOON, places=("02680",))
    assert states(sent(who, done(1, elsewhere))) == ["refused"]
    assert states(sent(who, recording(2, elsewhere))) == ["refused"]


BROKEN: list[Any] = [
    None,
    7,
    "asked",
    [],
    {},
    {"kind": "asked"},
    {"id": "x", "kind": "asked", "at": 0, "text": "a"},
    asked(1, at="now"),
    asked(1, at=True),
    asked(1, at=1e300),
    asked(1, at=float("nan")),
    asked(1, ""),
    asked(1, "   "),
    asked(1, "x" * 200_000),
    asked(1, "a\ud800b"),
    asked(1) | {"text": 7},
    asked(1, place="99999"),
    asked(1, place=15),
    asked(1, kind="other"),
    asked(1, kind=[]),
    recording(1, audio=b""),
    recording(1, audio="abc"),
    recording(1, audio=b"MZ" + b"\0" * 500),
    recording(1, audio=VOICE + b"\0" * MOST_BYTES),
    recording(1) | {"language": "xxx"},
    recording(1) | {"broadcast": -1},
]


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_one_broken_item_never_stops_the_others(
    who: Communicator, broadcast: Broadcast, broken: Any
) -> None:
    outcomes = sent(who, done(11, broadcast), broken, asked(12))
    assert states(outcomes) == ["entered", "refused", "entered"]
    says = outcomes[1].says
    assert says is not None
    assert says.vi != says.en


@pytest.mark.parametrize(
    "changed",
    [
        {"broadcast": 0},
        {"broadcast": 10**30},
        {"broadcast": True},
        {"broadcast": 999_999},
        {"done": "x"},
        {"language": 7},
        {"language": "xxx"},
    ],
)
def test_a_done_that_names_nothing_is_refused(
    who: Communicator, broadcast: Broadcast, changed: dict[str, Any]
) -> None:
    assert states(sent(who, done(1, broadcast) | changed)) == ["refused"]
    assert not Acknowledgement.objects.exists()


@MANY
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9), st.lists))
def test_no_json_makes_it_fall(who: Communicator, value: object) -> None:
    parsed = json.loads(json.dumps(value))
    for item in (parsed, {"id": parsed}, asked(1, id=parsed), asked(1, at=parsed)):
        assert states(sent(who, item)) in (["refused"], ["entered"], ["already"])


def test_a_caller_leaves_no_trace_and_gets_a_receipt(who: Communicator) -> None:
    (outcome,) = sent(who, asked(1, "Gọi số 0912 345 678 để nhận quà phải không"))
    message = Message.objects.get(channel=reports.CHANNEL)
    assert "0912" not in message.text
    assert message.entered_by is None
    assert not hasattr(message, "reply_address")
    assert not Report.objects.exists()  # nothing leads from what was asked to who told it
    assert name(1) not in str(vars(message))
    assert len(outcome.receipt) == 14


def test_the_name_of_an_item_belongs_to_who_used_it_first(
    who: Communicator, broadcast: Broadcast, colleague: Account, desk: Desk
) -> None:
    other, _token = joined(colleague, desk, "Lý Thị Mẩy")
    items = [done(1, broadcast), recording(2, broadcast), asked(3)]
    sent(who, *items)
    # What was asked is nobody's: it is a message of its own.
    assert states(sent(other, *items)) == ["refused", "refused", "entered"]
    assert Acknowledgement.objects.count() == 1


def test_who_has_ended_reports_nothing_on_a_bulletin(
    who: Communicator, broadcast: Broadcast
) -> None:
    communicators.leave(who)
    assert states(sent(who, done(1, broadcast))) == ["refused"]


def test_a_recording_is_kept_as_it_came(who: Communicator, broadcast: Broadcast) -> None:
    sent(who, recording(1, broadcast))
    row = Report.objects.get()
    with row.file.open() as file:
        assert file.read() == VOICE
    assert (row.content_type, row.broadcast, row.language) == ("audio/webm", broadcast, "hmn")


def test_a_fault_of_the_desk_keeps_the_item_on_the_phone(
    who: Communicator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("kiemtin.desk.flow.receive.redact", None)
        (outcome,) = sent(who, asked(1))
    assert outcome.state == "later"
    assert states(sent(who, asked(1))) == ["entered"]


def test_moments_are_those_of_utc(who: Communicator, broadcast: Broadcast) -> None:
    sent(who, done(1, broadcast))
    assert Acknowledgement.objects.get().happened_at.astimezone(UTC).hour == 5


def test_a_recording_of_words_that_were_erased_meanwhile_is_not_kept(
    who: Communicator, broadcast: Broadcast, author: Account, colleague: Account
) -> None:
    assert broadcast.version is not None
    steps.correct(author, colleague, broadcast.version.fact_check)
    erase.do(colleague, erase.ask(author, broadcast.version.log_entry, "Tên một người."))
    (outcome,) = sent(who, recording(1, broadcast))
    assert (outcome.state, outcome.says) == ("entered", reports.ERASED)
    assert not Report.objects.exists()
    assert states(sent(who, recording(2))) == ["entered"]
