"""Figures in words, in JSON and in CSV say the same, and a small count in none of them."""

import pytest
from django.utils import translation

from kiemtin.desk.few import How, Shown
from kiemtin.desk.period import Period
from kiemtin.desk.queries import transparency
from kiemtin.desk.queries.transparency import Cell, Row, Table
from kiemtin.web.public.figures import (
    COLUMNS,
    ROWS,
    TITLES,
    document,
    in_words,
    plain,
    records,
    said,
)

FEW, MANY = Shown(How.FEW), Shown(How.ROUNDED, 1250)
HIDDEN = Shown(How.WITHHELD)
TABLE = Table("channel", ("messages",), (Row("web", (MANY,)), Row("=x", (FEW,))), (HIDDEN,))


@pytest.mark.parametrize(
    ("cell", "vietnamese", "english", "data"),
    [
        (MANY, "1.250", "1,250", 1250),
        (FEW, "dưới 5", "under 5", "<5"),
        (HIDDEN, "không nêu", "withheld", "withheld"),
        (Shown(How.ROUNDED, 0), "0", "0", 0),
        (3, "3", "3", 3),
        (2.5, "2,5", "2.5", 2.5),
        (None, "–", "–", None),
    ],
)
def test_a_figure(cell: Cell, vietnamese: str, english: str, data: object) -> None:
    assert said(cell) == vietnamese
    with translation.override("en"):
        assert said(cell) == english
    assert plain(cell) == data


def test_a_table_in_words() -> None:
    words = in_words(TABLE)
    assert (words.title, words.columns) == ("Tin đến qua đâu", ("Số tin",))
    assert words.rows == (("Trang web", ("1.250",)), ("=x", ("dưới 5",)))
    assert (words.total, words.wide) == (("không nêu",), False)


def test_weeks_and_months_are_days_as_written_here() -> None:
    for code, label in (("week", "tuần từ 29/09/2025"), ("month", "tháng 9/2025")):
        words = in_words(Table(code, ("messages",), (Row("2025-09-29", (MANY,)),)))
        assert words.rows[0][0] == label


def test_for_programs_it_is_codes() -> None:
    assert document([TABLE]) == {
        "channel": {
            "columns": ("messages",),
            "rows": {"web": [1250], "=x": ["<5"]},
            "total": ["withheld"],
        }
    }
    assert list(records([TABLE]))[1:] == [
        ("channel", "web", "messages", 1250),
        ("channel", "=x", "messages", "<5"),
        ("channel", "total", "messages", "withheld"),
    ]


def test_every_table_has_its_words(db: None) -> None:
    for table in (
        *transparency.tables(Period("")),
        *transparency.tables(Period("2025-10", 2025, 10)),
    ):
        assert table.code in TITLES
        assert in_words(table).columns
        if table.code not in ("week", "month"):
            assert {row.code for row in table.rows} <= ROWS[table.code].keys()
    assert all(COLUMNS.values())
