"""The small logistic model that turns features into a probability, read from its own file.

`decision.json` is written by benchmarks/fit_decision.py and holds its model card: on what it
was fitted, how it was measured, and what it must not be used for.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.features import NAMES

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """p = 1 / (1 + exp(-(weights · features + bias))), and where the decisions begin.

    "same" from `same_at` on, "maybe" from `maybe_at` on; both are probabilities. `encoder` names
    the one whose vectors it was fitted on, None one that is fitted and used in the same breath.
    """

    weights: Floats
    bias: float
    same_at: float
    maybe_at: float
    encoder: str | None = None

    def fits(self, encoder: str) -> bool:
        """Tell whether its probabilities mean anything for the vectors of `encoder`."""
        return self.encoder in (None, encoder)

    def probability(self, features: Floats) -> Floats:
        """Return one probability a row of `features`, shape (n, number of features) or one row."""
        return np.asarray(1 / (1 + np.exp(-(features @ self.weights + self.bias))))


@cache
def default_model() -> Model:
    """Return the model that comes with the package; raises ModelBroken."""
    try:
        raw = files("kiemtin.matching").joinpath("decision.json").read_text(encoding="utf-8")
        return from_json(json.loads(raw))
    except (OSError, ValueError) as error:
        raise ModelBroken("broken", {"why": error}) from error


def read_model(path: Path) -> Model:
    """Return the model in `path`, as benchmarks/fit_decision.py writes it; raises ModelBroken."""
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise ModelBroken("file_broken", {"file": path, "why": error}) from error


def from_json(content: dict[str, Any]) -> Model:
    """Return the model that `content` describes; raises ModelBroken when it does not fit."""
    try:
        weights = content["weights"]
        if list(weights) != list(NAMES):
            raise ModelBroken("broken", {"why": f"features {list(weights)}"})
        return Model(
            np.array([float(weights[name]) for name in NAMES]),
            float(content["bias"]),
            float(content["same_at"]),
            float(content["maybe_at"]),
            str(content["card"]["encoder"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ModelBroken("broken", {"why": error}) from error
