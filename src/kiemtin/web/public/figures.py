"""The desk's figures in words, as JSON and as CSV: three forms of the same tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kiemtin.desk.few import FEW, How, Shown
from kiemtin.desk.queries.transparency import Cell, Table
from kiemtin.desk.words import Claimant, MessageState, NotCheckable, Subject, Verdict, VersionKind

TITLES = {
    "channel": lazy("Tin đến qua đâu"),
    "week": lazy("Tin đến theo tuần"),
    "month": lazy("Tin đến theo tháng"),
    "decision": lazy("Từng điều được hỏi đã ra sao"),
    "outcome": lazy("Tin đồn đã ra sao"),
    "reason": lazy("Vì sao không thuộc diện kiểm chứng"),
    "harm": lazy("Chọn kiểm tra theo mức hại"),
    "spread": lazy("Chọn kiểm tra theo mức lan"),
    "subject": lazy("Kết luận theo chủ đề"),
    "claimant": lazy("Kết luận theo loại nguồn nói ra"),
    "took": lazy("Bao lâu thì được trả lời"),
    "objections": lazy("Phản hồi của người đọc"),
    "corrections": lazy("Bàn đã sửa"),
}
COLUMNS = {
    "messages": lazy("Số tin"),
    "claims": lazy("Số điều được hỏi"),
    "rumours": lazy("Số tin đồn"),
    "checked": lazy("Đã kiểm tra"),
    "answered": lazy("Số điều được hỏi"),
    "half": lazy("Một nửa trong vòng (giờ)"),
    "nine_tenths": lazy("Chín phần mười trong vòng (giờ)"),
    "objections": lazy("Số lượng"),
    "versions": lazy("Số lần"),
}
ROWS: dict[str, dict[str, Any]] = {
    "channel": {
        "web": lazy("Trang web"),
        "phone": lazy("Điện thoại"),
        "paper": lazy("Giấy"),
        "file": lazy("Tệp nhập vào"),
    },
    "decision": dict(MessageState.choices),
    "outcome": {
        "checked": lazy("Đã kiểm tra và công bố"),
        "waiting": lazy("Đang chờ hoặc đang kiểm tra"),
        "not_checkable": lazy("Không thuộc diện kiểm chứng"),
        "merged": lazy("Gộp vào tin đồn khác"),
    },
    "reason": dict(NotCheckable.choices),
    "harm": {
        "3": lazy("3 — nguy hiểm tính mạng"),
        "2": lazy("2 — mất tiền, hoang mang"),
        "1": lazy("1 — phiền"),
        "0": lazy("0 — vô hại"),
        "none": lazy("chưa đánh giá"),
    },
    "spread": {
        "3": lazy("3 — từ 20 người hoặc 6 xã"),
        "2": lazy("2 — từ 5 người hoặc 3 xã"),
        "1": lazy("1 — từ 2 người hoặc 2 xã"),
        "0": lazy("0 — ít hơn"),
    },
    "subject": dict(Subject.choices),
    "claimant": dict(Claimant.choices),
    "took": {
        "holding_line": lazy("Từ lúc hỏi đến thông báo tạm thời"),
        "fact_check": lazy("Từ lúc hỏi đến kết luận"),
    },
    "objections": {
        "received": lazy("Nhận được"),
        "accepted": lazy("Chấp nhận"),
        "corrected": lazy("Trong đó đã sửa bài"),
        "refused": lazy("Không chấp nhận, có lý do"),
        "waiting": lazy("Đang chờ trả lời"),
        "late": lazy("Trong đó quá hạn 7 ngày làm việc"),
        "days_half": lazy("Một nửa được trả lời trong vòng (ngày)"),
        "days_longest": lazy("Lâu nhất (ngày)"),
    },
    "corrections": dict(VersionKind.choices),
}


@dataclass(frozen=True)
class Words:
    """A table as it is read: its heading, the words of its columns and rows, each cell a text."""

    code: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    total: tuple[str, ...] | None

    @property
    def wide(self) -> bool:
        """True when it needs more room than a phone has."""
        return len(self.columns) > 2


def in_words(table: Table) -> Words:
    """The table in the reader's language."""
    return Words(
        table.code,
        str(TITLES[table.code]),
        tuple(_column(code) for code in table.columns),
        tuple((_row(table.code, row.code), tuple(map(said, row.cells))) for row in table.rows),
        tuple(map(said, table.total)) if table.total is not None else None,
    )


def _column(code: str) -> str:
    return str(Verdict(code).label) if code in Verdict.values else str(COLUMNS[code])


def _row(table: str, code: str) -> str:
    if table in ("week", "month"):
        return _day(table, parse_date(code))
    return str(ROWS[table].get(code, code))


def _day(table: str, day: date | None) -> str:
    if day is None:
        return ""
    if table == "month":
        return _("tháng %(month)s/%(year)s") % {"month": day.month, "year": day.year}
    return _("tuần từ %(day)s") % {"day": date_format(day, "DATE_FORMAT")}


def said(cell: Cell) -> str:
    """A figure as it is read; nothing known is a dash."""
    if isinstance(cell, Shown):
        return _counted(cell)
    return "–" if cell is None else number_format(cell, use_l10n=True, force_grouping=True)


def _counted(cell: Shown) -> str:
    if cell.how is How.FEW:
        return _("dưới %(few)s") % {"few": FEW}
    if cell.how is How.WITHHELD:
        return _("không nêu")
    return number_format(cell.value or 0, force_grouping=True)


def plain(cell: Cell) -> int | float | str | None:
    """A figure for programs: a number, "<5", "withheld" or None."""
    if not isinstance(cell, Shown):
        return cell
    if cell.how is How.ROUNDED:
        return cell.value
    return f"<{FEW}" if cell.how is How.FEW else "withheld"


def document(tables: list[Table]) -> dict[str, Any]:
    """The tables for a JSON file, by their codes."""
    return {
        table.code: {
            "columns": table.columns,
            "rows": {row.code: [plain(cell) for cell in row.cells] for row in table.rows},
            "total": None if table.total is None else [plain(cell) for cell in table.total],
        }
        for table in tables
    }


def records(tables: list[Table]) -> Iterator[tuple[object, ...]]:
    """One line a figure for a CSV file, all in codes; the first line names the four columns."""
    yield ("table", "row", "column", "value")
    for table in tables:
        rows = [(row.code, row.cells) for row in table.rows]
        rows += [("total", table.total)] if table.total is not None else []
        for code, cells in rows:
            for column, cell in zip(table.columns, cells, strict=True):
                yield (table.code, code, column, plain(cell))
