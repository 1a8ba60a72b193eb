"""`kiemtin import FILE`: messages of a CSV or JSONL file, each row reported; nothing comes in
twice.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kiemtin.cli.say import complain, language, out, sentence
from kiemtin.cli.start import load_desk
from kiemtin.refusal import Refusal, Say

if TYPE_CHECKING:
    from kiemtin.desk.flow.importing import RowReport
    from kiemtin.desk.models import Desk

HELP = Say("nhập tin từ tệp CSV hoặc JSONL", "import messages from a CSV or JSONL file")
FILE = Say("tệp CSV hoặc JSONL; - là đầu vào chuẩn", "a CSV or JSONL file; - is standard input")
DRY = Say("chạy thử: báo từng dòng, không lưu gì", "dry run: report each row, store nothing")
DESK = Say("tên ngắn của bàn nhận tin (mặc định: bàn gốc)", "slug of the desk (default: the root)")
ROW = Say("dòng {line}: {what}", "line {line}: {what}")
NEW = Say("mới {receipt}", "new {receipt}")
KNOWN = Say("đã có", "known already")
PROGRESS = Say("... {count} dòng", "... {count} rows")
SUM = Say(
    "{new} tin mới, {known} đã có, {bad} dòng lỗi.", "{new} new, {known} known, {bad} bad rows."
)
DRY_SUM = Say(
    "Chạy thử, chưa lưu gì: {new} tin mới, {known} đã có, {bad} dòng lỗi.",
    "Dry run, nothing stored: {new} new, {known} known, {bad} bad rows.",
)
EVERY = 200


class CannotImport(Refusal):
    """The file or the desk is not there."""

    sentences: ClassVar = {
        "file": Say(
            "Không đọc được {name}: {problem}. Hãy xem lại đường dẫn.",
            "Cannot read {name}: {problem}. Look at the path again.",
        ),
        "desk": Say(
            "Không có bàn “{slug}”. Các bàn: {known}.",
            "There is no desk “{slug}”. Desks: {known}.",
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """The file, the desk, and whether it is only a try."""
    parser.add_argument("file", help=sentence(FILE))
    parser.add_argument("--dry-run", action="store_true", help=sentence(DRY))
    parser.add_argument("--desk", default="", help=sentence(DESK))


def run(args: argparse.Namespace) -> int:
    """Import; 1 when a row was bad, the good ones being kept."""
    data, name = read(args.file)
    load_desk()
    from kiemtin.desk.flow import importing

    rows = importing.import_rows(data, name, find_desk(args.desk), dry_run=args.dry_run)
    counts = report(rows)
    out(
        DRY_SUM if args.dry_run else SUM,
        new=counts["new"],
        known=counts["known"],
        bad=counts["bad"],
    )
    return 1 if counts["bad"] else 0


def read(path: str) -> tuple[bytes, str]:
    """The bytes and the name of the file; raises CannotImport."""
    if path == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return Path(path).read_bytes(), Path(path).name
    except OSError as error:
        params = {"name": path, "problem": error.strerror or type(error).__name__}
        raise CannotImport("file", params) from None


def find_desk(slug: str) -> "Desk":
    """The desk of that slug, or the root; raises CannotImport."""
    from kiemtin.desk.models import Desk

    found = Desk.objects.filter(slug=slug) if slug else Desk.objects.filter(parent=None)
    desk = found.order_by("id").first()
    if desk is None:
        known = ", ".join(Desk.objects.values_list("slug", flat=True)) or "–"
        raise CannotImport("desk", {"slug": slug, "known": known})
    return desk


def report(rows: Iterable["RowReport"]) -> Counter[str]:
    """Say what became of each row as it is done; returns the counts by outcome."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row.outcome] += 1
        if row.refusal is not None:
            what = row.refusal.vi() if language() == "vi" else row.refusal.en()
            complain(ROW, line=row.line, what=what)
        else:
            told = NEW if row.outcome == "new" else KNOWN
            out(ROW, line=row.line, what=sentence(told, receipt=row.receipt).strip())
        if counts.total() % EVERY == 0:
            complain(PROGRESS, count=counts.total())
    return counts
