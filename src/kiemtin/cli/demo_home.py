"""The folder of a demonstration: marked as one, so that a real desk is never taken for it, and made
anew when the telling of its cases was cut off.
"""

import shutil
from pathlib import Path
from typing import ClassVar

from kiemtin.refusal import Refusal, Say

DEFAULT = Path.home() / ".local/share/kiemtin-demo"
MARK, TELLING, READY = ".demonstration", "telling", "ready"
MADE_BY_US = (
    "kiemtin.sqlite3",
    "kiemtin.sqlite3-wal",
    "kiemtin.sqlite3-shm",
    "copies",
    "passages",
    "static",
    "log",
)


class NotADemonstration(Refusal):
    """What was named belongs to no demonstration."""

    sentences: ClassVar = {
        "folder": Say(
            "{home} có sẵn thứ khác, không phải bàn mẫu. Hãy chọn thư mục khác bằng --home.",
            "{home} holds something else than a demonstration. Choose another folder with --home.",
        ),
        "account": Say(
            "Không có tài khoản mẫu {email}. Lệnh kiemtin demo in ra các tài khoản.",
            "There is no demonstration account {email}. kiemtin demo prints those there are.",
        ),
    }


def claim(home: Path, *, fresh: bool = False) -> None:
    """Mark `home` as a demonstration's; empty it first when asked, or when it was left half told.

    Raises NotADemonstration when the folder holds something and is not marked.
    """
    mark = home / MARK
    if not mark.exists():
        if home.exists() and any(home.iterdir()):
            raise NotADemonstration("folder", {"home": home})
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    elif fresh or mark.read_text() != READY:
        _empty(home)
    else:
        return
    mark.write_text(TELLING)


def done(home: Path) -> None:
    """Every case is told."""
    (home / MARK).write_text(READY)


def _empty(home: Path) -> None:
    for name in MADE_BY_US:
        if (home / name).is_dir():
            shutil.rmtree(home / name)
        else:
            (home / name).unlink(missing_ok=True)
