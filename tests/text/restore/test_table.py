import io
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.text.fold import fold
from kiemtin.text.restore import errors, table
from kiemtin.text.restore.errors import TableBroken
from kiemtin.text.syllable import is_syllable

_FILE = files("kiemtin.text.restore").joinpath("data/syllables.npz")
_PACKED = _FILE.read_bytes()


def _changed(**changes: object) -> bytes:
    with np.load(io.BytesIO(_PACKED)) as packed:
        arrays = {name: packed[name] for name in packed.files} | changes
    out = io.BytesIO()
    np.savez(out, **{name: array for name, array in arrays.items() if array is not None})
    return out.getvalue()


def test_every_syllable_stands_in_the_class_it_folds_to() -> None:
    loaded = table.load()
    assert all(is_syllable(word) for word in loaded.words if word not in {".", "0"})
    for word in loaded.words:
        group = loaded.class_of[fold(word)]
        assert loaded.words[loaded.firsts[group] + loaded.place_of[word]] == word


def test_runs_are_found_by_their_classes_and_others_are_not() -> None:
    runs = table.Runs([3, 8], [0, 2, 3], [1, 2, 17], b"abc")
    assert [runs.span(key) for key in (3, 8)] == [range(2), range(2, 3)]
    assert all(not runs.span(key) for key in (0, 5, 9))


def test_the_packaged_table_is_small() -> None:
    assert len(_PACKED) < 3_000_000


def test_another_version_is_refused() -> None:
    with pytest.raises(TableBroken) as refused:
        table.from_bytes(_changed(version=np.array([99], np.uint8)))
    assert refused.value.code == "other_version"
    assert "99" in refused.value.vi()


@pytest.mark.parametrize(
    "changes",
    [
        {"costs": None},
        {"costs": np.zeros(3, np.uint8)},
        {"backoffs": np.zeros(3, np.float64)},
        {"pair_counts": np.zeros(3, np.uint8)},
        {"pair_links": np.zeros(3, np.uint8)},
        {"words": np.frombuffer(b"ba\nca\nb\xc3\xa1", np.uint8)},
        {"words": np.frombuffer(b"\xff", np.uint8)},
        {"triple_steps": np.full(3, 2**62, np.uint64)},
    ],
)
def test_arrays_that_do_not_fit_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(TableBroken) as refused:
        table.from_bytes(_changed(**changes))
    assert refused.value.code == "unreadable"


@pytest.mark.parametrize(
    "content", [b"", b"not a table", _PACKED[:-30], _PACKED[: len(_PACKED) // 2]]
)
def test_a_cut_file_is_refused(content: bytes) -> None:
    with pytest.raises(TableBroken, match="Install kiemtin again"):
        table.from_bytes(content)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, len(_PACKED) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused_or_harmless(at: int, flip: int) -> None:
    broken = bytearray(_PACKED)
    broken[at] ^= flip
    try:
        loaded = table.from_bytes(bytes(broken))
    except TableBroken:
        return
    assert loaded == table.load()


def test_a_missing_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(table, "files", lambda _package: tmp_path)
    with pytest.raises(TableBroken):
        table.load()


def test_each_refusal_speaks_both_languages() -> None:
    for sentence in errors.TableBroken.sentences.values():
        assert sentence.vi
        assert sentence.en
