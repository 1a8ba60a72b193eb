"""A refusal says the same thing in both languages and is made only with what its sentence needs."""

import pickle

import pytest

from kiemtin.refusal import Refusal, Say


class TooLong(Refusal):
    sentences = {"long": Say("Nhiều nhất {limit} ký tự.", "At most {limit} characters.")}


def test_a_refusal_speaks_both_languages() -> None:
    refusal = TooLong("long", {"limit": 5})
    assert (refusal.vi(), refusal.en()) == ("Nhiều nhất 5 ký tự.", "At most 5 characters.")
    assert str(refusal) == refusal.en()
    assert refusal.code == "long"


@pytest.mark.parametrize(("code", "params"), [("unknown", {}), ("long", {})])
def test_a_refusal_without_a_sentence_or_a_parameter_cannot_be_made(
    code: str, params: dict[str, object]
) -> None:
    with pytest.raises(KeyError):
        TooLong(code, params)


def test_changing_the_given_params_later_changes_nothing() -> None:
    params: dict[str, object] = {"limit": 5}
    refusal = TooLong("long", params)
    params["limit"] = 6
    assert "5" in refusal.vi()


def test_a_refusal_survives_the_way_between_processes() -> None:
    back = pickle.loads(pickle.dumps(TooLong("long", {"limit": 5})))
    assert (type(back), back.code, back.params) == (TooLong, "long", {"limit": 5})
