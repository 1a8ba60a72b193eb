"""The desk's figures: each is counted as it says, in its period, and what people sent is never told
to the last one.
"""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from kiemtin.desk.few import How, Shown, shown
from kiemtin.desk.flow import answer, divide, holding, listen, match, publish, triage
from kiemtin.desk.models import Account, Desk, FactCheck, Message, Rumour
from kiemtin.desk.moment import at
from kiemtin.desk.period import Period, read
from kiemtin.desk.queries import transparency
from kiemtin.desk.queries.transparency import Member, Table
from kiemtin.desk.words import Claimant, NotCheckable, ObjectionOutcome, VersionKind
from kiemtin.text.sentences import clauses
from tests.desk import steps

ALL = Period("")
HOUR = timedelta(hours=1)


def rows(table: Table) -> dict[str, Sequence[object]]:
    """Each row's figures by its code."""
    return {row.code: row.cells for row in table.rows}


def asked(desk: Desk, count: int, *, after: timedelta = timedelta(0), **changes: object) -> None:
    """So many people ask, each something else."""
    first = Message.objects.count()
    for number in range(first, first + count):
        steps.ask(desk, f"n{number}", f"tin số {number}", received_at=steps.NOON + after, **changes)


def test_messages_by_channel_the_most_used_first(desk: Desk, noon: object) -> None:
    asked(desk, 3, channel="paper")
    asked(desk, 12)
    table = transparency.by_channel(ALL)
    assert [(row.code, row.cells) for row in table.rows] == [
        ("web", (shown(12),)),
        ("paper", (Shown(How.FEW),)),
    ]
    assert table.total == (shown(15),)


def test_parts_of_a_message_are_one_message_and_several_claims(
    desk: Desk, author: Account, noon: object
) -> None:
    for name in "abcde":
        message = steps.ask(desk, name, f"{TWO} {name}")
        divide.divide(author, message, [clauses(message.text)[-1][0]])
    assert Message.objects.filter(part_of__isnull=False).exists()
    assert transparency.by_channel(ALL).total == (shown(5),)
    assert transparency.by_decision(ALL).total == (shown(10),)


TWO = "Đập thủy điện Nậm Mẫu bị vỡ phải không ạ? Còn mai học sinh cả tỉnh được nghỉ học à, hay bịa"


def test_a_month_is_told_by_weeks_and_a_year_by_months(desk: Desk, noon: object) -> None:
    asked(desk, 6)
    asked(desk, 6, after=timedelta(days=7))
    asked(desk, 6, after=timedelta(days=40))
    month, year = read("2025-10"), read("2025")
    assert month
    assert year
    assert rows(transparency.by_time(month)) == {
        "2025-09-29": (shown(6),),
        "2025-10-06": (shown(6),),
    }
    assert rows(transparency.by_time(year)) == {
        "2025-10-01": (shown(12),),
        "2025-11-01": (shown(6),),
    }
    assert transparency.years() == {2025: [10, 11]}


def test_nothing_of_another_period_is_counted(
    desk: Desk, author: Account, colleague: Account, rumour: Rumour, noon: object
) -> None:
    asked(desk, 6)
    steps.release(author, colleague, rumour)
    other = read("2024")
    assert other
    figures = [
        cell for table in transparency.tables(other) for row in table.rows for cell in row[1]
    ]
    counted = [one for one in figures if one not in (None, 0, shown(0))]
    assert counted == [Shown(How.FEW)] * 5, (
        "the rumour itself, opened in 2024: outcome, harm, spread"
    )
    assert transparency.team(other) == []


def test_what_became_of_rumours_and_why(
    desk: Desk, author: Account, rumour: Rumour, noon: object
) -> None:
    for number in range(6):
        opened = triage.notice(author, desk, f"Chuyện số {number}")
        why = NotCheckable.OPINION if number else NotCheckable.SATIRE
        triage.rumour_not_checkable(author, opened, why)
    for number in range(6):
        triage.notice(author, desk, f"Việc số {number}")
    table = rows(transparency.by_outcome(ALL))
    assert table["not_checkable"] == (shown(6),)
    assert table["waiting"] == (shown(7),)
    assert table["checked"] == (shown(0),)
    assert set(rows(transparency.by_reason(ALL))) == {"opinion", "satire"}
    assert rows(transparency.by_harm(ALL))["none"] == (shown(6), shown(0))


def test_spread_is_counted_from_who_asked_and_where(
    desk: Desk, author: Account, rumour: Rumour, noon: object
) -> None:
    for number in range(5):
        triage.attach(author, steps.ask(desk, str(number), f"tin {number}"), rumour)
    assert rows(transparency.by_spread(ALL))["2"] == (Shown(How.FEW), shown(0))


def test_what_the_machine_left_empty_is_no_rumour(
    desk: Desk, author: Account, rumour: Rumour, noon: object
) -> None:
    message = steps.ask(desk, "a", "Cầu treo bị cuốn trôi ở xã bên tối qua")
    match.match_message(message)
    message.refresh_from_db()
    triage.attach(author, message, rumour)
    counted = rows(transparency.by_outcome(ALL))
    assert Rumour.objects.count() == 2
    assert counted == {
        "checked": (shown(0),),
        "waiting": (Shown(How.FEW),),
        "not_checkable": (shown(0),),
        "merged": (shown(0),),
    }
    triage.merge(author, triage.notice(author, desk, "Cầu treo trôi"), rumour)
    assert rows(transparency.by_outcome(ALL))["merged"] == (Shown(How.FEW),)


def test_verdicts_by_subject_are_exact_and_by_claimant_are_not(
    desk: Desk, author: Account, colleague: Account, rumour: Rumour, noon: object
) -> None:
    steps.assess(author, rumour, claimant=Claimant.POSING)
    rumour.refresh_from_db()
    assert rumour.claimant == Claimant.POSING
    steps.prove(author, rumour)
    draft = steps.sign(colleague, steps.write(author, rumour))
    publish.publish(colleague, draft)
    assert rows(transparency.by_subject(ALL)) == {"dam": (0, 0, 0, 1, 0)}
    nothing = shown(0)
    assert rows(transparency.by_claimant(ALL)) == dict.fromkeys(
        Claimant.values, (nothing, nothing, nothing, Shown(How.WITHHELD), nothing)
    ), "the table above tells that it is one: no row may tell of which kind"
    assert transparency.by_claimant(ALL).total is None


def test_without_a_verdict_no_kind_of_claimant_has_a_row(desk: Desk) -> None:
    assert transparency.by_claimant(ALL).rows == ()


def test_a_withdrawn_page_has_no_verdict_and_is_a_correction(
    author: Account, colleague: Account, rumour: Rumour, noon: object
) -> None:
    version = steps.release(author, colleague, rumour)
    steps.correct(author, colleague, version.fact_check)
    steps.correct(author, colleague, version.fact_check, kind=VersionKind.WITHDRAWAL)
    assert transparency.by_subject(ALL).rows == ()
    assert rows(transparency.corrections(ALL)) == {
        "amendment": (1,),
        "withdrawal": (1,),
        "update": (0,),
    }


def test_hours_until_answered_are_the_nearest_rank(
    desk: Desk, author: Account, colleague: Account, rumour: Rumour
) -> None:
    messages = []
    with at(steps.NOON):
        for number in range(10):
            one = steps.ask(
                desk, str(number), f"tin {number}", received_at=steps.NOON - number * HOUR
            )
            triage.attach(author, one, rumour)
            messages.append(one)
        holding.publish_holding_line(colleague, rumour, safe_action="Lên cao.", checking="Đập.")
    with at(steps.NOON + HOUR):
        version = steps.release(author, colleague, rumour)
        answer.deliver_to_all(messages, version)
    took = rows(transparency.took(ALL))
    assert took["holding_line"] == (shown(10), 4.0, 8.0)
    assert took["fact_check"] == (shown(10), 5.0, 9.0)


def test_of_few_answers_no_hours_are_told(published: object, desk: Desk) -> None:
    message = steps.ask(desk, "1")
    fact_check = FactCheck.objects.get()
    assert fact_check.current
    answer.deliver_to(message, fact_check.current, automatic=True)
    assert rows(transparency.took(ALL))["fact_check"] == (Shown(How.FEW), None, None)


def test_objections_are_exact_with_days_and_those_late(
    desk: Desk, author: Account, colleague: Account, rumour: Rumour
) -> None:
    with at(steps.NOON):
        fact_check = steps.release(author, colleague, rumour).fact_check
        said = [
            listen.object_to(fact_check, f"Tôi thấy khác {one}", external_id=one).objection
            for one in "abc"
        ]
    with at(steps.NOON + timedelta(days=3)):
        listen.answer_objection(colleague, said[0], ObjectionOutcome.REFUSED, "vì")
    with at(steps.NOON + timedelta(days=20)):
        listen.answer_objection(colleague, said[1], ObjectionOutcome.REFUSED, "vì")
        figures = {code: cells[0] for code, cells in rows(transparency.objections(ALL)).items()}
    assert figures == {
        "received": 3,
        "accepted": 0,
        "corrected": 0,
        "refused": 2,
        "waiting": 1,
        "late": 1,
        "days_half": 3,
        "days_longest": 20,
    }


def test_the_team_is_who_stands_on_pages_and_nobody_else(
    author: Account, colleague: Account, stranger: Account, rumour: Rumour, noon: object
) -> None:
    steps.release(author, colleague, rumour)
    assert transparency.team(ALL) == [
        Member("author", ("checker",)),
        Member("colleague", ("reviewer", "spokesperson")),
    ]


def test_an_empty_desk_has_figures_too(db: None) -> None:
    assert all(table.rows or table.code for table in transparency.tables(ALL))
    assert transparency.years() == {}


@pytest.mark.parametrize("text", ["", "2025", "2025-10"])
def test_the_number_of_questions_to_the_database_does_not_grow(
    desk: Desk, noon: object, text: str, django_assert_max_num_queries: object
) -> None:
    period = read(text)
    assert period
    asked(desk, 30)
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(30):
        transparency.tables(period)
