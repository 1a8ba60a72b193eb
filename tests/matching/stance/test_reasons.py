import pytest

from kiemtin.matching.reasons import TEMPLATES as OF_MATCHING
from kiemtin.matching.stance.reasons import TEMPLATES, Reason


@pytest.mark.parametrize("code", TEMPLATES)
def test_every_reason_is_said_in_both_languages(code: str) -> None:
    reason = Reason(code, {"claim": "12 nhà", "passage": "20 nhà"})
    assert reason.vi() != reason.en()
    assert not reason.vi().endswith(".")
    assert not reason.en().endswith(".")
    assert "{" not in reason.vi() + reason.en()


def test_every_kind_of_difference_but_places_has_its_own_sentence() -> None:
    differing = {code for code in OF_MATCHING if code.endswith("_differs") or code == "negated"}
    assert differing - set(TEMPLATES) == {"commune_differs", "province_differs"}
