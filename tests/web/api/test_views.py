"""The read API: what is published, and which of it a text repeats; it stores nothing."""

import json
from typing import Any

import pytest
from django.test import Client

from kiemtin.desk.models import LogEntry, Message, Version
from kiemtin.desk.queries import search
from kiemtin.desk.words import VersionKind
from kiemtin.web.api import throttle
from kiemtin.web.api.views import LIMIT
from kiemtin.web.limits import Limiter
from tests.support.publishing import Staff
from tests.web.public.conftest import (
    author,
    colleague,
    dam,
    desk,
    nothing_remembered,
    person,
    reader,
    staff,
)

__all__ = ["author", "colleague", "dam", "desk", "nothing_remembered", "person", "reader", "staff"]
LIST, CHECK = "/api/v1/fact-checks", "/api/v1/check"


@pytest.fixture(autouse=True)
def plenty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts with a full allowance."""
    monkeypatch.setattr(LIMIT, "limiter", Limiter(throttle.A_MINUTE))


def ask(reader: Client, said: dict[str, Any]) -> Any:
    return reader.post(CHECK, json.dumps(said), content_type="application/json")


def test_the_list_says_what_the_site_says(reader: Client, dam: Version) -> None:
    found = reader.get(LIST).json()
    assert (found["total"], found["page"], found["pages"]) == (1, 1, 1)
    row = found["items"][0]
    assert (row["claim"], row["verdict"]) == (dam.claim, "false")
    assert row["place"] == {"code": "15", "name": "Tỉnh Lào Cai"}
    assert row["url"].endswith(f"/kiem-chung/{dam.fact_check.slug}/")


@pytest.mark.parametrize(
    ("asked", "total"),
    [({"q": "nam mau"}, 1), ({"q": "cau"}, 0), ({"verdict": "true"}, 0), ({"place": "15"}, 1)],
)
def test_the_list_can_be_filtered(
    reader: Client, dam: Version, asked: dict[str, str], total: int
) -> None:
    assert reader.get(LIST, asked).json()["total"] == total


def test_an_unknown_place_is_refused_in_both_languages(reader: Client, dam: Version) -> None:
    answer = reader.get(LIST, {"place": "99999"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "unknown_place"
    assert answer.json()["vi"] != answer.json()["en"]


def test_one_fact_check_comes_with_evidence_and_history(
    reader: Client, staff: Staff, dam: Version
) -> None:
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    found = reader.get(f"{LIST}/{dam.fact_check.slug}").json()
    assert [one["number"] for one in found["versions"]] == [2, 1]
    assert found["what_was_wrong"] == "Sai giờ."
    assert len(found["evidence"][0]["copy_sha256"]) == 64
    assert found["spokesperson"] == "colleague"


def test_one_that_is_not_there_is_not_found(reader: Client, dam: Version) -> None:
    assert reader.get(f"{LIST}/khong-co").status_code == 404


def test_a_text_gets_its_match_with_reasons(reader: Client, dam: Version) -> None:
    found = ask(reader, {"text": dam.claim, "place": "15"}).json()
    assert found["decision"] == "same"
    best = found["found"][0]
    assert best["fact_check"]["slug"] == dam.fact_check.slug
    assert 0.5 < best["probability"] <= 1
    assert all(reason["vi"] and reason["en"] for reason in best["reasons"])


def test_nothing_of_a_text_is_stored(reader: Client, dam: Version) -> None:
    entries = LogEntry.objects.count()
    ask(reader, {"text": "Chim yến xanh nói đập vỡ"})
    assert not Message.objects.exists()
    assert LogEntry.objects.count() == entries


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"text": ""}, 422),
        ({"text": "\u200b"}, 422),
        ({"text": "nước " * 10_000}, 413),
        ({"text": "x" * 100_001}, 422),
        ({"text": "Đập vỡ", "place": "99999"}, 422),
        ({"text": "Đập vỡ", "place": "15; --"}, 422),
        ({"text": 5}, 422),
        ({}, 422),
        ({"text": "\ud800 đập vỡ"}, 422),
        ({"text": "\x00\u202e đập vỡ"}, 200),
    ],
)
def test_bad_input(reader: Client, dam: Version, said: dict[str, Any], status: int) -> None:
    assert ask(reader, said).status_code == status


def test_comparing_that_fails_is_no_fault_of_the_text(
    reader: Client, dam: Version, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str, place: str) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr(search, "check", broken)
    assert ask(reader, {"text": "Cầu Cốc Lếu sập"}).status_code == 503
    assert "Cốc Lếu" not in caplog.text


def test_what_is_no_json_is_refused(reader: Client, dam: Version) -> None:
    assert reader.post(CHECK, b"{", content_type="application/json").status_code == 400


def test_its_description_loads_nothing_from_elsewhere(reader: Client) -> None:
    assert reader.get("/api/v1/docs")["Location"] == "/api/v1/openapi.json"
    described = reader.get("/api/v1/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/v1/fact-checks",
        "/api/v1/fact-checks/{slug}",
        "/api/v1/check",
    }


def test_it_is_limited_without_storing_the_address(
    reader: Client, dam: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    limiter = Limiter(2)
    monkeypatch.setattr(LIMIT, "limiter", limiter)
    answers = [reader.get(LIST).status_code for _ in range(4)]
    assert answers == [200, 200, 429, 429]
    assert "127.0.0.1" not in repr(limiter._buckets)
