"""A broadcast goes to the communicators of its places by each of their ways, once; a changed text
follows on the same channel, once.
"""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import broadcasting, holding, publish, triage
from kiemtin.desk.models import (
    Account,
    Broadcast,
    Communicator,
    Desk,
    HoldingLine,
    Rumour,
    Sending,
    Version,
)
from kiemtin.desk.moment import at, now
from kiemtin.desk.words import Role, VersionKind
from kiemtin.desk.words_reach import Priority, SendingState
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.spread import BAC_HA, BAT_XAT, SON_LA, Y_TY, communicator, said

NIGHT = datetime(2025, 10, 1, 15, tzinfo=UTC)  # 22:00 in Vietnam
MORNING = datetime(2025, 10, 1, 22, 30, tzinfo=UTC)  # 05:30
FIRST, NORMAL, URGENT = Priority.FIRST, Priority.NORMAL, Priority.URGENT


def going(*states: SendingState) -> list[tuple[str, str]]:
    """Who is to get something by which channel."""
    rows = Sending.objects.filter(state__in=states or [SendingState.QUEUED])
    return sorted(rows.values_list("communicator__name", "channel"))


def sent(broadcast: Broadcast) -> None:
    rows = broadcast.sendings.filter(state=SendingState.QUEUED)
    rows.update(state=SendingState.SENT, sent_at=now())


@pytest.fixture
def three(desk: Desk, author: Account) -> list[Communicator]:
    """Three communes, one of them with two ways, one with none."""
    return [
        communicator(desk, author, BAC_HA, "Bắc Hà", ["sms", "zalo_oa"]),
        communicator(desk, author, BAT_XAT, "Bát Xát", ["sms"]),
        communicator(desk, author, Y_TY, "Y Tý", []),
    ]


@pytest.fixture
def line(noon: datetime, rumour: Rumour, colleague: Account) -> HoldingLine:
    """A holding line in force."""
    return holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao.", checking="Đập vỡ hay không."
    )


def test_everyone_of_the_places_gets_it_by_each_way(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, NORMAL, ["15", BAC_HA])
    assert broadcast.places == ["15"]
    assert going() == [("Bát Xát", "sms"), ("Bắc Hà", "sms"), ("Bắc Hà", "zalo_oa")]
    one = broadcast.sendings.get(communicator=three[1])
    assert one.key == f"b{broadcast.pk}:c{three[1].pk}:sms"
    assert (one.version, one.run_at, one.urgent) == (published, steps.NOON, False)


def test_a_commune_is_named_alone(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    broadcasting.order(author, published, NORMAL, [BAT_XAT])
    assert going() == [("Bát Xát", "sms")]


def test_who_has_not_joined_or_has_ended_gets_nothing(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    Communicator.objects.filter(pk=three[0].pk).update(ended_at=now())
    Communicator.objects.filter(pk=three[1].pk).update(joined_at=None)
    broadcasting.order(author, published, NORMAL, ["15"])
    assert going() == []


def test_another_desks_communicators_and_a_drills_are_left_alone(
    published: Version, author: Account, desk: Desk
) -> None:
    other = Desk.objects.create(slug="bao", name="Toà soạn", place="15")
    drill = Desk.objects.create(slug="tap", name="Tập", place="15", parent=desk, is_drill=True)
    below = Desk.objects.create(slug="bac-ha", name="Bắc Hà", place=BAC_HA, parent=desk)
    for where in (other, drill, below):
        communicator(where, author, BAC_HA, where.slug)
    broadcasting.order(author, published, NORMAL, ["15"])
    assert going() == [("bac-ha", "sms")]


def test_at_night_it_waits_for_the_morning_unless_urgent(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    with at(NIGHT):
        broadcast = broadcasting.order(author, published, FIRST, ["15"])
        assert {one.run_at for one in broadcast.sendings.all()} == {MORNING}
        broadcasting.order(author, published, URGENT, [BAC_HA])
        assert {(one.run_at, one.urgent) for one in broadcast.sendings.all()} == {(NIGHT, True)}


def test_urgent_needs_the_spokesperson(published: Version, desk: Desk, person: Maker) -> None:
    reviewer = person("reviewer", desk, Role.REVIEWER)
    with pytest.raises(NotAllowed):
        broadcasting.order(reviewer, published, URGENT, ["15"])
    assert broadcasting.order(reviewer, published, FIRST, ["15"]).priority == FIRST


def test_a_stranger_and_a_translator_order_nothing(
    published: Version, stranger: Account, desk: Desk, person: Maker
) -> None:
    for who in (stranger, person("translator", desk, Role.TRANSLATOR)):
        with pytest.raises(NotAllowed):
            broadcasting.order(who, published, NORMAL, ["15"])


def test_ordered_again_it_grows_and_never_shrinks(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    first = broadcasting.order(author, published, FIRST, [BAC_HA])
    again = broadcasting.order(author, published, NORMAL, [BAT_XAT])
    assert again.pk == first.pk
    assert (again.places, again.priority) == ([BAT_XAT, BAC_HA], FIRST)
    assert Sending.objects.count() == 3
    sent(again)
    broadcasting.order(author, published, NORMAL, [BAT_XAT])
    assert going() == []


@pytest.mark.parametrize("places", [[], [""], [SON_LA], ["15", SON_LA], ["99999"], ["x"]])
def test_places_that_are_not_the_desks_are_refused(
    published: Version, author: Account, places: list[str]
) -> None:
    with pytest.raises(FlowError) as refused:
        broadcasting.order(author, published, NORMAL, places)
    assert refused.value.code == "no_places"


def test_a_text_is_passed_on_only_where_it_holds(
    noon: datetime, rumour: Rumour, author: Account, colleague: Account
) -> None:
    version = steps.release(author, colleague, rumour, place=BAC_HA)
    with pytest.raises(FlowError) as refused:
        broadcasting.order(author, version, NORMAL, ["15"])
    assert refused.value.code == "not_valid_there"
    assert broadcasting.order(author, version, NORMAL, [BAC_HA]).places == [BAC_HA]


def test_only_what_stands_now_is_ordered(
    line: HoldingLine, published: Version, author: Account, colleague: Account
) -> None:
    newer = steps.correct(author, colleague, published.fact_check)
    gone = steps.correct(
        author, colleague, published.fact_check, kind=VersionKind.WITHDRAWAL, what_was_wrong="Sai."
    )
    for subject, code in ((published, "not_current"), (newer, "not_current"), (gone, "not_valid")):
        with pytest.raises(FlowError) as refused:
            broadcasting.order(author, subject, NORMAL, ["15"])
        assert refused.value.code == code
    with pytest.raises(FlowError) as refused:
        broadcasting.order(author, line, NORMAL, ["15"])
    assert refused.value.code == "line_over"


def test_a_text_past_its_day_is_not_ordered(
    noon: datetime, rumour: Rumour, author: Account, colleague: Account
) -> None:
    until = steps.NOON.date()
    version = steps.release(author, colleague, rumour, valid_until=until)
    with at(steps.NOON + timedelta(days=2)), pytest.raises(FlowError) as refused:
        broadcasting.order(author, version, NORMAL, ["15"])
    assert refused.value.code == "not_valid"


def test_a_holding_line_goes_out_while_it_is_in_force(
    line: HoldingLine, colleague: Account, three: list[Communicator]
) -> None:
    broadcast = broadcasting.order(colleague, line, URGENT, [BAC_HA])
    assert {one.holding_line for one in broadcast.sendings.all()} == {line}
    with at(steps.NOON + timedelta(days=1)), pytest.raises(FlowError) as refused:
        broadcasting.order(colleague, line, URGENT, ["15"])
    assert refused.value.code == "line_over"


def test_what_is_stopped_waits_no_more_and_can_be_ordered_again(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, NORMAL, ["15"])
    broadcast.sendings.filter(channel="zalo_oa").update(state=SendingState.SENT)
    stopped = broadcasting.stop(author, broadcast)
    assert stopped.stopped_at == steps.NOON
    assert going(SendingState.SENT) == [("Bắc Hà", "zalo_oa")]
    assert len(going(SendingState.STOPPED)) == 2
    with pytest.raises(FlowError):
        broadcasting.stop(author, broadcast)
    assert broadcasting.order(author, published, NORMAL, ["15"]).stopped_at is None
    assert going() == [("Bát Xát", "sms"), ("Bắc Hà", "sms")]


def test_an_amendment_follows_to_whoever_got_the_text_before(
    published: Version, author: Account, colleague: Account, three: list[Communicator], desk: Desk
) -> None:
    first = broadcasting.order(author, published, FIRST, [BAC_HA, BAT_XAT])
    first.sendings.filter(channel="zalo_oa").update(state=SendingState.SENT, sent_at=now())
    Communicator.objects.filter(pk=three[0].pk).update(place=SON_LA)  # moved away
    three[0].ways.filter(channel="sms").delete()
    communicator(desk, author, BAT_XAT, "Mới")
    newer = steps.correct(author, colleague, published.fact_check)
    (broadcast,) = broadcasting.follow(newer)
    assert (broadcast.follows, broadcast.version) == (first, newer)
    assert (broadcast.places, broadcast.priority) == (first.places, FIRST)
    assert going() == [("Bát Xát", "sms"), ("Bắc Hà", "zalo_oa"), ("Mới", "sms")]
    assert len(going(SendingState.STOPPED)) == 2
    assert set(broadcast.sendings.values_list("version", flat=True)) == {newer.pk}
    assert broadcasting.follow(newer) == []
    assert Broadcast.objects.count() == 2


def test_a_withdrawal_follows_too(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    sent(broadcasting.order(author, published, NORMAL, ["15"]))
    gone = steps.correct(
        author, colleague, published.fact_check, kind=VersionKind.WITHDRAWAL, what_was_wrong="Sai."
    )
    broadcasting.follow(gone)
    assert len(going()) == 3


def test_the_fact_check_follows_its_holding_lines(
    line: HoldingLine,
    rumour: Rumour,
    author: Account,
    colleague: Account,
    three: list[Communicator],
) -> None:
    sent(broadcasting.order(colleague, line, URGENT, [BAC_HA]))
    with at(steps.NOON + timedelta(minutes=10)):
        second = holding.publish_holding_line(
            colleague, rumour, safe_action="Ở chỗ cao.", checking="Vẫn đang đo."
        )
        newest = broadcasting.order(colleague, second, NORMAL, [BAT_XAT])
        version = steps.release(author, colleague, rumour)
        (broadcast,) = broadcasting.follow(version)
    assert broadcast.follows == newest
    assert (broadcast.places, broadcast.priority) == ([BAT_XAT, BAC_HA], URGENT)
    assert going() == [("Bát Xát", "sms"), ("Bắc Hà", "sms"), ("Bắc Hà", "zalo_oa")]


def test_the_fact_check_follows_the_line_of_what_was_merged_twice(
    line: HoldingLine,
    rumour: Rumour,
    author: Account,
    colleague: Account,
    three: list[Communicator],
) -> None:
    sent(broadcasting.order(colleague, line, URGENT, [BAC_HA]))
    between, last = (
        triage.notice(author, rumour.desk, text, "15") for text in ("Đập rò nước", "Đập nứt")
    )
    triage.merge(author, rumour, between)
    triage.merge(author, between, last)
    (broadcast,) = broadcasting.follow(steps.release(author, colleague, last))
    assert broadcast.places == [BAC_HA]


def test_a_text_ordered_by_hand_before_it_followed_is_extended(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    first = broadcasting.order(author, published, FIRST, [BAC_HA])
    newer = steps.correct(author, colleague, published.fact_check)
    by_hand = broadcasting.order(author, newer, NORMAL, [BAT_XAT])
    (broadcast,) = broadcasting.follow(newer)
    assert broadcast.pk == by_hand.pk
    broadcast.refresh_from_db()
    assert (broadcast.follows, broadcast.priority) == (first, FIRST)
    assert len(going()) == 3


def test_what_the_desk_stopped_follows_only_to_whoever_had_it(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    first = broadcasting.order(author, published, NORMAL, ["15"])
    first.sendings.filter(channel="zalo_oa").update(state=SendingState.SENT)
    broadcasting.stop(author, first)
    broadcasting.follow(steps.correct(author, colleague, published.fact_check))
    assert going() == [("Bắc Hà", "zalo_oa")]


def test_what_was_stopped_before_anyone_had_it_is_over(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    broadcasting.stop(author, broadcasting.order(author, published, NORMAL, ["15"]))
    assert broadcasting.follow(steps.correct(author, colleague, published.fact_check)) == []


def test_a_version_that_was_overtaken_is_not_passed_on(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    sent(broadcasting.order(author, published, NORMAL, ["15"]))
    second = steps.correct(author, colleague, published.fact_check)
    third = steps.correct(author, colleague, published.fact_check, fact="Đập còn nguyên.")
    assert broadcasting.follow(second) == []
    assert len(broadcasting.follow(third)) == 1
    assert len(going()) == 3


def test_each_change_reaches_everybody_once(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    sent(broadcasting.order(author, published, NORMAL, ["15"]))
    for number in range(2):
        text = f"Đập còn nguyên ({number})."
        newer = steps.correct(author, colleague, published.fact_check, fact=text)
        (broadcast,) = broadcasting.follow(newer)
        assert broadcast.sendings.count() == 3
        sent(broadcast)


def test_who_left_gets_no_change(
    published: Version, author: Account, colleague: Account, three: list[Communicator]
) -> None:
    sent(broadcasting.order(author, published, NORMAL, [BAC_HA]))
    said(three[0], Broadcast.objects.get())
    Communicator.objects.filter(pk=three[0].pk).update(ended_at=now())
    broadcasting.follow(steps.correct(author, colleague, published.fact_check))
    assert going() == []


def test_a_change_that_does_not_stand_stops_nothing(
    published: Version, author: Account, three: list[Communicator]
) -> None:
    broadcasting.order(author, published, NORMAL, ["15"])
    assert broadcasting.follow(published) == []
    assert len(going()) == 3


def test_the_database_keeps_one_broadcast_a_version(
    line: HoldingLine, published: Version, author: Account
) -> None:
    broadcasting.order(author, published, NORMAL, ["15"])
    given = {"priority": "normal", "places": ["15"], "ordered_by": author, "ordered_at": now()}
    for subjects in (
        {"version": published},
        {"version": published, "holding_line": line},
        {},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Broadcast.objects.create(**subjects, **given)


def test_a_commune_is_never_sent_to_for_a_rumour_that_was_published_meanwhile(
    rumour: Rumour, noon: datetime, author: Account, colleague: Account, line: HoldingLine
) -> None:
    steps.prove(author, steps.assess(author, rumour))
    draft = steps.sign(colleague, steps.write(author, rumour))
    publish.publish(colleague, draft)
    with pytest.raises(FlowError) as refused:
        broadcasting.order(colleague, line, NORMAL, ["15"])
    assert refused.value.code == "line_over"


PLACES = st.sampled_from([(BAC_HA,), (BAT_XAT,), (BAC_HA, Y_TY), ("15",)])
ACTS = st.lists(
    st.one_of(
        PLACES,
        st.sampled_from(["sms", "zalo_oa", "stop", "change"]),
    ),
    max_size=8,
)


def had(*states: SendingState) -> set[tuple[int | None, str]]:
    """Who has something in one of these states, by which channel."""
    rows = Sending.objects.filter(state__in=states)
    return set(rows.values_list("communicator", "channel"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
@example(acts=[("15",), "sms", "stop"])
@example(acts=[(BAC_HA,), "zalo_oa", "change", "stop", "change", (BAT_XAT,), "sms"])
def test_whoever_had_an_earlier_text_gets_the_newest_once(
    published: Version,
    author: Account,
    colleague: Account,
    three: list[Communicator],
    acts: list[str | tuple[str, ...]],
) -> None:
    with transaction.atomic():
        newest = published
        for act in [*acts, "change"]:
            newest = _step(author, colleague, newest, act)
        keys = Sending.objects.filter(version=newest).values_list("communicator", "channel")
        assert len(keys) == len(set(keys))
        assert had(SendingState.SENT) <= set(keys)
        old = Sending.objects.exclude(version=newest)
        assert not old.filter(state=SendingState.QUEUED).exists()
        transaction.set_rollback(True)


def _step(
    author: Account, colleague: Account, version: Version, act: str | tuple[str, ...]
) -> Version:
    """What the desk, the sender or a new version does."""
    if isinstance(act, tuple):
        broadcasting.order(author, version, NORMAL, act)
    elif act == "stop":
        for broadcast in version.broadcasts.filter(stopped_at=None):
            broadcasting.stop(author, broadcast)
    elif act == "change":
        fact = f"Đập còn nguyên ({version.number})."
        version = steps.correct(author, colleague, version.fact_check, fact=fact)
        broadcasting.follow(version)
    else:
        rows = Sending.objects.filter(state=SendingState.QUEUED, channel=act)
        rows.update(state=SendingState.SENT, sent_at=now())
    return version
