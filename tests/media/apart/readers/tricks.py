"""Plays the files and libraries that misbehave; one trick a setting."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiemtin.media.apart.refused import Refused


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Do what `settings["trick"]` names."""
    head, body = TRICKS[str(settings["trick"])](data)
    return head, body


def _echo(data: bytes) -> tuple[dict[str, object], bytes]:
    return {"size": len(data), "letters": "Đập\ud800"}, data[::-1]


def _say(text: bytes) -> tuple[dict[str, object], bytes]:
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
    os._exit(0)


def _flood() -> None:
    while True:
        os.write(1, b"{}\n" + bytes(65536))


def _refuse(code: str) -> None:
    raise Refused(code)


def _spin() -> None:
    while True:
        pass


def _can_open() -> bool:
    try:
        Path(__file__).read_bytes()
    except OSError:
        return False
    return True


TRICKS: dict[str, Callable[[bytes], Any]] = {
    "echo": _echo,
    "say": _say,
    "sleep": lambda _data: time.sleep(60),
    "spin": lambda _data: _spin(),
    "eat": lambda _data: [bytes(10**7) for _ in range(10**6)],
    "flood": lambda _data: _flood(),
    "die": lambda _data: os.abort(),
    "leave": lambda _data: os._exit(0),
    "raise": lambda _data: 1 / 0,
    "password": lambda _data: _refuse("password"),
    "strange": lambda _data: _refuse("strange"),
    "deep": lambda _data: _say(b"[" * 100_000),
    "open": lambda _data: ({"open": _can_open()}, b""),
}
