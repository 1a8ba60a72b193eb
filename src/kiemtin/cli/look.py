"""`kiemtin look FILE`: what a picture, a document or a recording says of itself, what is written in
it, and what to notice; each file is read in processes apart. Uses no desk and no network.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiemtin.cli.say import complain, language, out, told
from kiemtin.refusal import Refusal, Say

if TYPE_CHECKING:
    from kiemtin.media.inside import Inside

HELP = Say(
    "đọc một ảnh, tài liệu hay bản ghi: chữ, thông tin, giấy xuất xứ, dấu vết",
    "read a picture, document or recording: words, facts, origin, traces",
)
PATH = Say("tệp cần đọc; ghi nhiều tệp được", "file to be read; may be several")
HEAD = Say(
    "{name}: {type}, {size} byte, SHA-256 {sha256}",
    "{name}: {type}, {size} bytes, SHA-256 {sha256}",
)
FACT = Say("  {label}: {value}", "  {label}: {value}")
NOTICE = Say("  ! {sentence}", "  ! {sentence}")
HINT = Say("  ? {sentence}", "  ? {sentence}")
WORDS = Say("  Chữ máy đọc được (có thể sai):", "  Words as a machine reads them (may be wrong):")
LINE = Say("    {line}", "    {line}")
UNREAD = Say("{name}: không mở được: {why}", "{name}: cannot be opened: {why}")
PICTURES = {"jpeg", "png", "gif", "webp"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the files."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILES", help=_one(PATH))


def run(args: argparse.Namespace) -> int:
    """Read each file; 1 when one was refused, the others are read all the same."""
    return max(_look(path) for path in args.files)


def _look(path: Path) -> int:
    from kiemtin.media import inside
    from kiemtin.media.document import MOST_BYTES

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        complain(UNREAD, name=path.name, why=error.strerror or type(error).__name__)
        return 1
    try:
        found = inside.look(data, path.name)
    except Refusal as refused:
        complain(Say("{name}: {why}", "{name}: {why}"), name=path.name, why=told(refused))
        return 1
    _say(path.name, found)
    if found.kind in PICTURES:
        _say_picture(data)
    else:
        _say_words(found.text)
    return 0


def _say(name: str, found: "Inside") -> None:
    out(HEAD, name=name, type=found.content_type, size=found.size, sha256=found.sha256)
    for fact in found.facts:
        out(FACT, label=_one(fact.label), value=fact.value)
    for warning in found.warnings:
        out(NOTICE, sentence=warning.vi() if language() == "vi" else warning.en())


def _say_picture(data: bytes) -> None:
    """Words in the picture and traces of what was done to it; what is missing says so."""
    from kiemtin.media import forensics, ocr
    from kiemtin.media.alike import grey
    from kiemtin.media.picture import clean

    try:
        picture = clean(data)
        hints = [*forensics.pressing(data).hints, forensics.clone_hint(grey(picture))]
        for hint in filter(None, hints):
            out(HINT, sentence=" ".join(map(_one, (*hint.reasons, hint.limit))))
        _say_words(ocr.read_text(picture.data).text)
    except Refusal as refused:
        out(NOTICE, sentence=told(refused))


def _say_words(text: str) -> None:
    if text.strip():
        out(WORDS)
        for line in text.splitlines():
            out(LINE, line=line)


def _one(text: Say) -> str:
    return text.vi if language() == "vi" else text.en
