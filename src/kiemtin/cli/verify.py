"""`kiemtin verify`: checks a log in a folder or at an address, a checkpoint or a proof against a
desk's public key, and says what holds, what does not, and what such a check cannot show.

Uses no desk, and no network unless an address is given.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiemtin.cli.say import out, sentence, told
from kiemtin.cli.verify_input import (
    CannotVerify,
    read_keys,
    read_roots,
    read_small,
    read_witnesses,
)
from kiemtin.cli.verify_log import Beside, is_address, verify_log
from kiemtin.record.checkpoint import Checkpoint, open_checkpoint
from kiemtin.record.entry import Entry, read_entry
from kiemtin.record.keys import VerifierKey
from kiemtin.record.proof import HEADER, check_proof, read_proof
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.verify_folder import Report
from kiemtin.refusal import Say

HELP = Say(
    "kiểm tra nhật ký, mốc hoặc bằng chứng bằng khoá công khai của ban",
    "check a log, a checkpoint or a proof with a desk's public key",
)
PATH = Say(
    "thư mục nhật ký, địa chỉ https://… của nhật ký, tệp mốc hoặc tệp .tlog-proof",
    "folder of a log, its address https://…, file of a checkpoint, or .tlog-proof file",
)
KEY = Say(
    "khoá công khai của ban (TÊN+MÃ+BASE64), hoặc tệp chứa khoá, mỗi dòng một khoá; ghi nhiều lần "
    "được khi ban đã đổi khoá",
    "the desk's public key (NAME+ID+BASE64), or a file that holds it, one a line; may be repeated "
    "when the desk changed its key",
)
ENTRY = Say("tệp của mục mà bằng chứng nói tới", "file of the entry that the proof is about")
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
RIGHT, WRONG = Say("✓ {what}", "✓ {what}"), Say("✕ {what}", "✕ {what}")
LIMIT = Say("! {what}", "! {what}")
SIGNED = Say(
    "{origin} đã ký: {size} mục, mã băm gốc {root}",
    "{origin} signed: {size} entries, root hash {root}",
)
WHOLE = Say(
    "mọi mục và mọi tệp đều khớp với chữ ký", "every entry and every file fits the signature"
)
KEPT = Say(
    "{count} mốc giữ lại đều khớp: từ đó đến nay không mục nào bị sửa hay xoá",
    "{count} kept checkpoints fit: no entry was changed or removed since",
)
PROVEN = Say("mục số {index} có trong nhật ký", "entry number {index} is in the log")
ACT = Say("mục này: {kind}, lúc {made_at}", "the entry: {kind}, at {made_at}")
HOLDS = Say("Kết luận: đúng như ban đã ký.", "Conclusion: it is as the desk signed it.")
FAILS = Say(
    "Kết luận: KHÔNG khớp. Số chỗ sai: {count}.", "Conclusion: it does NOT hold. Wrong: {count}."
)
KINDS = {
    "publication": Say("công bố", "publication"),
    "amendment": Say("sửa đổi", "amendment"),
    "update": Say("cập nhật", "update"),
    "withdrawal": Say("rút lại", "withdrawal"),
    "holding_line": Say("lời chờ", "holding line"),
    "objection_received": Say("nhận phản đối", "objection received"),
    "objection_answered": Say("trả lời phản đối", "objection answered"),
    "error_corrected": Say("sửa lỗi", "error corrected"),
    "key_change": Say("đổi khoá", "change of key"),
    "erasure": Say("xoá nội dung", "erasure of a body"),
}


def configure(parser: argparse.ArgumentParser) -> None:
    """What to check, and against which key."""
    parser.add_argument("path", metavar="PATH", help=sentence(PATH))
    parser.add_argument("--key", required=True, action="append", help=sentence(KEY))
    parser.add_argument("--entry", type=Path, help=sentence(ENTRY))
    parser.add_argument("--origin", help=sentence(ORIGIN))
    many: dict[str, Any] = {"action": "append", "default": []}
    parser.add_argument("--known", type=Path, help=sentence(KNOWN), **many)
    parser.add_argument("--witness", help=sentence(WITNESS), **many)
    parser.add_argument("--anchor-ca", type=Path, help=sentence(ANCHOR_CA), **many)


def run(args: argparse.Namespace) -> int:
    """Say what holds; 1 when anything does not."""
    keys = read_keys(args.key)
    beside = Beside(keys, read_witnesses(args.witness), read_roots(args.anchor_ca))
    whole = is_address(args.path) or Path(args.path).is_dir()
    findings = _log(args, keys, beside) if whole else _file(args, keys, beside)
    for finding in findings:
        out(WRONG, what=told(finding))
    for one in beside.statements():
        if one.proven and not findings:
            out(RIGHT, what=sentence(Say(one.vi, one.en)))
        elif not one.proven:
            out(LIMIT, what=sentence(Say(one.vi, one.en)))
    out(FAILS if findings else HOLDS, count=len(findings))
    return 1 if findings else 0


def _log(
    args: argparse.Namespace, keys: Sequence[VerifierKey], beside: Beside
) -> list[RecordRefused]:
    if args.entry:
        raise CannotVerify("entry_unused", {"path": args.path})
    known = {str(path): read_small(path) for path in args.known}
    report = verify_log(args.path, keys, args.origin, known, beside)
    _say_whole(report)
    return report.findings


def _say_whole(report: Report) -> None:
    if report.checkpoint:
        _say_signed(report.checkpoint)
    if report.holds:
        out(RIGHT, what=sentence(WHOLE))
        if report.kept:
            out(RIGHT, what=sentence(KEPT, count=report.kept))


def _file(
    args: argparse.Namespace, keys: Sequence[VerifierKey], beside: Beside
) -> list[RecordRefused]:
    if args.known:
        raise CannotVerify("known_unused", {"path": args.path})
    data = read_small(Path(args.path))
    try:
        if data.startswith(HEADER.encode()):
            _proof(data, args, keys, beside)
        elif args.entry:
            raise CannotVerify("entry_unused", {"path": args.path})
        else:
            _say_signed(open_checkpoint(data, keys, args.origin))
            beside.look_at(data)
    except RecordRefused as refused:
        return [refused]
    return []


def _proof(
    data: bytes, args: argparse.Namespace, keys: Sequence[VerifierKey], beside: Beside
) -> None:
    if args.entry is None:
        raise CannotVerify("needs_entry")
    entry = read_small(args.entry)
    proof = read_proof(data)
    _say_signed(check_proof(proof, entry, keys, args.origin))
    out(RIGHT, what=sentence(PROVEN, index=proof.index))
    beside.look_at(proof.checkpoint)
    act = _act(entry)
    if act:
        when = act.made_at.isoformat(timespec="seconds")
        out(RIGHT, what=sentence(ACT, kind=sentence(KINDS[act.kind]), made_at=when))


def _act(entry: bytes) -> Entry | None:
    """The entry of a desk, or None for that of another kind of log."""
    try:
        return read_entry(entry)
    except RecordRefused:
        return None


def _say_signed(checkpoint: Checkpoint) -> None:
    root = checkpoint.root.hex()
    said = sentence(SIGNED, origin=checkpoint.origin, size=checkpoint.size, root=root)
    out(RIGHT, what=said)
