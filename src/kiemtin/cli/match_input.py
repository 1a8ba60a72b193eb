"""The files that `kiemtin match` reads: opened and known by their contents, their rows reported."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, ClassVar, TypeVar

from kiemtin.cli.progress import Progress
from kiemtin.cli.say import complain, told
from kiemtin.matching.jsonl import Problem
from kiemtin.refusal import Refusal, Say

LOST = Say("{name}:{line}: bỏ dòng này: {what}", "{name}:{line}: row left out: {what}")
NOTED = Say("{name}:{line}: lưu ý: {what}", "{name}:{line}: note: {what}")
BLOCK = 1 << 20
UTF_16 = (b"\xff\xfe", b"\xfe\xff")

Row = TypeVar("Row")


class CannotRead(Refusal):
    """A file of rows is not there or is no UTF-8 text at all."""

    sentences: ClassVar = {
        "file": Say(
            "Không đọc được {name}: {problem}. Hãy xem lại đường dẫn.",
            "Cannot read {name}: {problem}. Look at the path again.",
        ),
        "utf16": Say(
            "{name} là UTF-16. Hãy lưu lại bằng UTF-8.",
            "{name} is UTF-16. Save it as UTF-8.",
        ),
    }


@dataclass(frozen=True)
class Input:
    """A file ready to be read from its beginning: its name, contents' hash and number of lines."""

    name: str
    stream: IO[bytes]
    sha256: str
    lines: int


def prepare(path: str, open_files: ExitStack) -> Input:
    """Open a file; what cannot be read twice is kept in a temporary one. Raises CannotRead."""
    name = "stdin" if path == "-" else path
    try:
        stream = _kept(path, open_files)
        found = _look(name, stream)
    except OSError as error:
        raise CannotRead("file", {"name": name, "problem": error.strerror or error}) from None
    return found


def _look(name: str, stream: IO[bytes]) -> Input:
    """Read it once from end to end, and go back to its beginning."""
    contents, lines = sha256(), 0
    while block := stream.read(BLOCK):
        if not lines and block[:2] in UTF_16:
            raise CannotRead("utf16", {"name": name})
        contents.update(block)
        lines += block.count(b"\n")
    stream.seek(0)
    return Input(name, stream, contents.hexdigest(), lines)


def _kept(path: str, open_files: ExitStack) -> IO[bytes]:
    if path != "-" and not Path(path).is_fifo():
        return open_files.enter_context(Path(path).open("rb"))
    copy = open_files.enter_context(_spool())
    with Path(path).open("rb") if path != "-" else nullcontext(sys.stdin.buffer) as source:
        shutil.copyfileobj(source, copy)
    copy.seek(0)
    return copy


def _spool() -> IO[bytes]:
    return TemporaryFile()


class Report:
    """Says what is wrong with rows as they are read, and counts those that were left out."""

    def __init__(self, progress: Progress) -> None:
        self.lost = 0
        self.progress = progress

    def good(self, name: str, rows: Iterable[Row | Problem]) -> Iterator[Row]:
        """Yield the rows that can be taken; the others are named by file and line."""
        for row in rows:
            if isinstance(row, Problem):
                self._tell(name, row)
            else:
                yield row

    def _tell(self, name: str, problem: Problem) -> None:
        self.lost += not problem.kept
        self.progress.clear()
        complain(
            NOTED if problem.kept else LOST,
            name=name,
            line=problem.line,
            what=told(problem.refusal),
        )
