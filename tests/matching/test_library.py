from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching import library
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.index import Index
from kiemtin.matching.types import Entry
from tests.matching.samples import CLAIMS, BagEncoder

_ENTRIES = [Entry(name, claim) for name, claim in CLAIMS.items()]
_LONG = Entry("long", ". ".join(CLAIMS.values()))  # has a vector for each of its pieces


class Counting(BagEncoder):
    """Remembers the claims that it encoded."""

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def passage(self, texts: Sequence[str]) -> Matrix:
        self.encoded += texts
        return super().passage(texts)


def test_only_what_changed_is_encoded() -> None:
    encoder = Counting()
    index = Index(encoder)
    library.put_all(index, library.missing(index, _ENTRIES), jobs=2)
    encoder.encoded.clear()

    changed = replace(_ENTRIES[1], claim="Trường nghỉ ba tuần")
    now = [_ENTRIES[0], changed, *_ENTRIES[3:]]
    library.put_all(index, library.missing(index, now), jobs=2)
    assert encoder.encoded == [changed.claim]
    assert index.entries() == {entry.id: entry for entry in now}


def test_threads_and_batches_give_the_index_that_one_put_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(library, "PUT", 4)
    whole, parts = Index(BagEncoder()), Index(BagEncoder())
    whole.put([*_ENTRIES, _LONG])
    told: list[int] = []
    library.put_all(parts, [*_ENTRIES, _LONG], 3, told.append)
    assert told == [4, 7]
    for text in CLAIMS.values():
        assert parts.search(text) == whole.search(text)


def test_what_is_encoded_is_kept_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "PUT", 2)
    monkeypatch.setattr(library, "SAVED", 4)
    index = Index(BagEncoder())
    library.put_all(index, _ENTRIES, 1, folder=tmp_path)
    kept, refused = library.open_index(tmp_path, BagEncoder())
    assert refused is None
    assert len(kept) == 4
    assert [one.id for one in library.missing(kept, _ENTRIES)] == [one.id for one in _ENTRIES[4:]]


def test_an_index_that_cannot_be_used_is_an_empty_one_with_its_reason(tmp_path: Path) -> None:
    index, refused = library.open_index(tmp_path, BagEncoder())
    assert len(index) == 0
    assert refused is not None
    assert refused.code == "absent"


def test_words_alone_need_no_vectors() -> None:
    index = Index()
    library.put_all(index, _ENTRIES, 2)
    assert index.search(CLAIMS["gas"])[0].id == "gas"
    assert np.all([hit.dense == 0 for hit in index.search(CLAIMS["gas"])])


@given(st.lists(st.integers()), st.integers(1, 7))
def test_batches_hold_everything_in_order(things: list[int], size: int) -> None:
    parts = list(library.batches(things, size))
    assert [one for part in parts for one in part] == things
    assert all(len(part) == size for part in parts[:-1])
