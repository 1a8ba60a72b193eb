"""Build the lists of place names that are also everyday words ("hòa bình", "an toàn").

Counts in running prose, written with capitals where they belong, how often the words of a name
stand there in lower case. Reads JSONL files in the folder given; writes two lists of names with
these counts, with marks and without, and the most frequent syllables; never a sentence. The same
input gives the same bytes.

    python scripts/build_common_names.py ../shared/data
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kiemtin.text.canonical import canonical
from kiemtin.text.places.load import load
from kiemtin.text.places.names import spaced_key

TARGET = Path(__file__).parents[1] / "src/kiemtin/text/places/data"
FILES = (
    "vn_news_headlines/articles.jsonl",
    "vifactcheck/articles.jsonl",
    "xquad_vi/passages.jsonl",
    "vn_laws/articles.jsonl",
    "vnpara/pairs.jsonl",
)
FIELDS = ("title", "summary", "text", "s1", "s2")
LONGEST = 4
FREQUENT = 700
HIGHEST = 99  # beyond this a count says no more
_RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")


def runs(folder: Path) -> Iterator[list[str]]:
    """Give each run of words that only spaces part."""
    for name in FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for text in (row[key] for key in FIELDS if key in row):
                yield from (hit.split(" ") for hit in _RUN.findall(canonical(text)))


def lower_parts(words: list[str]) -> Iterator[str]:
    """Give every part of two to four words that are all in lower case."""
    for start in range(len(words)):
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            if not words[end - 1][0].islower() or not words[start][0].islower():
                break
            yield " ".join(words[start:end])


def count(
    seen: Counter[str], marked: set[str], bare: set[str]
) -> tuple[Counter[str], Counter[str]]:
    """Count the names in lower case, with their marks and without."""
    with_marks = Counter({part: n for part, n in seen.items() if part in marked})
    without: Counter[str] = Counter()
    for part, n in seen.items():
        if (key := spaced_key(part)) in bare:
            without[key] += n
    return with_marks, without


def frequent(seen: Counter[str]) -> list[str]:
    """Give the syllables, without marks, that ordinary prose uses most."""
    times: Counter[str] = Counter()
    for part, n in seen.items():
        if part.count(" ") == 1:
            times[spaced_key(part.partition(" ")[0])] += n
    return sorted(syllable for syllable, _ in times.most_common(FREQUENT) if syllable.isalpha())


def write(name: str, rows: list[str]) -> None:
    """Write one list and say how long it is."""
    (TARGET / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    sys.stdout.write(f"{name}: {len(rows)} rows\n")


def main() -> int:
    """Write the three lists."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder with the data sets named in FILES")
    folder = parser.parse_args().folder
    seen = Counter(part for run in runs(folder) for part in lower_parts(run))
    marked = {unit.name.lower() for unit in load()[1] if " " in unit.name}
    found = count(seen, marked, {spaced_key(name) for name in marked})
    for kind, names in zip(("marked", "bare"), found, strict=True):
        rows = [f"{part}\t{min(times, HIGHEST)}" for part, times in sorted(names.items())]
        write(f"common_{kind}.tsv", rows)
    write("common_syllables.txt", frequent(seen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
