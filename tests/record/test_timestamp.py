"""A time-stamp holds for one text, one request and one authority; nothing in it can change."""

import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography.x509 import Certificate
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.anchor_refusal import AnchorRefused
from kiemtin.record.checkpoint import Checkpoint
from kiemtin.record.der import sort_certificates
from kiemtin.record.merkle import leaf_hash
from kiemtin.record.timestamp import (
    MAX_BYTES,
    Expected,
    Request,
    check_response,
    imprint,
    new_request,
    read_certificates,
    read_request,
    stamped,
)
from kiemtin.record.tree import Tree
from tests.support.logs import KEY, entries

# Made with `openssl ts -reply`: an authority of its own, its certificates in the order of a chain.
VECTORS = Path(__file__).parent / "vectors/anchors"
SENT = read_request((VECTORS / "5.tsq").read_bytes())
RESPONSE = (VECTORS / "5.tsr").read_bytes()
ROOTS = read_certificates((VECTORS / "ca.pem").read_bytes())
TEXT = str(Checkpoint(KEY.name, 5, Tree(map(leaf_hash, entries(0, 5))).root()))
WANTED = Expected(TEXT, 5, SENT.nonce)
HELD = check_response(RESPONSE, WANTED, ROOTS)


def code(data: bytes, expected: Expected = WANTED, roots: list[Certificate] = ROOTS) -> str:
    with pytest.raises(AnchorRefused) as refused:
        check_response(data, expected, roots, "5.tsr")
    assert refused.value.vi() != refused.value.en()
    return refused.value.code


def test_what_was_stamped_holds() -> None:
    stamp = check_response(RESPONSE, WANTED, ROOTS)
    assert stamp.authority == "CN=tsa.example,O=Test Authority"
    assert stamp.time.tzinfo
    assert stamped(RESPONSE) == imprint(TEXT) == SENT.imprint


def test_without_certificates_nobody_is_named() -> None:
    assert check_response(RESPONSE, WANTED).authority == ""


def test_it_is_of_one_text_and_one_request() -> None:
    assert code(RESPONSE, Expected(TEXT.replace("\n5\n", "\n6\n"), 6)) == "other_text"
    assert code(RESPONSE, Expected(TEXT, 5, SENT.nonce + 1)) == "other_nonce"
    assert check_response(RESPONSE, Expected(TEXT, 5), ROOTS)


def test_another_authority_is_not_believed() -> None:
    certificates = (VECTORS / "other.pem").read_bytes()
    assert code(RESPONSE, roots=read_certificates(certificates)) == "not_verified"


def test_no_bit_of_what_is_signed_can_change() -> None:
    start = RESPONSE.index(SENT.imprint) - 40
    end = RESPONSE.index(SENT.imprint) + 80
    signature = range(len(RESPONSE) - 60, len(RESPONSE))
    for place in [*range(start, end), *signature]:
        altered = bytearray(RESPONSE)
        altered[place] ^= 1
        assert code(bytes(altered))


@given(place=st.integers(0, len(RESPONSE) - 1), byte=st.integers(1, 255))
def test_damage_is_refused_in_words_or_harmless(place: int, byte: int) -> None:
    altered = bytearray(RESPONSE)
    altered[place] ^= byte
    with suppress(AnchorRefused):
        assert check_response(bytes(altered), WANTED, ROOTS) == HELD


@given(st.binary(max_size=200))
def test_what_is_no_response_is_refused(data: bytes) -> None:
    assert code(data) in {"response_unreadable", "not_granted"}
    assert sort_certificates(data) == data or len(data) > 20


def test_a_rejection_and_a_long_file_are_named() -> None:
    assert code(bytes.fromhex("30053003020102")) == "not_granted"
    assert code(bytes(MAX_BYTES + 1)) == "response_too_long"
    assert code(RESPONSE[:-1]) == "response_unreadable"
    assert code(RESPONSE + b"\x00") == "response_unreadable"


def test_sorting_moves_certificates_only() -> None:
    ordered = sort_certificates(RESPONSE)
    assert ordered != RESPONSE
    assert sorted(ordered) == sorted(RESPONSE)
    assert sort_certificates(ordered) == ordered


@given(st.text(max_size=40))
def test_a_request_is_read_as_it_was_written(text: str) -> None:
    request = new_request(text)
    data = request.to_bytes()
    assert len(data) == 69
    assert read_request(data) == request
    assert new_request(text).nonce != request.nonce


@given(place=st.integers(0, 68), byte=st.integers(1, 255))
def test_a_request_is_of_one_form(place: int, byte: int) -> None:
    data = bytearray(SENT.to_bytes())
    data[place] ^= byte
    if 24 <= place < 56 or 58 <= place < 66:
        assert read_request(bytes(data)) != SENT
        return
    with pytest.raises(AnchorRefused):
        read_request(bytes(data))


def test_no_certificate_is_refused() -> None:
    with pytest.raises(AnchorRefused) as refused:
        read_certificates(
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "x.pem"
        )
    assert refused.value.code == "certificates"


@pytest.mark.system
def test_openssl_reads_the_request() -> None:
    words = ["openssl", "ts", "-query", "-in", str(VECTORS / "5.tsq"), "-text"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "Hash Algorithm: sha256" in said
    assert f"Nonce: 0x{SENT.nonce:X}" in said
    assert "Certificate required: yes" in said


def test_the_kept_request_is_of_the_log_in_the_tests() -> None:
    assert Request(imprint(TEXT), SENT.nonce) == SENT
