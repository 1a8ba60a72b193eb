"""The drill's messages: written as people write, each saying what is expected of it."""

import re
from collections import Counter
from datetime import datetime
from typing import Any

import pytest

from kiemtin.desk.demo import stories
from kiemtin.text.places import gazetteer

MESSAGES = stories.messages()
BY_KEY = {rumour["key"]: rumour for rumour in stories.rumours()}
HEARD_VIA = {
    *("word_of_mouth", "phone_call", "sms", "zalo", "facebook"),
    *("tiktok", "website", "loudspeaker", "paper", "other"),
}


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    assert found.utcoffset() is not None
    return found


def test_a_message_comes_from_a_commune_and_no_finer_place() -> None:
    for message in MESSAGES:
        assert message["place"] is None or gazetteer().get(message["place"]).kind == "commune"


def test_messages_come_in_the_ways_people_write() -> None:
    assert len(MESSAGES) >= 180
    assert len({message["key"] for message in MESSAGES}) == len(MESSAGES)
    assert len({message["text"] for message in MESSAGES}) == len(MESSAGES)
    assert all(message["channel"] in {"web", "phone", "paper"} for message in MESSAGES)
    assert {message["heard_via"] for message in MESSAGES} == HEARD_VIA
    marks = re.compile(r"[^\x00-\x7f]")
    assert sum(1 for m in MESSAGES if not marks.search(m["text"])) >= 30, "without tone marks"
    assert sum(1 for m in MESSAGES if not m["wants_answer"]) >= 5


def test_each_rumour_was_asked_about_before_and_after_its_answer() -> None:
    asked = Counter(m["rumour"] for m in MESSAGES if m["expect"] == "same")
    assert all(asked[rumour["key"]] >= 3 for rumour in BY_KEY.values() if rumour["said"])
    same = [m for m in MESSAGES if m["expect"] == "same" and BY_KEY[m["rumour"]]["published"]]
    early = [m for m in same if moment(m["received"]) < moment(BY_KEY[m["rumour"]]["published"])]
    assert 0.4 <= len(early) / len(same) <= 0.7


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["key"])
def test_a_message_says_what_is_expected_of_it(message: dict[str, Any]) -> None:
    received = moment(message["received"])
    rumour = BY_KEY[message["rumour"]] if message["rumour"] else None
    assert message["near"] is None or message["near"] in BY_KEY
    assert message["rumour"] is None or message["near"] is None
    assert rumour is None or rumour["day"] <= received.date().isoformat()
    if message["expect"] == "same":
        assert rumour is not None
        assert rumour["valid_until"] is None or (
            received.date().isoformat() <= rumour["valid_until"]
        )
        assert not (rumour["place"] and message["place"]) or gazetteer().contains(
            rumour["place"], message["place"]
        )
    elif message["expect"] == "maybe":
        assert message["rumour"] or message["near"]
    else:
        assert message["expect"] == "new"
        assert message["near"] is None
        assert rumour is None or rumour["state"] == "not_checkable"


def test_enough_messages_belong_to_no_rumour_or_only_resemble_one() -> None:
    assert sum(1 for m in MESSAGES if m["expect"] == "new" and not m["rumour"]) >= 25
    assert sum(1 for m in MESSAGES if m["near"]) >= 20


def test_some_messages_carry_what_must_be_removed() -> None:
    texts = [message["text"] for message in MESSAGES]
    assert sum("0900 000 0" in text for text in texts) >= 4
    assert sum("0000 0000 0000" in text for text in texts) >= 2
    assert sum("https://example.org/" in text for text in texts) >= 1
    assert sum("@example.org" in text for text in texts) >= 1
