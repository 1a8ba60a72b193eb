"""A file's rows come through the same door as every message; each has its report, none is twice."""

import pytest

from kiemtin.channels.refusal import FileRefused
from kiemtin.desk import receipts
from kiemtin.desk.flow.importing import Report, import_data
from kiemtin.desk.models import Desk, MatchRecord, Message

ROWS = """id,text,place
1,Đập thủy điện Nậm Mẫu bị vỡ,02683
2,!!!,02683
3,Cầu Cốc Lếu sắp sập,Xã Không Có Trên Đời
4,Gọi 0900 000 001 để nhận tiền cứu trợ,15
"""


def bring(desk: Desk, text: str = ROWS, *, dry_run: bool = False) -> Report:
    return import_data(text.encode(), "tin.csv", desk, dry_run=dry_run)


def outcomes(report: Report) -> list[tuple[int, str]]:
    return [(row.line, row.outcome) for row in report.rows]


def test_every_row_has_its_report(desk: Desk) -> None:
    report = bring(desk)
    assert outcomes(report) == [(2, "new"), (3, "bad"), (4, "bad"), (5, "new")]
    assert report.stored == Message.objects.count() == 2
    assert [row.line for row in report.bad if row.refusal] == [3, 4]


def test_rows_are_redacted_matched_and_have_a_receipt(desk: Desk) -> None:
    report = bring(desk)
    held = {receipts.lookup(row.receipt) for row in report.rows if row.outcome == "new"}
    assert held == set(Message.objects.values_list("receipt", flat=True))
    assert not Message.objects.filter(text__contains="0900").exists()
    assert MatchRecord.objects.count() == 2


def test_same_file_twice_stores_nothing_twice(desk: Desk) -> None:
    bring(desk)
    again = bring(desk)
    assert outcomes(again) == [(2, "known"), (3, "bad"), (4, "bad"), (5, "known")]
    assert again.stored == 0
    assert Message.objects.count() == MatchRecord.objects.count() == 2


def test_id_that_stands_for_another_text_is_no_repetition(desk: Desk) -> None:
    bring(desk)
    for dry_run in (True, False):
        report = bring(desk, "id,text\n1,Trường học đóng cửa\n", dry_run=dry_run)
        (row,) = report.bad
        assert row.refusal is not None
        assert row.refusal.code == "id_taken"


def test_dry_run_tells_the_same_and_stores_nothing(desk: Desk) -> None:
    dry = bring(desk, dry_run=True)
    assert not Message.objects.exists()
    assert outcomes(dry) == outcomes(bring(desk))
    assert outcomes(bring(desk, dry_run=True)) == outcomes(bring(desk))


def test_file_that_cannot_be_read_is_refused_as_a_whole(desk: Desk) -> None:
    with pytest.raises(FileRefused):
        bring(desk, "họ tên,tuổi\nA,3\n")
    assert not Message.objects.exists()
