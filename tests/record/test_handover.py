"""A key is followed to the next only where it vouched for it."""

from dataclasses import replace

from kiemtin.record.handover import KnownKey, hand_over, handed_over, reaches
from tests.support.bulletins import FOREIGN, KEY, KEYS, LOST, OLD, at


def test_the_key_in_use_is_reached_from_itself_and_from_who_vouched_for_it() -> None:
    assert reaches(KEY.verifier, KEYS)
    assert reaches(OLD.verifier, KEYS)


def test_it_is_not_reached_past_a_lost_key_or_from_another_desk() -> None:
    assert not reaches(LOST.verifier, KEYS)
    assert not reaches(FOREIGN.verifier, KEYS)
    assert not reaches(KEY.verifier, ())


def test_a_signature_for_another_key_or_by_another_is_none() -> None:
    for handover in (hand_over(OLD, FOREIGN.verifier), hand_over(FOREIGN, KEY.verifier), b"x" * 64):
        assert not handed_over(OLD.verifier, replace(KEYS[-1], handover=handover))
    assert not handed_over(OLD.verifier, KnownKey(KEY.verifier, at(9, 1)))


def test_a_chain_with_a_gap_leads_nowhere() -> None:
    chain = (KEYS[1], KEYS[2], KnownKey(FOREIGN.verifier, at(10, 1)))
    assert not reaches(OLD.verifier, chain)
    assert reaches(FOREIGN.verifier, chain)
