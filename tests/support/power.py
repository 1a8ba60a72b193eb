"""What may be on a disk after a power cut, from the real calls that a piece of code made.

The calls go through to the disk and are written down. A picture is then made of the disk after any
number of them: bytes and names that were not synced may be there, or not, or only in part.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

Call = tuple[str, tuple[Any, ...]]


@dataclass
class Disk:
    """Names → numbers of files (None: a folder), numbers → bytes; now, and as synced."""

    names: dict[Path, int | None] = field(default_factory=dict)
    data: dict[int, bytes] = field(default_factory=dict)
    synced_names: dict[Path, int | None] = field(default_factory=dict)
    synced_data: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """What lies below `folder`, all of it synced."""
        disk = cls()
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            disk.names[inside] = None if path.is_dir() else path.stat().st_ino
            if path.is_file():
                disk.data[path.stat().st_ino] = path.read_bytes()
        disk.synced_names, disk.synced_data = dict(disk.names), dict(disk.data)
        return disk

    def do(self, call: Call) -> None:
        """Take a call into account."""
        name, args = call
        getattr(self, f"_{name}")(*args)

    def _create(self, path: Path, number: int) -> None:
        self.names[path] = number
        self.data[number] = b""

    def _write(self, number: int, data: bytes) -> None:
        self.data[number] += data

    def _sync(self, number: int) -> None:
        self.synced_data[number] = self.data[number]

    def _sync_folder(self, folder: Path) -> None:
        for path in [one for one in self.synced_names if one.parent == folder]:
            del self.synced_names[path]
        self.synced_names |= {one: n for one, n in self.names.items() if one.parent == folder}

    def _link(self, old: Path, new: Path) -> None:
        self.names[new] = self.names[old]

    def _rename(self, old: Path, new: Path) -> None:
        self.names[new] = self.names.pop(old)

    def _remove(self, path: Path) -> None:
        del self.names[path]

    def _mkdir(self, path: Path) -> None:
        self.names[path] = None

    def picture(self, folder: Path, how: str, chance: random.Random) -> None:
        """Write to `folder` what the disk may hold: `how` is all, synced, names or mixed."""
        folders = {one.parent for one in (*self.names, *self.synced_names)}
        new = {one: _choose(how, chance) for one in sorted(folders)}
        names = {
            path: number
            for source, wanted in ((self.names, True), (self.synced_names, False))
            for path, number in source.items()
            if new[path.parent] is wanted
        }
        for path, number in sorted(names.items()):
            if not (folder / path).parent.is_dir():
                continue
            if number is None:
                (folder / path).mkdir()
            else:
                (folder / path).write_bytes(self._bytes(number, how, chance))

    def _bytes(self, number: int, how: str, chance: random.Random) -> bytes:
        now, synced = self.data[number], self.synced_data.get(number, b"")
        if how == "all" or now == synced:
            return now
        if how != "mixed":
            return synced
        return chance.choice([now, synced, now[: len(now) // 2], bytes(len(now))])


def _choose(how: str, chance: random.Random) -> bool:
    """Whether a folder's newest names are there."""
    return how in {"all", "names"} or (how == "mixed" and chance.random() < 0.5)


class Watcher:
    """Stands before the calls of `os` that change a file or a name below `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls: list[Call] = []
        self._opened: dict[int, Path | int] = {}
        self._numbers: dict[int, int] = {}
        self._real = {name: getattr(os, name) for name in (*WATCHED, *TOLD)}

    def open(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        """A file that is made or emptied gets a number; a folder is known by its name."""
        known = Path(path).exists()
        handle: int = self._real["open"](path, flags, *rest, **more)
        inside = Path(path).relative_to(self.folder)
        inode = os.fstat(handle).st_ino
        if flags & os.O_DIRECTORY:
            self._opened[handle] = inside
        elif flags & os.O_TRUNC or not known:
            # The system gives the number of a removed file away again; the model must not.
            number = self._numbers.get(inode, inode) if known else -len(self.calls) - 1
            self._numbers[inode] = self._opened[handle] = number
            self.calls.append(("create", (inside, number)))
        return handle

    def write(self, handle: int, data: Any) -> int:
        """Bytes at the end of a file."""
        done: int = self._real["write"](handle, data)
        if handle in self._opened:
            self.calls.append(("write", (self._opened[handle], bytes(data)[:done])))
        return done

    def fsync(self, handle: int) -> None:
        """A file or the names in a folder reach the disk; the real one need not."""
        target = self._opened[handle]
        self.calls.append(("sync" if isinstance(target, int) else "sync_folder", (target,)))

    def close(self, handle: int) -> None:
        """The number of the handle may be used again."""
        self._opened.pop(handle, None)
        self._real["close"](handle)

    def plain(self, name: str) -> Any:
        """A call that changes names only."""

        def call(*paths: Any, **more: Any) -> None:
            self._real[name](*paths, **more)
            named = [Path(path) for path in paths if isinstance(path, str | Path)]
            inside = tuple(path.relative_to(self.folder) for path in named)
            self.calls.append((TOLD[name], inside))

        return call


WATCHED = ("open", "write", "fsync", "close")
TOLD = {
    "link": "link",
    "replace": "rename",
    "unlink": "remove",
    "rmdir": "remove",
    "mkdir": "mkdir",
}


@contextmanager
def written_down(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[list[Call]]:
    """Let every call that changes a file or a name below `folder` go through and write it down."""
    watcher = Watcher(folder)
    with patch.context() as patched:
        for name in WATCHED:
            patched.setattr(os, name, getattr(watcher, name))
        for name in TOLD:
            patched.setattr(os, name, watcher.plain(name))
        yield watcher.calls
