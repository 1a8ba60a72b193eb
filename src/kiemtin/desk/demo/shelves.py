"""The drill's library: made-up sources with made-up articles, as files that a checker took in.

Nothing of it is asked over the network: the addresses end in .example.
"""

import json
from datetime import timedelta
from typing import Any

from kiemtin.desk.demo.stories import DATA
from kiemtin.desk.flow import library
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.moment import at, now
from kiemtin.desk.words_evidence import SourceKind, SourceShape

EDITED = timedelta(hours=20)
"""How long after the first words the source changed them."""


def sources() -> list[dict[str, Any]]:
    """Give the made-up sources with what they say."""
    found: list[dict[str, Any]] = json.loads((DATA / "library.json").read_text(encoding="utf-8"))
    return found


def fill(desk: Desk, checker: Account) -> None:
    """Choose the sources, take in what they say, and then what one of them changed."""
    start = now()
    for told in sources():
        choice = library.Choice(
            name=told["name"],
            kind=SourceKind(told["kind"]),
            shape=SourceShape.FILE,
            place=told["place"],
            trust=told["trust"],
            licence=told["licence"],
        )
        moment = start - timedelta(days=told["days_ago"])
        with at(moment):
            source = library.add(checker, desk, choice)
            data, name = _file(told)
            library.put_file(checker, desk, source, data, name)
        if "edited" in told:
            with at(moment + EDITED):
                library.put_file(checker, desk, source, _lines(told["edited"]), "sua.jsonl")


def _file(told: dict[str, Any]) -> tuple[bytes, str]:
    if "checks" in told:
        return json.dumps(told["checks"], ensure_ascii=False).encode(), "kiem-chung.json"
    return _lines(told["items"]), "bai.jsonl"


def _lines(items: list[dict[str, Any]]) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in items).encode()
