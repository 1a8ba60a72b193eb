"""A file that is written over a long run: complete under its name, or not there at all.

What is done stands in NAME.part, and NAME.part.run says of which run it is; the same run goes on
where it stopped, another begins anew.
"""

import fcntl
import json
import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, ClassVar, Protocol, Self

from kiemtin.refusal import Refusal, Say


class CannotWrite(Refusal):
    """The file cannot be written here or now."""

    sentences: ClassVar = {
        "file": Say(
            "Không ghi được {name}: {problem}. Hãy chọn nơi khác, hoặc dọn chỗ rồi chạy lại.",
            "Cannot write {name}: {problem}. Choose another place, or make room and run again.",
        ),
        "folder": Say(
            "{name} là một thư mục. Hãy ghi tên một tệp.",
            "{name} is a folder. Give the name of a file.",
        ),
        "busy": Say(
            "Một lệnh khác đang ghi {name}. Hãy đợi lệnh đó xong.",
            "Another command is writing {name}. Wait until it is done.",
        ),
    }


class Output(Protocol):
    """Where the rows of a run go; `done` has those of before, the decision of each by its id."""

    done: dict[str, str]

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def write(self, row: Mapping[str, Any]) -> None:
        """Add a row."""

    def send(self, lines: bytes) -> None:
        """Add rows that are lines of JSON already."""

    def finish(self) -> None:
        """Every row is written."""


class Partial:
    """Rows of JSON for the file `target`, of the run that `mark` tells from every other.

    `done` holds the rows that an interrupted run left: the decision of each, by its id.
    """

    def __init__(self, target: Path, mark: Mapping[str, object]) -> None:
        """Take up the run; raises CannotWrite."""
        self._name = str(target)
        self._target = target.resolve()
        self._part = self._target.with_name(self._target.name + ".part")
        self._run = self._part.with_name(self._part.name + ".run")
        self.done: dict[str, str] = {}
        if self._target.is_dir():
            raise CannotWrite("folder", {"name": self._name})
        with ExitStack() as opened:
            try:
                self._lock = opened.enter_context(self._run.open("a+", encoding="utf-8"))
                self._file = self._take_up(json.dumps(mark, sort_keys=True))
            except OSError as error:
                raise cannot_write(self._name, error) from None
            opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Keep what is done for the next run."""
        for file in (self._file, self._lock):
            with suppress(OSError):  # what could not be written has been said already
                file.close()

    def write(self, row: Mapping[str, Any]) -> None:
        """Add a row; raises CannotWrite, and the rows before it are kept."""
        self.send(line(row))

    def send(self, lines: bytes) -> None:
        """Add rows; raises CannotWrite, and the rows before them are kept."""
        try:
            self._file.write(lines)
        except OSError as error:
            raise cannot_write(self._name, error) from None

    def finish(self) -> None:
        """Give the file its name; raises CannotWrite."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._part.replace(self._target)
            self._run.unlink()
        except OSError as error:
            raise cannot_write(self._name, error) from None

    def _take_up(self, mark: str) -> IO[bytes]:
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotWrite("busy", {"name": self._name}) from None
        self._lock.seek(0)
        if self._lock.read() != mark:
            self._lock.truncate(0)
            self._part.unlink(missing_ok=True)  # before the mark: rows never get another's mark
            self._lock.write(mark)
            self._lock.flush()
        file = self._part.open("a+b")
        file.truncate(self._read(file))
        return file

    def _read(self, file: IO[bytes]) -> int:
        """Take the ids of the rows that are whole; return where they end."""
        file.seek(0)
        end = 0
        for raw in file:
            try:
                row = json.loads(raw if raw.endswith(b"\n") else b"")
                self.done[row["id"]] = row["decision"]
            except (ValueError, KeyError, TypeError):
                break
            end += len(raw)
        return end


class Pipe:
    """Rows of JSON for what is no plain file: they go out at once, and nothing is taken up.

    `-` is standard output. Raises CannotWrite, and BrokenPipeError when nobody reads on.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.done: dict[str, str] = {}
        try:
            self._file = sys.stdout.buffer if name == "-" else _sink(Path(name))
        except OSError as error:
            raise cannot_write(name, error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Close what was opened here; what is broken is broken already."""
        if self._file is not sys.stdout.buffer:
            with suppress(OSError):
                self._file.close()

    def write(self, row: Mapping[str, Any]) -> None:
        """Send a row."""
        self.send(line(row))

    def send(self, lines: bytes) -> None:
        """Send rows."""
        try:
            self._file.write(lines)
            self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise cannot_write(self._name, error) from None

    def finish(self) -> None:
        """Everything is sent already."""


def _sink(path: Path) -> BinaryIO:
    return path.open("wb")


def open_output(name: str, mark: Mapping[str, object]) -> Output:
    """Open the file for a run that `mark` tells from every other; raises CannotWrite."""
    path = Path(name)
    plain = name != "-" and (path.is_file() or path.is_dir() or not path.exists())
    return Partial(path, mark) if plain else Pipe(name)


def cannot_write(name: str, error: OSError) -> CannotWrite:
    """Return the refusal for what the system said."""
    return CannotWrite("file", {"name": name, "problem": error.strerror or error})


def line(row: Mapping[str, Any]) -> bytes:
    """Return a row as one line of UTF-8."""
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()
