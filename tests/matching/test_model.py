import json
from pathlib import Path

import numpy as np
import pytest

from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.features import CONFLICTS, NAMES
from kiemtin.matching.model import Model, default_model, from_json, read_model

GOOD: dict[str, object] = {
    "card": {"encoder": "bag"},
    "weights": dict.fromkeys(NAMES, 0.5),
    "bias": 0.0,
    "same_at": 0.9,
    "maybe_at": 0.1,
}


def test_the_model_that_comes_along_can_be_read() -> None:
    model = default_model()
    assert model.weights.shape == (len(NAMES),)
    assert 0 < model.maybe_at < 0.5 <= model.same_at < 1


def test_a_conflict_never_raises_the_probability() -> None:
    weights = default_model().weights
    assert weights[NAMES.index("conflict")] < 0
    assert (weights[CONFLICTS] <= 0).all()


def test_what_speaks_for_a_claim_has_no_negative_weight_nor_the_reverse() -> None:
    weights = dict(zip(NAMES, default_model().weights.tolist(), strict=True))
    against = {"claim_words_scarce", "message_details_extra", "claim_names_missing", "conflict"}
    against |= {"words_swapped", "found_later"}
    against |= {name for name in NAMES if name.endswith(("_conflict", "_missing", "_extra"))}
    for name in set(NAMES) - {"toneless"}:
        assert (weights[name] <= 0) if name in against else (weights[name] >= 0), name


def test_probability_is_the_logistic_of_the_weighted_sum() -> None:
    model = Model(np.array([2.0] + [0.0] * (len(NAMES) - 1)), -1.0, 0.9, 0.1)
    rows = np.zeros((2, len(NAMES)))
    rows[1, 0] = 0.5
    assert model.probability(rows).tolist() == pytest.approx([1 / (1 + np.e), 0.5])
    assert model.probability(np.zeros((0, len(NAMES)))).shape == (0,)


@pytest.mark.parametrize(
    "change",
    [
        {"weights": {}},
        {"weights": dict.fromkeys(reversed(NAMES), 1.0)},
        {"bias": None},
        {"same_at": {}},
        {"weights": [1.0]},
        {"card": {}},
        {"card": None},
    ],
)
def test_a_model_for_other_features_is_refused(change: dict[str, object]) -> None:
    assert from_json(json.loads(json.dumps(GOOD))).same_at == 0.9
    with pytest.raises(ModelBroken):
        from_json(GOOD | change)


def test_a_model_is_for_the_encoder_that_its_card_names() -> None:
    model = from_json(GOOD)
    assert model.fits("bag")
    assert not model.fits("other")
    assert Model(model.weights, 0.0, 0.9, 0.1).fits("other")


def test_a_model_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "decision.json"
    path.write_text(json.dumps(GOOD))
    assert read_model(path).encoder == "bag"
    for content in (b"", b"[]", b"\xff"):
        path.write_bytes(content)
        with pytest.raises(ModelBroken, match=r"decision\.json cannot be used") as broken:
            read_model(path)
        assert str(path) in broken.value.vi()
