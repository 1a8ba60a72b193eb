from pathlib import Path

import numpy as np
import pytest

from kiemtin.matching import parts, segment
from kiemtin.matching.dense import quantise
from kiemtin.matching.types import Entry
from tests.matching.samples import CLAIMS, BagEncoder

_ENCODER = BagEncoder()
_ENTRIES = {name: Entry(name, claim) for name, claim in CLAIMS.items()}


def _segment(*, vectors: bool = True) -> segment.Segment:
    texts = list(CLAIMS.values())
    block = quantise(_ENCODER.passage(texts), _ENCODER.centre) if vectors else None
    return segment.build(list(CLAIMS), texts, block)


def test_a_part_reads_back_as_it_was(tmp_path: Path) -> None:
    kept = parts.kept(tmp_path, _segment(), _ENTRIES)
    assert kept.part
    again, entries = parts.read(tmp_path / kept.part, _ENCODER.dim)
    assert entries == list(_ENTRIES.values())
    assert again.part == kept.part
    assert again.ids.tolist() == kept.ids.tolist()
    assert np.array_equal(again.words.rows, kept.words.rows)
    assert again.vectors
    assert kept.vectors
    assert np.array_equal(again.vectors.signs, kept.vectors.signs)


def test_a_part_that_is_there_is_not_written_again_even_when_rows_of_it_are_gone(
    tmp_path: Path,
) -> None:
    kept = parts.kept(tmp_path, _segment(), _ENTRIES)
    fewer = kept.drop([0])
    assert parts.kept(tmp_path, fewer, {}) is fewer
    assert len(list(tmp_path.iterdir())) == 1


def test_rows_that_are_gone_before_the_first_writing_are_not_written(tmp_path: Path) -> None:
    gone = next(iter(_ENTRIES))
    left = {name: entry for name, entry in _ENTRIES.items() if name != gone}
    kept = parts.kept(tmp_path, _segment().drop([0]), left)
    assert kept.ids.tolist() == list(left)
    assert kept.size == len(left)


def test_a_part_without_vectors_is_no_part_of_an_index_with_them(tmp_path: Path) -> None:
    kept = parts.kept(tmp_path, _segment(vectors=False), _ENTRIES)
    assert kept.part
    assert parts.read(tmp_path / kept.part, None)[0].vectors is None
    with pytest.raises(FileNotFoundError):
        parts.read(tmp_path / kept.part, _ENCODER.dim)


def test_a_part_whose_files_differ_in_length_is_refused(tmp_path: Path) -> None:
    kept = parts.kept(tmp_path, _segment(), _ENTRIES)
    assert kept.part
    lines = tmp_path / kept.part / "entries.jsonl"
    lines.write_text("".join(lines.read_text(encoding="utf-8").splitlines(True)[:-1]), "utf-8")
    with pytest.raises(ValueError, match="differ in number"):
        parts.read(tmp_path / kept.part, _ENCODER.dim)
