"""Reads the drill's rumours, messages and people as they lie in `data/`; it changes nothing."""

import json
from importlib.resources import files
from typing import Any

DATA = files("kiemtin.desk.demo") / "data"


def rumours() -> list[dict[str, Any]]:
    """Give the rumours in the order of the file; their fields are explained in data/README.md."""
    return _lines("rumours.jsonl")


def messages() -> list[dict[str, Any]]:
    """Give the messages, earliest first."""
    return sorted(
        _lines("messages.jsonl"), key=lambda message: (message["received"], message["key"])
    )


def people() -> dict[str, Any]:
    """Give the desks (parents before children) and the accounts with their roles."""
    found: dict[str, Any] = json.loads((DATA / "people.json").read_text(encoding="utf-8"))
    return found


def _lines(name: str) -> list[dict[str, Any]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
