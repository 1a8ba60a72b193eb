"""The drill's rumours keep the principles: a fact first, enough evidence, and true is a result."""

import re
from collections import Counter
from datetime import datetime
from typing import Any

import pytest

from kiemtin.desk.demo import stories
from kiemtin.desk.words import Claimant
from kiemtin.text.places import gazetteer

RUMOURS = stories.rumours()
PUBLISHED = [rumour for rumour in RUMOURS if rumour["state"] == "published"]
CHECKING = [rumour for rumour in RUMOURS if rumour["state"] == "checking"]
SAID = ("claim", "fact", "said", "why", "todo")
SUBJECTS = {
    *("flood", "dam", "landslide", "storm", "relief_scam", "scam"),
    *("bank", "health", "school", "traffic", "utility", "other"),
}
VERDICTS = {"true", "mostly_true", "misleading", "false", "unproven"}


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    assert found.utcoffset() is not None
    return found


def enough(evidence: list[dict[str, Any]]) -> bool:
    bodies = {piece["independent_group"] for piece in evidence}
    first_hand = [p for p in evidence if p["kind"] == "primary" and not p["self_statement"]]
    return len(bodies) >= 2 or bool(first_hand)


def test_there_is_a_story_of_each_kind() -> None:
    verdicts = Counter(rumour["verdict"] for rumour in PUBLISHED)
    assert len(PUBLISHED) >= 28
    assert set(verdicts) == VERDICTS
    assert verdicts["true"] + verdicts["mostly_true"] >= 4
    assert verdicts["misleading"] >= 3
    assert verdicts["unproven"] >= 2
    assert len(CHECKING) == 2
    assert len(RUMOURS) == len(PUBLISHED) + len(CHECKING) + 1
    assert {rumour["subject"] for rumour in RUMOURS} == SUBJECTS


def test_the_figures_have_several_kinds_of_claimant_to_show() -> None:
    kinds = Counter(rumour["claimant"] for rumour in PUBLISHED)
    assert set(kinds) <= set(Claimant.values)
    assert kinds["unknown"] < len(PUBLISHED) / 3
    assert {"public", "posing", "news", "body"} <= set(kinds)


def test_every_key_is_its_own() -> None:
    keys = [rumour["key"] for rumour in RUMOURS]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys)


@pytest.mark.parametrize("rumour", PUBLISHED, ids=lambda rumour: rumour["key"])
class TestPublished:
    def test_the_fact_comes_first_and_short(self, rumour: dict[str, Any]) -> None:
        assert 20 <= len(rumour["fact"]) <= 120
        assert 20 <= len(rumour["fact_en"]) <= 120
        assert "tin đồn" not in rumour["fact"]

    def test_what_was_said_is_said_in_one_sentence_of_its_own(self, rumour: dict[str, Any]) -> None:
        assert rumour["said"].startswith("Có tin đồn rằng")
        assert rumour["said_en"].startswith("It is rumoured that")
        assert re.search(r"[.?!] \S", rumour["said"]) is None

    def test_the_reasons_are_neither_a_line_nor_an_essay(self, rumour: dict[str, Any]) -> None:
        assert 60 <= len(rumour["why"].split()) <= 180
        assert 45 <= len(rumour["why_en"].split()) <= 180

    def test_both_languages_say_everything(self, rumour: dict[str, Any]) -> None:
        for field in SAID:
            assert rumour[field].strip(), field
            assert rumour[f"{field}_en"].strip(), field
        assert 1 <= len(re.findall(r"[.!?](?= |$)", rumour["todo"])) <= 4

    def test_it_stands_on_enough_evidence(self, rumour: dict[str, Any]) -> None:
        assert enough(rumour["evidence"])

    def test_nothing_was_known_before_it_was_written(self, rumour: dict[str, Any]) -> None:
        published = moment(rumour["published"]).date().isoformat()
        assert rumour["day"] <= published
        assert all(p["day"] is None or p["day"] <= published for p in rumour["evidence"])

    def test_the_answer_is_valid_on_the_day_of_the_rumour(self, rumour: dict[str, Any]) -> None:
        first, last = rumour["valid_from"], rumour["valid_until"]
        assert first is None or first <= rumour["day"]
        assert last is None or rumour["day"] <= last

    def test_true_is_backed_and_false_is_refuted(self, rumour: dict[str, Any]) -> None:
        stances = {piece["stance"] for piece in rumour["evidence"]}
        needed = {"true": "for", "mostly_true": "for", "false": "against"}.get(rumour["verdict"])
        assert needed is None or needed in stances


def test_a_danger_to_life_is_never_harmless() -> None:
    assert all(rumour["harm"] >= 2 for rumour in RUMOURS if rumour["life_safety"])
    assert all(0 <= rumour["harm"] <= 3 for rumour in PUBLISHED + CHECKING)


def test_unproven_is_not_the_lack_of_any_look() -> None:
    for rumour in PUBLISHED:
        if rumour["verdict"] == "unproven":
            assert len({piece["independent_group"] for piece in rumour["evidence"]}) >= 2


@pytest.mark.parametrize("rumour", CHECKING, ids=lambda rumour: rumour["key"])
def test_what_is_being_checked_has_a_holding_line_and_no_verdict(rumour: dict[str, Any]) -> None:
    assert rumour["verdict"] is None
    assert rumour["published"] is None
    assert not enough(rumour["evidence"])
    line = rumour["holding"]
    assert line["safe_action"]
    assert line["checking"]
    assert line["safe_action_en"]
    assert line["checking_en"]
    assert moment(line["published"]) < moment(line["next_update"]) <= moment(line["expires"])
    assert 0 < line["next_update_in_minutes"] <= line["expires_in_minutes"]
    assert "đồn" not in line["safe_action"]


def test_an_opinion_gets_a_reason_and_nothing_else() -> None:
    (opinion,) = (rumour for rumour in RUMOURS if rumour["state"] == "not_checkable")
    assert opinion["not_checkable"] == "opinion"
    assert opinion["why"]
    assert opinion["why_en"]
    nothing = ("verdict", "fact", "said", "todo", "harm", "published", "holding", "amendment")
    assert all(opinion[field] is None for field in nothing)
    assert opinion["evidence"] == []


def test_the_desk_amends_its_own_error_once() -> None:
    (rumour,) = (rumour for rumour in RUMOURS if rumour["amendment"])
    amendment = rumour["amendment"]
    assert moment(amendment["published"]) > moment(rumour["published"])
    assert amendment["what_was_wrong"]
    assert amendment["what_was_wrong_en"]
    assert "diễn tập" in amendment["note"]
    assert amendment["changed"]
    assert all(rumour[field] != text for field, text in amendment["changed"].items())


@pytest.mark.parametrize("rumour", RUMOURS, ids=lambda rumour: rumour["key"])
def test_every_piece_of_evidence_names_a_public_source(rumour: dict[str, Any]) -> None:
    for piece in rumour["evidence"]:
        assert piece["kind"] in {"primary", "secondary"}
        assert piece["stance"] in {"for", "against", "context"}
        assert re.match(r"https?://(?!example\.)[\w.-]+\.\w+/", piece["url"])
        assert piece["paraphrase"] is True
        assert piece["quote"].startswith("Diễn lại: ")
        assert len(piece["independent_group"]) <= 40
        assert len(piece["source"]) <= 200
        assert len(piece["title"]) <= 300


def test_a_body_speaks_about_itself_or_not_but_is_one_body() -> None:
    for rumour in RUMOURS:
        said = {(p["independent_group"], p["self_statement"]) for p in rumour["evidence"]}
        assert len({group for group, _ in said}) == len(said)


def test_the_place_of_an_answer_exists() -> None:
    for rumour in RUMOURS:
        assert rumour["place"] is None or gazetteer().get(rumour["place"])
