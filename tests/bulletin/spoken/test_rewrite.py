"""Rules follow one another; one without words leaves the text to the next."""

from kiemtin.bulletin.spoken.rewrite import rewritten, rule


def test_rules_in_turn() -> None:
    rules = (
        rule("a", lambda hit: None if hit.start() else "b"),
        rule("b", lambda _hit: "c"),
    )
    assert rewritten("aab", rules) == "cac"
