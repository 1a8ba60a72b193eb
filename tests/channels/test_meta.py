"""What Graph answers is told apart by its codes, whatever the status."""

import json

import httpx
import pytest

from kiemtin.channels.meta import failure, read_answer, sign
from kiemtin.channels.outbound import SendingFailed

CODES = {"window": frozenset({2018278}), "token": frozenset({10})}


def code(status: int, said: object) -> str:
    with pytest.raises(SendingFailed) as caught:
        read_answer(httpx.Response(status, content=json.dumps(said).encode()), CODES)
    return caught.value.code


def test_a_good_answer_is_returned() -> None:
    assert read_answer(httpx.Response(200, json={"a": 1}), CODES) == {"a": 1}


def test_a_subcode_goes_before_a_code() -> None:
    assert code(400, {"error": {"code": 10, "error_subcode": 2018278}}) == "window"
    assert code(400, {"error": {"code": 10}}) == "token"


def test_transient_errors_may_be_tried_again() -> None:
    assert code(400, {"error": {"code": 9, "is_transient": True}}) == "server"
    assert code(400, {"error": {"code": 9}}) == "refused"
    assert code(401, {"error": {"code": 9}}) == "token"


@pytest.mark.parametrize("said", [{"error": None}, {"error": [1]}, {"error": {"code": "x"}}])
def test_an_error_of_another_form_is_one(said: object) -> None:
    assert code(200, said) == "refused"


def test_the_status_shows_numbers_only() -> None:
    said = {"code": "190", "error_subcode": 463, "message": "person 24681357"}
    assert failure(dict(said), CODES).params["status"] == "190/463"


def test_the_signature_is_the_documented_one() -> None:
    # HMAC-SHA256 of RFC 4231, test case 2.
    mac = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert sign("Jefe", b"what do ya want for nothing?") == f"sha256={mac}"
