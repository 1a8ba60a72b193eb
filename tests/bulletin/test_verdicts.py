"""Every verdict differs from every other in word and sign, without colour."""

from kiemtin.bulletin.verdicts import VERDICTS


def test_words_and_signs_are_all_different() -> None:
    for name in ("vi", "en", "mark"):
        assert len({getattr(verdict, name) for verdict in VERDICTS.values()}) == len(VERDICTS)


def test_ratings_run_from_false_to_true_and_only_rulings_have_one() -> None:
    rated = {code: verdict.rating for code, verdict in VERDICTS.items() if verdict.rating}
    assert rated == {"false": 1, "misleading": 2, "mostly_true": 4, "true": 5}
