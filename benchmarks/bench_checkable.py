"""Measures how rarely a claim is taken for chat, and how much chat and opinion is named.

    python benchmarks/bench_checkable.py [--data ../shared/data]

Of claims the share that stays "checkable" or "unsure" counts, of all others the share that does
not. Beside it stand two plain rules: everything is checkable; and what has a digit or eight words
is. The phrases were written with the two contrast sets in sight, so those figures are not held
out; of the held-out half of the comments some thirty were seen before it was set apart, of the
other sets a sample of what came out wrong, of the English rumours nothing until the end. Prints a
Markdown table, and which sets are absent.
"""

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import machine
from kiemtin.text.checkable import suggest

OWN = Path(__file__).resolve().parent / "contrast_own"
DEFAULT = Path("../shared/data")
DAY = dt.date(2025, 10, 1)
NOT_CLAIMS = frozenset({"opinion_or_complaint", "chit_chat"})
MOST = 1_500
WORDS = 8
Row = dict[str, Any]


@dataclass(frozen=True)
class Texts:
    """A file, the field with its texts, which rows count, and whether these are claims."""

    name: str
    file: Path
    field: str
    claims: bool
    wanted: Callable[[int, Row], bool] = lambda _at, _row: True


def _of_claim(_at: int, row: Row) -> bool:
    return row["kind"] not in NOT_CLAIMS


def _of_chat(_at: int, row: Row) -> bool:
    return row["kind"] in NOT_CLAIMS


def sets(data: Path) -> Iterator[Texts]:
    """Give the sets, claims first; `data` is the folder with those of others."""
    given = data / "claim_contrast_vi"
    for name, folder in (("own", OWN), ("claim_contrast_vi", given)):
        yield Texts(f"{name}: messages", folder / "queries.jsonl", "text", True, _of_claim)
        yield Texts(f"{name}: library", folder / "library.jsonl", "claim", True)
        yield Texts(f"{name}: two claims", folder / "two_claims.jsonl", "text", True)
    yield Texts("vifactcheck: claims", data / "vifactcheck/claims.jsonl", "claim", True)
    yield Texts("vi_social: posts", data / "vi_social/posts.jsonl", "text", True)
    headlines = data / "vn_news_headlines/articles.jsonl"
    yield Texts("headlines, magazine and questions too", headlines, "title", True)
    pheme = data / "pheme_rumours/tweets.jsonl"
    yield Texts("pheme: rumours, English", pheme, "text", True)
    english = data / "checkworthiness_en/items.jsonl"
    yield Texts(
        "English, worth checking", english, "text", True, lambda _, r: r["checkworthy"] == 1
    )
    for name, folder in (("own", OWN), ("claim_contrast_vi", given)):
        file = folder / "queries.jsonl"
        yield Texts(f"{name}: chat, opinions", file, "text", False, _of_chat)
    yield Texts("English, not worth it", english, "text", False, lambda _, r: r["checkworthy"] == 0)
    comments = data / "vilexnorm/pairs.jsonl"
    yield Texts("comments, looked at", comments, "original", False, lambda at, _: at % 2 == 0)
    yield Texts("comments, held out", comments, "original", False, lambda at, _: at % 2 == 1)


def main() -> int:
    """Run the benchmark; returns 0 also when data is not there, after saying so."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--data", type=Path, default=DEFAULT)
    data = parser.parse_args().data
    found = list(sets(data))
    there = [one for one in found if one.file.is_file()]
    print("| set | texts | asked of it | suggested | all checkable | digit or length | ms a text |")
    print("|---|---|---|---|---|---|---|")
    for one in there:
        print(line(one))
    print(f"\n{machine()}")
    if absent := sorted({str(one.file) for one in found} - {str(one.file) for one in there}):
        print(f"not there, not measured: {', '.join(absent)}. Give their folder with --data.")
    return 0


def line(one: Texts) -> str:
    """Return a set's line of the table: at most `MOST` of its texts, evenly taken."""
    texts = _texts(one)
    begin = time.perf_counter()
    ours = [suggest(text, DAY).checkable for text in texts]
    spent = 1000 * (time.perf_counter() - begin) / len(texts)
    shares = [
        sum(each == one.claims for each in said) / len(texts)
        for said in (ours, [True] * len(texts), [_plain(text) for text in texts])
    ]
    asked = "claims kept" if one.claims else "others named"
    figures = " | ".join(f"{share:.3f}" for share in shares)
    return f"| {one.name} | {len(texts):,} | {asked} | {figures} | {spent:.1f} |"


def _texts(one: Texts) -> list[str]:
    with one.file.open(encoding="utf-8") as lines:
        rows = [json.loads(text) for text in lines]
    texts = [row[one.field] for at, row in enumerate(rows) if one.wanted(at, row)]
    return texts[:: -(-len(texts) // MOST)]


def _plain(text: str) -> bool:
    return any(map(str.isdigit, text)) or len(text.split()) >= WORDS


if __name__ == "__main__":
    sys.exit(main())
