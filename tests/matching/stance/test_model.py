from pathlib import Path

import numpy as np
import pytest

from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.stance import model as room
from kiemtin.matching.stance.features import named
from kiemtin.matching.stance.model import default_model
from kiemtin.matching.stance.suggest import look
from tests.matching.stance.samples import DAY


def test_the_packaged_trees_ask_only_for_features_there_are() -> None:
    trees = default_model().trees
    count = len(named(look("mưa", "nắng", DAY, default_model())))
    assert trees.asked.max() < count
    assert trees.kinds == 3
    assert np.isfinite(trees.leaves).all()


def test_the_packaged_files_are_small_and_hold_single_words_only() -> None:
    folder = Path(room.__file__).parent
    assert (folder / "stance.npz").stat().st_size < 3_000_000
    assert all(word.isalpha() for word in default_model().rarity)


def test_every_probability_has_a_measured_band() -> None:
    held = default_model()
    assert 0.3 < held.shown_from < 1
    for probability in (0.34, 0.5, 0.75, 1.0):
        band = held.reliability(probability)
        assert band is not None
        assert 0 <= band.share <= 1
    assert held.reliability(7.0) is None


def test_a_broken_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "stance.json").write_text("{}", encoding="utf-8")
    (tmp_path / "stance.npz").write_bytes(b"no arrays")
    monkeypatch.setattr(room, "files", lambda _: tmp_path)
    with pytest.raises(ModelBroken):
        default_model.__wrapped__()
