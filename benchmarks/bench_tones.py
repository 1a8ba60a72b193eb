"""Measures how many syllables get their marks back, beside the most frequent reading of each.

    python benchmarks/bench_tones.py [--data ../shared/data]

Texts with marks lose them and are restored; every syllable counts, also those that carry no mark.
No text of these sets is in the counts of the table. Prints a Markdown table and what it ran on.
"""

import argparse
import os
import platform
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks import tone_texts
from kiemtin.text.fold import fold, is_toneless
from kiemtin.text.restore import restore
from kiemtin.text.restore.scan import scan
from kiemtin.text.restore.table import Table, load
from kiemtin.text.tone_marks import place_tones

SETS = (
    ("xquad_vi questions", "xquad_vi/queries.jsonl", "text"),
    ("vifactcheck claims", "vifactcheck/claims.jsonl", "claim"),
    ("claim_contrast_vi messages", "claim_contrast_vi/queries.jsonl", "text"),
    ("vi_social posts", "vi_social/posts.jsonl", "text"),
)
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def main() -> int:
    """Run the benchmark; returns 0 also when the data is not there, after saying so."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--data", type=Path, default=tone_texts.DEFAULT)
    data = parser.parse_args().data
    if absent := tone_texts.missing(data):
        print(f"not in {data}: {', '.join(absent)}. Nothing was measured.")
        print("Give the folder that holds the data with --data.")
        return 0
    print(table(data))
    print(f"\nPython {platform.python_version()}, {platform.machine()}, one thread.")
    return 0


def table(data: Path) -> str:
    """Return the Markdown table of all sets."""
    first = _most_frequent(load())
    lines = [
        "| set | texts | syllables | restored | most frequent reading | texts/s |",
        "|---|---|---|---|---|---|",
    ]
    for name, texts in _sets(data).items():
        marked = [place_tones(unicodedata.normalize("NFC", text)) for text in texts]
        bare = [text.translate(_BARE) for text in marked]
        begin = time.perf_counter()
        restored = [restore(text) for text in bare]
        rate = len(bare) / (time.perf_counter() - begin)
        count, right = _right(marked, restored)
        frequent = _right(marked, [first(text) for text in bare])[1]
        lines.append(
            f"| {name} | {len(bare):,} | {count:,} | {right / count:.3f} "
            f"| {frequent / count:.3f} | {rate:,.0f} |"
        )
    return "\n".join(lines)


def _sets(data: Path) -> dict[str, list[str]]:
    held_out = {"headlines held out": tone_texts.headlines(data).held_out}
    others = {
        name: [row[field] for row in tone_texts.rows(data / file)] for name, file, field in SETS
    }
    return {
        name: [text for text in texts if text and not is_toneless(text)]
        for name, texts in (held_out | others).items()
    }


def _bare_letters() -> dict[int, str]:
    """Map each letter with marks to the bare one of the same case."""
    folded = {code: fold(chr(code)) for code in _LETTERS if len(fold(chr(code))) == 1}
    return {code: bare.upper() if chr(code).isupper() else bare for code, bare in folded.items()}


_BARE = _bare_letters()


def _right(marked: Sequence[str], restored: Sequence[str]) -> tuple[int, int]:
    """Count syllables, and those that came back right."""
    count = right = 0
    for truth, ours in zip(marked, restored, strict=True):
        for token in scan(truth.translate(_BARE)).tokens:
            if token.free:
                span = slice(token.start, token.end)
                count += 1
                right += truth[span] == ours[span]
    return count, right


def _most_frequent(known: Table) -> Callable[[str], str]:
    def rewrite(text: str) -> str:
        letters = list(text.lower())
        for token in scan(text).tokens:
            group = known.class_of.get(token.word)
            if token.free and group is not None:
                letters[token.start : token.end] = known.words[known.firsts[group]]
        pairs = zip(letters, text, strict=True)
        return "".join(new.upper() if old.isupper() else new for new, old in pairs)

    return rewrite


if __name__ == "__main__":
    sys.exit(main())
