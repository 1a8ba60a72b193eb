"""The fitted trees, the rarity of words and the measured reliability, read from their own files.

benchmarks/fit_stance.py writes them: `stance.npz` (plain arrays) and `stance.json`, the card.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.stance.trees import Trees
from kiemtin.matching.stance.types import Reliability


@dataclass(frozen=True)
class Model:
    """`rarity`: how rare a word is (natural logarithm of texts for each that has it).

    A suggestion is shown from the probability `shown_from` on; `bands` are how reliable they were.
    """

    trees: Trees
    rarity: Mapping[str, float]
    shown_from: float
    bands: tuple[Reliability, ...]

    def reliability(self, probability: float) -> Reliability | None:
        """Return how often suggestions of about this probability were right."""
        near = (one for one in self.bands if one.least <= probability < one.below)
        return next(near, None)


@cache
def default_model() -> Model:
    """Return the model that comes with the package; raises ModelBroken."""
    folder = files("kiemtin.matching.stance")
    try:
        card = json.loads(folder.joinpath("stance.json").read_text(encoding="utf-8"))
        with np.load(BytesIO(folder.joinpath("stance.npz").read_bytes())) as held:
            trees = Trees(
                held["asked"], held["above"], held["leaves"], held["start"], float(card["heat"])
            )
            words = str(held["words"]).split("\n")
            rarity = dict(zip(words, held["rarity"].astype(float).tolist(), strict=True))
        bands = tuple(Reliability(**one) for one in card["reliability"])
        return Model(trees, rarity, float(card["shown_from"]), bands)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelBroken("broken", {"why": error}) from error
