"""Why a page was not kept in words for every code, what is missing, what it can become."""

from kiemtin.desk.flow.capturing import GIVEN_UP
from kiemtin.desk.models import Account, Capture, Rumour
from kiemtin.desk.queries import captures
from kiemtin.media.fetch import FetchRefused
from tests.desk.steps import NOON


def capture(author: Account, rumour: Rumour, **given: object) -> Capture:
    said = {"url": "https://tin.example/bai", "asked_by": author, "asked_at": NOON}
    return Capture(rumour=rumour, **(said | given))


def test_every_refusal_is_said() -> None:
    for code in (*FetchRefused.sentences, GIVEN_UP, "social", "too_many"):
        assert code not in captures.said(code)


def test_an_unknown_code_is_named() -> None:
    assert "403" in captures.said("status_403")
    assert "odd" in captures.said("odd")


def test_what_is_missing_is_counted_by_reason(author: Account, rumour: Rumour) -> None:
    gone = [{"url": "https://a.example/", "code": code} for code in ("tls", "unknown", "tls")]
    counted = captures.missing(capture(author, rumour, missing=gone))
    assert [count for _why, count in counted] == [2, 1]


def test_stance_and_origin_are_left_to_a_person(author: Account, rumour: Rumour) -> None:
    found = captures.evidence_of(capture(author, rumour, title="Bài", text="Nước 36,2 mét. " * 99))
    assert found["source"] == "tin.example"
    assert len(found["quote"]) <= captures.QUOTE
    assert not {"stance", "origin"} & set(found)
