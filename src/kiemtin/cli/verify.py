"""`kiemtin verify`: checks a log in a folder or at an address, a checkpoint, a proof or a page
against a desk's public key, and says what holds, what does not, and what such a check cannot show.

Uses no desk, and no network unless an address is given.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiemtin.cli import verify_bulletin
from kiemtin.cli.say import out, sentence, told
from kiemtin.cli.verify_address import Fetched, fetch, is_one_thing
from kiemtin.cli.verify_input import (
    CannotVerify,
    GivenKeys,
    read_keys,
    read_roots,
    read_small,
    read_witnesses,
)
from kiemtin.cli.verify_log import Beside, is_address, verify_log
from kiemtin.cli.verify_page import check_page, is_page
from kiemtin.cli.verify_proof import ProofRefused, prove
from kiemtin.cli.verify_words import LIMIT, RIGHT, WRONG, say_signed
from kiemtin.record.checkpoint import open_checkpoint
from kiemtin.record.keys import VerifierKey
from kiemtin.record.proof import HEADER
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.verify_folder import Report
from kiemtin.refusal import Refusal, Say

HELP = Say(
    "kiểm tra nhật ký, mốc hoặc bằng chứng bằng khoá công khai của bàn",
    "check a log, a checkpoint or a proof with a desk's public key",
)
PATH = Say(
    "thư mục nhật ký, địa chỉ https://… của nhật ký, tệp mốc, tệp .tlog-proof, trang đã lưu, mã "
    "của bản tin hoặc tệp chứa mã",
    "folder of a log, its address https://…, file of a checkpoint, .tlog-proof file, saved page, "
    "code of a bulletin, or a file that holds it",
)
KEY = Say(
    "khoá công khai của bàn (TÊN+MÃ+BASE64), hoặc tệp chứa khoá, mỗi dòng một khoá; ghi nhiều lần "
    "được khi bàn đã đổi khoá",
    "the desk's public key (NAME+ID+BASE64), or a file that holds it, one a line; may be repeated "
    "when the desk changed its key",
)
ENTRY = Say("tệp của mục mà bằng chứng nói tới", "file of the entry that the proof is about")
PROOF = Say("tệp .tlog-proof của trang đã lưu", "the .tlog-proof of a saved page of a fact-check")
LIST = Say(
    "danh sách đã ký của bàn (/ma/danh-sach), để biết bản mới nhất",
    "the desk's signed list (/ma/danh-sach), to know the newest version",
)
ORIGIN = Say("tên nhật ký, nếu khác tên khoá", "name of the log, if it is not the key's")
KNOWN = Say(
    "tệp mốc đã giữ từ trước; ghi nhiều lần được",
    "file of a checkpoint that you kept earlier; may be repeated",
)
WITNESS = Say(
    "nhân chứng để tin: KHOÁ TỔ-CHỨC, hoặc tệp chứa các dòng như vậy; ghi nhiều lần được",
    "a witness to believe: KEY ORGANISATION, or a file of such lines; may be repeated",
)
ANCHOR_CA = Say(
    "tệp PEM chứng thư gốc của nơi cấp dấu thời gian; ghi nhiều lần được",
    "PEM file with the root certificate of a time-stamping authority; may be repeated",
)
WHOLE = Say(
    "mọi mục và mọi tệp đều khớp với chữ ký", "every entry and every file fits the signature"
)
KEPT = Say(
    "{count} mốc giữ lại đều khớp: từ đó đến nay không mục nào bị sửa hay xoá",
    "{count} kept checkpoints fit: no entry was changed or removed since",
)
HOLDS = Say("Kết luận: đúng như bàn đã ký.", "Conclusion: it is as the desk signed it.")
FAILS = Say(
    "Kết luận: KHÔNG khớp. Số chỗ sai: {count}.", "Conclusion: it does NOT hold. Wrong: {count}."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """What to check, and against which key."""
    parser.add_argument("path", metavar="PATH", help=sentence(PATH))
    parser.add_argument("--key", required=True, action="append", help=sentence(KEY))
    parser.add_argument("--entry", type=Path, help=sentence(ENTRY))
    parser.add_argument("--proof", type=Path, help=sentence(PROOF))
    parser.add_argument("--list", type=Path, help=sentence(LIST))
    parser.add_argument("--origin", help=sentence(ORIGIN))
    many: dict[str, Any] = {"action": "append", "default": []}
    parser.add_argument("--known", type=Path, help=sentence(KNOWN), **many)
    parser.add_argument("--witness", help=sentence(WITNESS), **many)
    parser.add_argument("--anchor-ca", type=Path, help=sentence(ANCHOR_CA), **many)


def run(args: argparse.Namespace) -> int:
    """Say what holds; 1 when anything does not."""
    keys = read_keys(args.key)
    code = _code(args.path)
    if code is not None:
        note = read_small(args.list) if args.list else None
        return verify_bulletin.check(code, keys, note)
    beside = Beside(keys.believed, read_witnesses(args.witness), read_roots(args.anchor_ca))
    findings: Sequence[Refusal]
    findings = (
        _log(args, keys, beside) if _is_log(args.path) else _file(args, keys.believed, beside)
    )
    for finding in findings:
        out(WRONG, what=told(finding))
    for one in beside.statements():
        if one.proven and not findings:
            out(RIGHT, what=sentence(Say(one.vi, one.en)))
        elif not one.proven:
            out(LIMIT, what=sentence(Say(one.vi, one.en)))
    out(FAILS if findings else HOLDS, count=len(findings))
    return 1 if findings else 0


def _code(path: str) -> str | None:
    """The code of a bulletin as given, or in a file; None for everything else."""
    if verify_bulletin.is_code(path):
        return path
    if is_address(path) or not Path(path).is_file():
        return None
    text = read_small(Path(path)).decode(errors="replace")
    return text if verify_bulletin.is_code(text) else None


def _log(args: argparse.Namespace, keys: GivenKeys, beside: Beside) -> list[RecordRefused]:
    if args.entry:
        raise CannotVerify("entry_unused", {"path": args.path})
    known = {str(path): read_small(path) for path in args.known}
    report = verify_log(args.path, keys, args.origin, known, beside)
    _say_whole(report)
    return report.findings


def _say_whole(report: Report) -> None:
    if report.checkpoint:
        say_signed(report.checkpoint)
    if report.holds:
        out(RIGHT, what=sentence(WHOLE))
        if report.kept:
            out(RIGHT, what=sentence(KEPT, count=report.kept))
    for limit in report.limits:
        out(LIMIT, what=told(limit))


def _file(
    args: argparse.Namespace, keys: Sequence[VerifierKey], beside: Beside
) -> Sequence[Refusal]:
    if args.known:
        raise CannotVerify("known_unused", {"path": args.path})
    data, proof = _given(args)
    try:
        if data.startswith(HEADER.encode()):
            entry = read_small(args.entry) if args.entry else None
            beside.look_at(prove(data, keys, args.origin, entry).proof.checkpoint)
        elif args.entry:
            raise CannotVerify("entry_unused", {"path": args.path})
        elif is_page(data):
            return check_page(data, proof, keys, args.origin)
        else:
            say_signed(open_checkpoint(data, keys, args.origin))
            beside.look_at(data)
    except (RecordRefused, ProofRefused) as refused:
        return [refused]
    return []


def _is_log(path: str) -> bool:
    return not is_one_thing(path) if is_address(path) else Path(path).is_dir()


def _given(args: argparse.Namespace) -> Fetched:
    """What is to be checked, and the proof beside it."""
    proof = read_small(args.proof) if args.proof else None
    if is_address(args.path):
        fetched = fetch(args.path)
        return Fetched(fetched.data, proof or fetched.proof)
    return Fetched(read_small(Path(args.path)), proof)
