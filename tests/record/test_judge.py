"""Forged, altered, expired, superseded and withdrawn bulletins are told apart."""

import json
from datetime import date
from pathlib import Path

import pytest

from kiemtin.record.judge import SIGNED, STATES, Judgement, judge
from kiemtin.record.keys import read_verifier
from kiemtin.record.known_list import open_list
from kiemtin.record.refusal import RecordRefused
from tests.support.bulletins import FOREIGN, KEYS, KNOWN, TODAY, at, code, vectors

VECTORS = json.loads((Path(__file__).parent / "vectors/bulletins.json").read_text("utf-8"))
CASES = [(case["state"], case["code"]) for case in VECTORS["cases"]]


def told(text: str, today: date = TODAY) -> Judgement:
    return judge(text, KEYS, KNOWN, today)


def test_the_committed_vectors_are_what_the_code_makes() -> None:
    assert vectors() == VECTORS, "python -m tests.support.bulletins writes them"


@pytest.mark.parametrize("case", VECTORS["lists"], ids=lambda case: case["says"])
def test_a_list_is_opened_only_from_a_key_that_is_known(case: dict[str, str]) -> None:
    said = "opened"
    try:
        open_list(case["note"].encode(), [read_verifier(case["pinned"])])
    except RecordRefused as refused:
        said = refused.code
    assert said == case["says"]


def test_the_reasons_of_what_cannot_be_read() -> None:
    for case in VECTORS["cases"]:
        refused = judge(case["code"], KEYS, KNOWN, TODAY).refused
        assert case.get("reason", "") == (refused.code if refused else "")


@pytest.mark.parametrize(("state", "text"), CASES, ids=range(len(CASES)))
def test_each_is_told_apart(state: str, text: str) -> None:
    judgement = told(text)
    assert judgement.state == state
    assert (judgement.signed is None) == (state == "malformed")
    assert (judgement.refused is None) == (state in SIGNED)
    assert (judgement.key is None) == (state in ("malformed", "unknown_key"))


def test_the_cases_show_every_state() -> None:
    assert {state for state, _text in CASES} == set(STATES)


def test_the_newer_version_is_named() -> None:
    newest = told(code(number=7, version=2)).newest
    assert newest is not None
    assert (newest.version, newest.kind) == (3, "amendment")
    assert told(code(number=7, version=3)).newest is None


def test_without_a_list_nobody_knows_whether_it_is_the_newest() -> None:
    judgement = judge(code(number=7, version=1), KEYS, None, TODAY)
    assert (judgement.state, judgement.as_of) == ("holds", None)
    assert told(code()).as_of == at(11, 22)


def test_a_clock_that_is_behind_does_not_make_an_old_bulletin_good() -> None:
    assert told(code(valid_until=date(2026, 11, 21)), today=date(2026, 11, 1)).state == "expired"


def test_a_collision_of_key_ids_does_not_hide_the_key_that_signed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from kiemtin.record.keys import VerifierKey

    monkeypatch.setattr(VerifierKey, "key_id", property(lambda self: b"same"))
    assert told(code()).state == "holds"
    assert told(code(FOREIGN)).state == "altered"
