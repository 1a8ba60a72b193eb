"""The drill is told once, on its own days, and the machine answers nobody with another story."""

import json
from datetime import datetime
from typing import Any

import pytest

from kiemtin.desk.demo import stories
from tests.support.drill import told
from tests.support.live import Homes, must_succeed
from tests.support.tree import ROOT

LOOK = "from tests.desk.demo.found import main; main()"


@pytest.fixture(scope="module")
def seen(homes: Homes) -> dict[str, Any]:
    """What stands in a home where it was told, and after it was to be told once more."""
    drill = told(homes).home
    home = homes.copy(drill, **drill.settings, PYTHONPATH=str(ROOT))
    done = home.python(LOOK)
    must_succeed(done)
    looked: dict[str, Any] = json.loads(done.stdout)
    return looked


def test_every_story_is_told_on_its_day(seen: dict[str, Any]) -> None:
    assert seen["fact_checks"] >= 25
    with_picture = 1
    assert seen["messages"] == len(stories.messages()) + with_picture >= 150
    assert seen["divided"] == [1, 1]
    assert seen["holding"]
    assert {claim: datetime.fromisoformat(day) for claim, day in seen["days"].items()} == {
        one["claim"]: datetime.fromisoformat(one["published"])
        for one in stories.rumours()
        if one["published"]
    }
    assert seen["amended"] == len([one for one in stories.rumours() if one["amendment"]])
    assert seen["failed"] == 0


def test_nobody_is_answered_with_another_story(seen: dict[str, Any]) -> None:
    assert seen["automatic"]
    assert seen["wrong_answers"] == []


def test_every_kind_of_claimant_is_there_and_some_can_be_shown(seen: dict[str, Any]) -> None:
    assert set(seen["rumours"]) >= set(seen["days"])
    assert {one["claimant"] for one in stories.rumours()} == set(seen["rumours"].values())
    assert seen["few_are_shown"], "the table of kinds shows more than that nothing is told"


def test_it_is_told_once(seen: dict[str, Any]) -> None:
    people = [one["email"] for one in stories.people()["accounts"]]
    assert set(seen["accounts"]) == set(people)
    assert seen["listed_again"] == seen["accounts"]
    assert seen["counts_again"] == seen["counts"]
