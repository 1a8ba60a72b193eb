"""A receipt says which message of ours, and what became of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.smpp.receipts import message_id, read_receipt

TEXT = "id:{} sub:001 dlvrd:001 submit date:2611231200 done date:2611231201 stat:{} err:000 text:x"


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("DELIVRD", "received"),
        ("UNDELIV", "failed"),
        ("EXPIRED", "failed"),
        ("REJECTD", "failed"),
        ("ENROUTE", "other"),
        ("UNKNOWN", "other"),
        ("NEWWORD", "other"),
    ],
)
def test_the_words_of_a_receipt(state: str, kind: str) -> None:
    receipt = read_receipt(TEXT.format("abc-1", state), "", None, hex_ids=False)
    assert (receipt.ours, receipt.kind) == ("abc-1", kind)


def test_the_parameters_stand_above_the_text() -> None:
    receipt = read_receipt(TEXT.format("1", "UNDELIV"), "abc", 2, hex_ids=False)
    assert (receipt.ours, receipt.kind) == ("abc", "received")


def test_an_id_that_lost_its_last_sign_is_found_in_the_text() -> None:
    assert (
        read_receipt(TEXT.format("43969", "DELIVRD"), "4396", None, hex_ids=False).ours == "43969"
    )


def test_base_sixteen_and_base_ten_are_one_id() -> None:
    given_id = message_id("0000ABC1", hex_ids=True, decimal=False)
    receipt = read_receipt(TEXT.format(0xABC1, "DELIVRD"), "", None, hex_ids=True)
    assert receipt.ours == given_id == "abc1"
    assert message_id("not-a-number", hex_ids=True, decimal=False) == "not-a-number"


@given(st.text(), st.text(max_size=9), st.none() | st.integers(), st.booleans())
def test_no_receipt_whatever_breaks_the_reading(
    text: str, named: str, state: int | None, hex_ids: bool
) -> None:
    assert read_receipt(text, named, state, hex_ids).kind in {"received", "failed", "other"}
