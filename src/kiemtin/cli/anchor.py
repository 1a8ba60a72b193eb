"""`kiemtin anchor`: has the log's checkpoint time-stamped by an authority outside (RFC 3161).

`request` writes what is to be sent, `add` checks and keeps the answer. Sending it is left to the
person: this command uses no network.
"""

import argparse
from pathlib import Path
from typing import ClassVar

from kiemtin.cli.say import out, sentence
from kiemtin.cli.start import CannotStart, home
from kiemtin.cli.verify_input import read_roots, read_small
from kiemtin.record.anchor import add, request
from kiemtin.record.reader import LogFolder
from kiemtin.refusal import Refusal, Say

HELP = Say(
    "đóng dấu thời gian (RFC 3161) cho mốc nhật ký ở nơi ngoài",
    "have a checkpoint of the log time-stamped outside (RFC 3161)",
)
ACTION = Say(
    "request: viết yêu cầu; add: kiểm tra và giữ trả lời",
    "request: write what to send; add: check and keep the answer",
)
FILE = Say("tệp trả lời .tsr, khi add", "the answer's file .tsr, for add")
LOG = Say("thư mục nhật ký (mặc định: của bàn này)", "folder of the log (default: this desk's)")
ANCHOR_CA = Say(
    "tệp PEM chứng thư gốc của nơi cấp; cần khi add; ghi nhiều lần được",
    "PEM file with the authority's root certificate; needed for add; may be repeated",
)
ACTIONS = ("request", "add")
WRITTEN = Say(
    "Yêu cầu cho {size} mục: {path}\n"
    "Gửi đi, ví dụ:\n"
    "  curl -H 'Content-Type: application/timestamp-query' --data-binary @{path} -o {size}.tsr "
    "ĐỊA-CHỈ-NƠI-CẤP\n"
    "rồi: kiemtin anchor add {size}.tsr --anchor-ca CHỨNG-THƯ.pem",
    "Request for {size} entries: {path}\n"
    "Send it, for example:\n"
    "  curl -H 'Content-Type: application/timestamp-query' --data-binary @{path} -o {size}.tsr "
    "ADDRESS-OF-THE-AUTHORITY\n"
    "then: kiemtin anchor add {size}.tsr --anchor-ca CERTIFICATE.pem",
)
KEPT = Say(
    "✓ {size} mục đầu đã có từ trước {time}: {authority} đóng dấu thời gian. Đã giữ: {path}",
    "✓ the first {size} entries existed before {time}: time-stamped by {authority}. Kept: {path}",
)


class CannotAnchor(Refusal):
    """Something is missing on the command line."""

    sentences: ClassVar = {
        "needs_file": Say(
            "Hãy ghi tệp trả lời: kiemtin anchor add TỆP.tsr --anchor-ca CHỨNG-THƯ.pem",
            "Name the answer's file: kiemtin anchor add FILE.tsr --anchor-ca CERTIFICATE.pem",
        ),
        "needs_certificate": Say(
            "Cần chứng thư gốc của nơi cấp để kiểm tra trả lời: thêm --anchor-ca CHỨNG-THƯ.pem. "
            "Hãy lấy từ trang của nơi cấp.",
            "Checking the answer takes the authority's root certificate: add --anchor-ca "
            "CERTIFICATE.pem. Take it from the authority's site.",
        ),
        "file_unused": Say(
            "request không cần tệp. Hãy bỏ {file}.", "request takes no file. Leave out {file}."
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do, with which log."""
    parser.add_argument("action", choices=ACTIONS, help=sentence(ACTION))
    parser.add_argument("file", type=Path, nargs="?", help=sentence(FILE))
    parser.add_argument("--log", type=Path, help=sentence(LOG))
    parser.add_argument(
        "--anchor-ca", type=Path, action="append", default=[], help=sentence(ANCHOR_CA)
    )


def run(args: argparse.Namespace) -> int:
    """Write a request or keep an answer."""
    folder = LogFolder(args.log or desk_log())
    if args.action == "add":
        return _add(folder, args)
    if args.file:
        raise CannotAnchor("file_unused", {"file": args.file})
    size, path = request(folder)
    out(WRITTEN, size=size, path=path)
    return 0


def _add(folder: LogFolder, args: argparse.Namespace) -> int:
    if args.file is None:
        raise CannotAnchor("needs_file")
    roots = read_roots(args.anchor_ca)
    if not roots:
        raise CannotAnchor("needs_certificate")
    anchor = add(folder, read_small(args.file), roots, str(args.file))
    stamp = anchor.stamp
    said = {"size": anchor.size, "path": anchor.path, "authority": stamp.authority}
    out(KEPT, time=stamp.time.isoformat(), **said)
    return 0


def desk_log() -> Path:
    """The folder of this desk's log; raises CannotStart (settings)."""
    from kiemtin.web.env import Env

    env = Env()
    folder = env.folder("KIEMTIN_LOG", home() / "log")
    if env.problems:
        raise CannotStart("settings", {"problems": "\n".join(env.problems)})
    return folder
