"""Reads the claims and evidence of ViFactCheck, divided by article: what is fitted on one side is
measured on the other, and no article stands on both.

The parts that come with the set share articles, so they are no measure of new ones.
"""

import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

KINDS = ("supported", "refuted", "nei")
"""The labels in the order of `kiemtin.matching.stance.KINDS`."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim, the passage that it was written from, and what the passage says of it (0 to 2).

    `split` is the set's own part; `held_out` that its article is never fitted on (a fifth is).
    """

    claim: str
    evidence: str
    evidence_id: str
    article: str
    split: str
    kind: int

    @property
    def held_out(self) -> bool:
        """Tell whether this claim is measured and never fitted on."""
        return _share(self.article, "") < 2

    @property
    def fold(self) -> int:
        """Return in which of five parts, by article, it is left out while fitting."""
        return _share(self.article, "fold") % FOLDS


def _share(article: str, salt: str) -> int:
    return blake2b((salt + article).encode(), digest_size=4).digest()[0] % 10


def claims(data: Path) -> list[Checked]:
    """Return all claims of the folder `data`."""
    return [
        Checked(
            row["claim"],
            row["evidence"],
            row["evidence_id"],
            row["article_id"],
            row["split"],
            KINDS.index(row["label"]),
        )
        for row in rows(data / "vifactcheck" / "claims.jsonl")
    ]


def passages(data: Path) -> dict[str, str]:
    """Return all evidence by id."""
    return {row["id"]: row["text"] for row in rows(data / "vifactcheck" / "evidence.jsonl")}


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
