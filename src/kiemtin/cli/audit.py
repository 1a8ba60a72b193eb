"""`kiemtin audit verify`: reads the desk's own book, or an exported copy, from its first entry to
its newest, and says whether all of it stands as it was written. Changes nothing.
"""

import argparse
import re
from pathlib import Path
from typing import ClassVar

from kiemtin.cli.say import complain, out, sentence, told
from kiemtin.cli.start import load_desk
from kiemtin.record.chain import Checked, check
from kiemtin.record.chain_file import read
from kiemtin.refusal import Refusal, Say

HELP = Say("kiểm tra sổ việc của bàn", "check the desk's own book of who did what")
ACTION = Say(
    "verify: đọc cả sổ, tìm chỗ bị sửa, xoá, chèn, viết lại",
    "verify: read all of it and find what was altered, removed, put in or made anew",
)
EXPORT = Say(
    "kiểm tra bản đã xuất (JSON hoặc CSV) thay vì cơ sở dữ liệu",
    "check an exported copy (JSON or CSV) instead of the database",
)
KNOWN = Say(
    "SỐ:MÃ của một mục đã chép lại từ trước; ghi nhiều lần được",
    "NUMBER:HASH of an entry that was written down earlier; may be repeated",
)
HOLDS = Say(
    "✓ Sổ còn nguyên: {entries} mục. Đầu sổ: {newest}:{head}",
    "✓ The book stands as it was written: {entries} entries. Its head: {newest}:{head}",
)
EMPTY = Say("✓ Sổ còn trống.", "✓ The book is empty.")
SEALED = Say(
    "! {sealed} mục chỉ có mã băm (việc của bàn khác): nối đúng, nội dung không xem được.",
    "! Of {sealed} entries there is only the hash (other desks' acts): they link, their content "
    "cannot be seen.",
)
WRONG = Say("✕ {what}", "✕ {what}")
MORE = Say("✕ và {count} chỗ nữa", "✕ and {count} more")
NOT_SHOWN = Say(
    "! Phần cuối bị cắt, hoặc cả sổ bị viết lại, chỉ thấy được khi so với một mục đã chép lại từ "
    "trước: --known SỐ:MÃ",
    "! An end that was cut off, or a book made anew, is seen only beside an entry that was written "
    "down earlier: --known NUMBER:HASH",
)
FITS = Say("✓ Khớp với {count} mục đã chép lại.", "✓ It fits {count} entries written down earlier.")
WRITTEN = re.compile(r"(\d{1,18}):([0-9a-f]{64})\Z")


class CannotCheck(Refusal):
    """What was given cannot be used."""

    sentences: ClassVar = {
        "file": Say(
            "Không đọc được {name}: {problem}. Hãy xem lại đường dẫn.",
            "Cannot read {name}: {problem}. Look at the path again.",
        ),
        "known": Say(
            "--known cần SỐ:MÃ với mã 64 chữ số hệ 16 như trang Kiểm tra sổ việc ghi; nhận được "
            "{got}.",
            "--known takes NUMBER:HASH, with the 64 hexadecimal digits that the page of the check "
            "shows; got {got}.",
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """What is checked, and what is known of it."""
    parser.add_argument("action", choices=("verify",), help=sentence(ACTION))
    parser.add_argument("--export", metavar="FILE", help=sentence(EXPORT))
    parser.add_argument(
        "--known", metavar="NUMBER:HASH", action="append", default=[], help=sentence(KNOWN)
    )


def run(args: argparse.Namespace) -> int:
    """Check; 1 when anything is wrong."""
    known = dict(written(text) for text in args.known)
    found = check(read(_text(args.export)), known) if args.export else _database(known)
    return _say(found, len(known))


def written(text: str) -> tuple[int, str]:
    """Number and hash of an entry as somebody wrote it down; raises CannotCheck."""
    match = WRITTEN.match(text.strip().lower())
    if match is None:
        raise CannotCheck("known", {"got": text[:80]})
    return int(match[1]), match[2]


def _text(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8", "replace")
    except OSError as error:
        params = {"name": path, "problem": error.strerror or type(error).__name__}
        raise CannotCheck("file", params) from None


def _database(known: dict[int, str]) -> Checked:
    load_desk()
    from kiemtin.desk.queries import audit

    return audit.check(known)


def _say(found: Checked, known: int) -> int:
    for one in found.findings:
        complain(WRONG, what=told(one))
    if found.broken > len(found.findings):
        complain(MORE, count=found.broken - len(found.findings))
    if found.sealed:
        out(SEALED, sealed=found.sealed)
    if not found.holds:
        return 1
    out(HOLDS if found.entries else EMPTY, **vars(found))
    out(FITS, count=known) if known else out(NOT_SHOWN)
    return 0
