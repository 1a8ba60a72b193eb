"""`kiemtin capture ADDRESS FILE`: keeps a web page as it is now in one file (WACZ) that any reader
of web archives opens. Uses no desk.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kiemtin.cli.say import complain, language, out
from kiemtin.refusal import Refusal, Say

if TYPE_CHECKING:
    from kiemtin.media.fetch import Means

HELP = Say("lưu một trang web thành tệp WACZ", "keep a web page as a WACZ file")
ADDRESS = Say("địa chỉ https://… của trang", "address https://… of the page")
FILE = Say("tệp .wacz sẽ ghi; chưa được có sẵn", "the .wacz file to write; must not exist yet")
SITE = Say(
    "địa chỉ trang của người lưu, máy chủ của trang thấy",
    "the site of whoever keeps it, which the page's server sees",
)
MAIL = Say("thư điện tử để máy chủ của trang liên lạc", "mail address for the page's server")
BROWSER = Say("trình duyệt Chromium để chụp ảnh trang", "a Chromium that takes a picture of it")
KEPT = Say(
    "{title}\n{size} byte, SHA-256 {sha256}\nMã trả lời {status}; {missing} phần không lấy được",
    "{title}\n{size} bytes, SHA-256 {sha256}\nStatus {status}; {missing} parts could not be had",
)


class CannotKeep(Refusal):
    """What was kept cannot be written."""

    sentences: ClassVar = {
        "there": Say(
            "{name} đã có; bản lưu không ghi đè. Hãy chọn tên khác.",
            "{name} exists; an archive overwrites nothing. Choose another name.",
        ),
        "file": Say(
            "Không ghi được {name}: {problem}. Hãy chọn nơi khác.",
            "Cannot write {name}: {problem}. Choose another place.",
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the address, the file and who keeps it."""
    parser.add_argument("address", metavar="ADDRESS", help=_one(ADDRESS))
    parser.add_argument("file", type=Path, metavar="FILE", help=_one(FILE))
    parser.add_argument("--site", default="", metavar="URL", help=_one(SITE))
    parser.add_argument("--mail", default="", help=_one(MAIL))
    parser.add_argument("--chromium", metavar="PATH", help=_one(BROWSER))


def run(args: argparse.Namespace, means: "Means | None" = None) -> int:
    """Keep it; 1 when it could not be had or written."""
    from kiemtin.media import archive
    from kiemtin.media.fetch import Identity, Means
    from kiemtin.media.fetch.target import read as read_address

    means = means or Means()
    try:
        read_address(args.address, means.network.loopback)
        if args.file.exists():
            raise CannotKeep("there", {"name": args.file.name})
        who = Identity(args.site or "none", args.mail)
        had = archive.capture(args.address, who, means=means, chromium=args.chromium)
        _write(args.file, had.wacz)
    except Refusal as refused:
        complain(refused)
        return 1
    kept = {"title": had.readable.title or args.address, "size": len(had.wacz)}
    more = {"sha256": had.sha256, "status": had.page.status, "missing": len(had.missing)}
    out(KEPT, **kept, **more)
    return 0


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise CannotKeep("there", {"name": path.name}) from None
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CannotKeep("file", {"name": path.name, "problem": problem}) from None


def _one(text: Say) -> str:
    return text.vi if language() == "vi" else text.en
