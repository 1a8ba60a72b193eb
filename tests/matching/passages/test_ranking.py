import numpy as np
import pytest

from kiemtin.matching.passages import ranking
from kiemtin.matching.passages.ranking import NAMES, Candidate, default_ranking, features
from kiemtin.matching.terms import Hashes

_CLAIM = "Sạt lở tỉnh lộ 158 ở A Mú Sung, 40 mét đường bị vùi"


def _alike(hashes: Hashes) -> np.ndarray:
    return np.ones(len(hashes))


def _row(text: str, cosine: float | None = 0.9) -> dict[str, float]:
    row = features(_CLAIM, [Candidate(text, 0.5, cosine)], _alike, (0.2, 0.4))[0]
    return dict(zip(NAMES, row.tolist(), strict=True))


def test_the_claim_itself_is_covered_in_every_way() -> None:
    row = _row(_CLAIM)
    covering = ("claim_covered", "passage_covered", "claim_pairs", "passage_pairs")
    assert all(row[name] == 1 for name in (*covering, "figures_held", "names_held"))
    assert row["size"] == 0


def test_another_text_covers_nothing() -> None:
    row = _row("Trường học mở cửa lại")
    assert row["claim_covered"] == row["claim_pairs"] == row["figures_held"] == 0


def test_without_a_vector_nearness_is_what_words_let_expect() -> None:
    assert _row(_CLAIM, None)["near"] == pytest.approx(0.2 + 0.4 * 0.5)
    assert _row(_CLAIM, 0.9)["near"] == pytest.approx(0.5)


def test_no_candidates_are_no_rows() -> None:
    assert features(_CLAIM, [], _alike, (0, 0)).shape == (
        0,
        len(NAMES),
    )


def test_the_packaged_weights_prefer_what_covers_the_claim() -> None:
    rows = [list(_row(text).values()) for text in (_CLAIM, "Trường học mở cửa lại")]
    scores = default_ranking().scores(np.array(rows))
    assert scores[0] > scores[1]
    assert len(ranking.default_ranking().weights) == len(NAMES)
