"""Run one reader on the bytes of a stranger: import it, give up all rights, read, say what came.

Run as a process: on standard input a line of JSON and the bytes; on standard output a line of JSON
and the reader's body. A file that cannot be read is one word in that line, never a traceback.
"""

import codecs
import json
import sys
from importlib import import_module
from typing import Any

from kiemtin.media.apart.confine import Rights, confine
from kiemtin.media.apart.refused import Refused

ENCODINGS = (
    "ascii",
    "cp437",
    "cp1252",
    "cp1258",
    "latin-1",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
)
"""What readers decode from: Python opens a file for each, which is too late once confined."""


def warm(reader: str) -> Any:
    """Import a reader and whatever it would open later."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    module = import_module(f"kiemtin.media.readers.{reader}")
    if loads := getattr(module, "warm", None):
        loads()
    return module


def answer(module: Any, size: int, settings: dict[str, object]) -> bytes:
    """Return what the reader says of the bytes on standard input, or by which word it refuses."""
    try:
        data = sys.stdin.buffer.read(size)
        if len(data) != size:
            raise Refused("broken")
        head, body = module.read(data, settings)
        return _line(head) + bytes(body)
    except Refused as refused:
        return _line({"refused": refused.code})
    except MemoryError:
        return _line({"refused": "too_heavy"})
    except Exception:
        return _line({"refused": "broken"})


def _line(head: dict[str, object]) -> bytes:
    # Letters that no encoding has become question marks; the caller would take no answer with them.
    return json.dumps(head, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def main() -> None:
    """Read what to do, give up all rights, read the bytes and answer."""
    asked = json.loads(sys.stdin.buffer.readline())
    module = warm(asked["reader"])
    confine(Rights(asked["memory"], asked["cpu_seconds"], asked["seconds"]))
    sys.stdout.buffer.write(answer(module, asked["size"], asked["settings"]))
    sys.stdout.buffer.flush()
