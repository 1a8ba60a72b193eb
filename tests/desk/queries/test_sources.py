"""What chosen sources say is found by words, source, kind, days and place; copies count as one."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from kiemtin.desk.flow import suggested
from kiemtin.desk.models import Account, Rumour
from kiemtin.desk.queries import sources
from kiemtin.desk.queries.sources import Filters
from tests.desk import library
from tests.desk.steps import NOON


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"Báo", "Trạm"}),
        (Filters(kind="official"), {"Trạm"}),
        (Filters(since=date(2025, 9, 30)), {"Báo"}),
        (Filters(until=date(2025, 9, 30)), {"Trạm"}),
        (Filters(place="15"), {"Báo", "Trạm"}),
        (Filters(place="14"), {"Báo"}),
    ],
)
def test_passages_are_found_as_asked(
    noon: object, db: None, filters: Filters, found: set[str]
) -> None:
    library.article(library.source("Báo"))
    official = library.source("Trạm", kind="official", place="15")
    before = NOON - timedelta(days=10)
    library.article(official, title="Trạm đo", text="Mực nước hồ thấp.", published=before)
    assert {one.source.name for one in sources.search("mực nước hồ", filters)} == found
    assert {one.source.name for one in sources.newest(filters)} == found


def test_one_source_is_picked_out(noon: object, db: None) -> None:
    one = library.article(library.source("Báo"))
    library.article(library.source("Trạm"))
    (found,) = sources.search("mực nước", Filters(source=one.source_id))
    assert (found.article, found.quote) == (one, library.DAM)


def test_copies_are_shown_with_the_first(noon: object, rumour: Rumour) -> None:
    long = library.DAM * 3
    for name in ("Báo A", "Báo B"):
        library.article(library.source(name, address=f"https://{name[-1]}.example/"), text=long)
    (found,) = sources.beside(rumour)
    assert {found.source.name, found.copies[0].source.name} == {"Báo A", "Báo B"}


def test_what_was_laid_aside_at_a_rumour_stays_away_there(
    noon: object, rumour: Rumour, author: Account
) -> None:
    one = library.article()
    assert sources.beside(rumour)
    suggested.leave(author, rumour, one)
    assert sources.beside(rumour) == []
    assert [row.article for row in sources.left_aside(rumour)] == [one]
    assert sources.search(rumour.claim, Filters())


def test_only_the_words_of_a_passage_are_read_from_the_database(noon: object, db: None) -> None:
    long = "\n".join(
        f"Đoạn thứ {at} nói về hồ chứa Nậm Mẫu và mực nước trong ngày." for at in range(9)
    )
    library.article(text=long)
    found = sources.search("mực nước hồ chứa thứ 7", Filters())[0]
    assert found.passage.text.get_deferred_fields() == {"text"}
    assert found.quote == long[found.passage.start : found.passage.end]


def test_a_rumours_page_asks_the_database_as_often_for_many_passages_as_for_one(
    rumour: Rumour, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for at in range(6):
        library.article(
            library.source(f"Báo {at}"), text=f"Đập Nậm Mẫu có vỡ đâu, lần {at} đã nói."
        )
    sources.beside(rumour)
    with django_assert_max_num_queries(3):
        assert len(sources.beside(rumour)) == 5


def test_what_is_asked_for_is_found_behind_many_that_are_nearer(
    noon: object, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "REACHED", 2)
    for at in range(4):
        library.article(library.source(f"Báo {at}"), text=f"Mực nước hồ thấp, lần {at}.")
    other = library.article(library.source("Trạm"), title="Tin", text="Hồ đầy nước mưa từ hôm qua.")
    (found,) = sources.search("mực nước hồ", Filters(source=other.source_id))
    assert found.article == other
