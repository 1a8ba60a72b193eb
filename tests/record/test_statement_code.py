"""The code of a bulletin fits a QR code of version 15 at level M, whatever desk and claim are."""

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.compact import as_shown
from kiemtin.record.statement import SIGNATURE_BYTES, Statement, sign_statement
from kiemtin.record.statement_code import (
    LEAST_BYTES,
    LEAST_SIGNED,
    MAX_CODE,
    address,
    cut,
    from_code,
    sign_fitting,
    to_code,
)
from kiemtin.record.statement_refusal import StatementRefused
from tests.record.test_statement import statements
from tests.support.bulletins import KEY, SITE, statement
from tests.support.tree import DOCS

DESIGNATORS = [f"{version}-M" for version in range(1, 16)]
LONGEST_SITE = "https://" + ".".join(["a" * 62] * 4) + ":65535"
CODE = to_code(sign_statement(statement(), KEY))
seen = st.text(min_size=1, max_size=600).filter(lambda text: bool(as_shown(text)))
vietnamese = st.text("aăâbcdđeêếệghiklmnoôốơớuưứữýỳ .,", min_size=200, max_size=600)


def code(text: str) -> str:
    with pytest.raises(StatementRefused) as caught:
        from_code(text)
    return caught.value.code


@given(statements, seen, seen | vietnamese.filter(str.strip), st.integers(12, len(LONGEST_SITE)))
def test_it_always_fits(made: Statement, desk: str, claim: str, length: int) -> None:
    site = LONGEST_SITE[:length]
    # Frozen on purpose: texts of any kind come from the desk, not only those that can be shown.
    object.__setattr__(made, "desk", desk)
    object.__setattr__(made, "claim", claim)
    try:
        signed = sign_fitting(site, made, KEY)
    except StatementRefused:
        assert length > 230, "only an address that long leaves no room"
        return
    whole = address(site, signed)
    assert segno.make(whole, error="m", boost_error=False, micro=False).designator in DESIGNATORS
    assert from_code(whole) == signed
    assert signed.holds(KEY.verifier)
    assert as_shown(claim).startswith(signed.statement.claim.removesuffix("…"))
    assert as_shown(desk).startswith(signed.statement.desk.removesuffix("…"))


def test_the_longest_host_leaves_room_for_a_real_statement() -> None:
    signed = sign_fitting(LONGEST_SITE, statement(desk="Bàn " * 30, claim="đập vỡ " * 100), KEY)
    assert signed.statement.desk.endswith("…")
    assert signed.statement.claim.endswith("…")
    assert len(address(LONGEST_SITE, signed)) <= 412


def test_an_address_without_room_is_refused() -> None:
    with pytest.raises(StatementRefused) as caught:
        sign_fitting(LONGEST_SITE + "/" + "x" * 30, statement(), KEY)
    assert caught.value.code == "address"


def test_a_common_one_is_whole_and_small_enough_for_paper() -> None:
    signed = sign_fitting(SITE, statement(), KEY)
    assert signed.statement == statement()
    assert (
        segno.make(address(SITE, signed), error="m", boost_error=False, micro=False).designator
        in DESIGNATORS[:12]
    )


def test_a_long_claim_is_cut_at_a_word() -> None:
    claim = "Hồ chứa nước ở xã " + "xả lũ không báo trước " * 20
    cut_claim = sign_fitting(SITE, statement(claim=claim), KEY).statement.claim
    assert cut_claim.endswith("…")
    assert claim.startswith(cut_claim[:-1] + " ")


@given(seen, st.integers(LEAST_BYTES // 3 + 2, 80))
def test_a_cut_text_fits_its_bytes(text: str, limit: int) -> None:
    made = cut(as_shown(text), limit)
    assert 0 < len(made.encode()) <= limit


def test_a_code_is_read_from_an_address_and_across_lines() -> None:
    whole = f"https://other.example/x#y/ma/#{CODE}"
    assert from_code(whole) == from_code(CODE)
    assert from_code(f"  {CODE[:50]}\r\n {CODE[50:]}\n") == from_code(CODE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#",
        "Đập vỡ",
        "https://kiemtin.example.vn/ma/#",
        CODE + "=",
        CODE.replace("A", "+", 1),
        CODE[:61],
        "ａ" * 8,
        CODE + "\x00",
    ],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    assert code(text) == "not_a_code"


def test_stray_bits_in_the_last_letter_are_refused() -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    signed = sign_statement(statement(claim="Đập vỡ."), KEY)
    text = to_code(signed)
    spare = -len(text) % 4
    assert spare, "the example must have spare bits"
    for other in alphabet:
        if other != text[-1] and alphabet.index(other) >> 2 * spare == (
            alphabet.index(text[-1]) >> 2 * spare
        ):
            assert code(text[:-1] + other) == "not_a_code"


def test_a_whole_page_is_told_at_once() -> None:
    assert code("A" * (MAX_CODE + 4)) == "too_long"


def test_a_code_has_no_padding_and_ends_with_the_signature() -> None:
    signed = from_code(CODE)
    assert signed.to_bytes()[-SIGNATURE_BYTES:] == signed.signature


def test_no_statement_is_shorter_than_the_shortest() -> None:
    least = statement(number=1, log_index=0, valid_until=None, desk="A", claim="B")
    assert len(sign_statement(least, KEY).to_bytes()) == LEAST_SIGNED
    assert code("xinchao") == "not_a_code"


def test_the_example_in_the_docs_is_the_one_of_the_vectors() -> None:
    assert f"    {CODE}\n" in (DOCS / "bulletins.md").read_text(encoding="utf-8")
