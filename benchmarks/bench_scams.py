"""Measures how many scam messages are named by their kind, and how much else is taken for one.

    python benchmarks/bench_scams.py [--data ../shared/data]

The messages of benchmarks/scam_texts.tsv were written after the signs and never tuned on; each is
also read without marks. Headlines with their leads (every fifth) and social posts are taken to be
no scams; a post that is one would count as false.
"""

import argparse
import csv
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.machine import machine
from kiemtin.text.fold import fold
from kiemtin.text.scams import scam_hints

OWN = Path(__file__).with_name("scam_texts.tsv")
HONEST = "honest"


def main() -> int:
    """Print what is found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    with OWN.open(encoding="utf-8", newline="") as lines:
        rows = [(row["kind"], row["text"]) for row in csv.DictReader(lines, delimiter="\t")]
    _print_own("as written", rows)
    _print_own("without marks", [(kind, fold(text)) for kind, text in rows])
    _print_others("headlines", list(_headlines(data))[::5])
    _print_others("social posts", list(_posts(data)))
    print(machine())
    return 0


def _print_own(name: str, rows: list[tuple[str, str]]) -> None:
    scams = [(kind, {one.code for one in scam_hints(text)}) for kind, text in rows]
    named = [kind in found for kind, found in scams if kind != HONEST]
    told = [bool(found) for kind, found in scams if kind != HONEST]
    false = [bool(found) for kind, found in scams if kind == HONEST]
    missed = sorted(kind for kind, found in scams if kind != HONEST and kind not in found)
    print(
        f"{name}: kind named {sum(named)} of {len(named)}, any hint {sum(told)}; "
        f"near misses taken for scams {sum(false)} of {len(false)}; not named: {missed}"
    )


def _print_others(name: str, texts: list[str]) -> None:
    if not texts:
        print(f"{name}: absent")
        return
    start = time.process_time()
    found = [hints for text in texts if (hints := scam_hints(text))]
    took = (time.process_time() - start) / len(texts) * 1000
    some = sum(any(one.strength == "some" for one in hints) for hints in found)
    print(f"{name}: {len(found)} of {len(texts):,} ({some} strong), {took:.1f} ms each")


def _headlines(data: Path) -> Iterator[str]:
    for row in _rows(data / "vn_news_headlines" / "articles.jsonl"):
        yield f"{row.get('title', '')}. {row.get('summary', '')}"


def _posts(data: Path) -> Iterator[str]:
    for row in _rows(data / "vi_social" / "posts.jsonl"):
        yield row.get("text", "")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main())
