"""Fact-checks of other desks are suggested to people and sent to nobody."""

import ast
from datetime import date
from pathlib import Path
from typing import Any

import kiemtin
from kiemtin.desk.flow import deliver, foreign, index, match
from kiemtin.desk.flow.articles import Taken
from kiemtin.desk.models import (
    Account,
    Delivery,
    Desk,
    ForeignCheck,
    Rumour,
    Sending,
    Source,
    Version,
)
from kiemtin.desk.queries import foreign as queries
from kiemtin.desk.words import Decision
from kiemtin.matching.types import Query
from tests.desk import library, steps

MAY_KNOW = {
    "desk/models/library.py",
    "desk/models/__init__.py",
    "desk/flow/foreign.py",
    "desk/flow/library.py",
    "desk/flow/looking.py",
    "desk/flow/suggested.py",
    "desk/queries/foreign.py",
    "web/desk/beside.py",
    "web/desk/views/beside.py",
    "web/desk/views/sources.py",
}
"""All that touches a foreign fact-check: none of it sends, answers or publishes."""


def take(claim: str = steps.CLAIM, **changes: Any) -> ForeignCheck:
    foreign.take(_source(), [library.check(claim=claim, **changes)])
    return ForeignCheck.objects.get()


def _source() -> Source:
    return library.source("Nhóm", kind="fact-check", shape="claimreview")


def test_nothing_that_sends_or_publishes_knows_of_them() -> None:
    root = Path(kiemtin.__file__).parent
    knowing = {
        str(file.relative_to(root))
        for file in root.rglob("*.py")
        if "migrations" not in file.parts and _names(file) & {"ForeignCheck", "foreign"}
    }
    assert knowing <= MAY_KNOW, "a module that may send must not know foreign fact-checks"


def _names(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    return {name.name for one in imported for name in one.names}


def test_no_delivery_sending_or_version_can_point_at_one() -> None:
    for model in (Delivery, Sending, Version, Rumour):
        related = {field.related_model for field in model._meta.get_fields()}
        assert ForeignCheck not in related


def test_who_asks_the_same_gets_no_answer_of_it(desk: Desk, author: Account, noon: object) -> None:
    take()
    message = steps.ask(desk, "1", reply_to="0900 000 001")
    record = match.match_message(message)
    deliver.run_due()
    assert record.decision == Decision.NEW
    assert not index.library().refresh().index.search(steps.CLAIM) or record.rumour is None
    assert not Delivery.objects.exists()
    assert not Sending.objects.exists()
    assert not Version.objects.exists()
    (found,) = queries.beside_message(message)
    assert found.check.publisher == "Nhóm kiểm chứng thí dụ"


def test_it_is_kept_once_and_an_edit_keeps_what_it_said(noon: object, db: None) -> None:
    source = _source()
    one = library.check(rating="Một nửa sự thật")
    assert foreign.take(source, [one]) == Taken(1, 0)
    assert foreign.take(source, [one]) == Taken(0, 0)
    assert foreign.take(source, [library.check(rating="Sai sự thật")]) == Taken(0, 1)
    row = ForeignCheck.objects.get()
    assert (row.rating, row.verdict) == ("Sai sự thật", "false")
    assert [said["rating"] for said in row.earlier] == ["Một nửa sự thật"]


def test_words_that_leave_doubt_mean_no_verdict(noon: object, db: None) -> None:
    assert take(rating="Một nửa sự thật").verdict == ""


def test_a_process_takes_in_what_came_since(noon: object, db: None) -> None:
    source = _source()
    query = Query(steps.CLAIM, steps.NOON.date())
    assert foreign.candidates(query) == ()
    foreign.take(source, [library.check()])
    (first,) = foreign.candidates(query)
    while foreign.encode_some():
        pass
    assert ForeignCheck.objects.exclude(encoder="").exists()
    foreign.take(source, [library.check(claim="Cầu sập")])
    (other,) = foreign.candidates(query)
    assert first.id == other.id
    assert first.probability > other.probability


def test_a_day_that_has_not_come_is_no_day(noon: object, db: None) -> None:
    foreign.take(library.source(), [library.check(said_on=date(9999, 12, 31))])
    assert ForeignCheck.objects.get().said_on is None
