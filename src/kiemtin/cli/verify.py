"""`kiemtin verify`: checks a log's folder, a checkpoint or a proof against a desk's public key, and
says what holds, what does not, and what such a check cannot show. Uses no network and no desk.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from kiemtin.cli.say import out, sentence, told
from kiemtin.record.checkpoint import Checkpoint, open_checkpoint
from kiemtin.record.entry import Entry, read_entry
from kiemtin.record.keys import VerifierKey, read_verifier
from kiemtin.record.notes import MAX_BYTES
from kiemtin.record.proof import HEADER, check_proof, read_proof
from kiemtin.record.reader import LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.verify_folder import Report, verify_folder
from kiemtin.refusal import Refusal, Say

HELP = Say(
    "kiểm tra nhật ký, mốc hoặc bằng chứng bằng khoá công khai của ban",
    "check a log, a checkpoint or a proof with a desk's public key",
)
PATH = Say(
    "thư mục nhật ký, tệp mốc hoặc tệp .tlog-proof",
    "folder of a log, file of a checkpoint, or .tlog-proof file",
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
NOT_SHOWN = Say(
    "Không chứng minh được: mọi người đều thấy cùng một nhật ký (cần chữ ký của nhân chứng bên "
    "ngoài), và điều ban viết là đúng.",
    "Not shown by this: that everyone is shown the same log (that takes the signatures of outside "
    "witnesses), and that what the desk wrote is right.",
)
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


class CannotVerify(Refusal):
    """What was given cannot be checked; the sentence says what is missing."""

    sentences: ClassVar = {
        "unreadable": Say(
            "Không đọc được {path}: {problem}. Hãy kiểm tra đường dẫn.",
            "Cannot read {path}: {problem}. Check the path.",
        ),
        "too_long": Say(
            "{path} dài hơn {limit} byte nên không phải mốc hay bằng chứng. Hãy chọn đúng tệp.",
            "{path} is longer than {limit} bytes, so it is no checkpoint or proof. Choose the "
            "right file.",
        ),
        "needs_entry": Say(
            "Bằng chứng nói về một mục: hãy thêm --entry TỆP với tệp của mục đó.",
            "A proof is about an entry: add --entry FILE with the file of that entry.",
        ),
        "no_key": Say(
            "{path} không có khoá nào. Mỗi dòng một khoá, dạng TÊN+MÃ+BASE64.",
            "{path} holds no key. One key a line, as NAME+ID+BASE64.",
        ),
        "entry_unused": Say(
            "--entry chỉ dùng với tệp bằng chứng, nhưng {path} không phải. Hãy bỏ --entry.",
            "--entry goes with a proof file only, but {path} is none. Leave --entry out.",
        ),
        "known_unused": Say(
            "--known chỉ dùng với thư mục nhật ký, nhưng {path} không phải. Hãy bỏ --known.",
            "--known goes with the folder of a log only, but {path} is none. Leave --known out.",
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """What to check, and against which key."""
    parser.add_argument("path", metavar="PATH", type=Path, help=sentence(PATH))
    parser.add_argument("--key", required=True, action="append", help=sentence(KEY))
    parser.add_argument("--entry", type=Path, help=sentence(ENTRY))
    parser.add_argument("--origin", help=sentence(ORIGIN))
    parser.add_argument("--known", type=Path, action="append", default=[], help=sentence(KNOWN))


def run(args: argparse.Namespace) -> int:
    """Say what holds; 1 when anything does not."""
    keys = read_keys(args.key)
    findings = _folder(args, keys) if args.path.is_dir() else _file(args, keys)
    for finding in findings:
        out(WRONG, what=told(finding))
    out(LIMIT, what=sentence(NOT_SHOWN))
    out(FAILS if findings else HOLDS, count=len(findings))
    return 1 if findings else 0


def read_keys(given: Sequence[str]) -> list[VerifierKey]:
    """The keys themselves, or those in files of that name, one a line.

    Raises NoteRefused (key_…), CannotVerify.
    """
    keys: list[VerifierKey] = []
    for one in given:
        text = one
        if "+" not in one or Path(one).is_file():
            text = read_small(Path(one)).decode(errors="replace")
        keys += [read_verifier(line.strip()) for line in text.splitlines() if line.strip()]
    if not keys:
        raise CannotVerify("no_key", {"path": ", ".join(given)})
    return keys


def read_small(path: Path) -> bytes:
    """The bytes of a key, note, proof or entry; raises CannotVerify."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotVerify("unreadable", {"path": path, "problem": error.strerror}) from None
    if len(data) > MAX_BYTES:
        raise CannotVerify("too_long", {"path": path, "limit": MAX_BYTES})
    return data


def _folder(args: argparse.Namespace, keys: Sequence[VerifierKey]) -> list[RecordRefused]:
    if args.entry:
        raise CannotVerify("entry_unused", {"path": args.path})
    known = {str(path): read_small(path) for path in args.known}
    report = verify_folder(LogFolder(args.path), keys, args.origin, known)
    _say_whole(report)
    return report.findings


def _say_whole(report: Report) -> None:
    if report.checkpoint:
        _say_signed(report.checkpoint)
    if report.holds:
        out(RIGHT, what=sentence(WHOLE))
        out(RIGHT, what=sentence(KEPT, count=report.kept))


def _file(args: argparse.Namespace, keys: Sequence[VerifierKey]) -> list[RecordRefused]:
    if args.known:
        raise CannotVerify("known_unused", {"path": args.path})
    data = read_small(args.path)
    try:
        if data.startswith(HEADER.encode()):
            _proof(data, args, keys)
        elif args.entry:
            raise CannotVerify("entry_unused", {"path": args.path})
        else:
            _say_signed(open_checkpoint(data, keys, args.origin))
    except RecordRefused as refused:
        return [refused]
    return []


def _proof(data: bytes, args: argparse.Namespace, keys: Sequence[VerifierKey]) -> None:
    if args.entry is None:
        raise CannotVerify("needs_entry")
    entry = read_small(args.entry)
    proof = read_proof(data)
    _say_signed(check_proof(proof, entry, keys, args.origin))
    out(RIGHT, what=sentence(PROVEN, index=proof.index))
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
