"""A reader of PDF says dates as they are given and ends on any bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import pdf
from kiemtin.media.readers.pdf_sample import SAMPLE
from tests.media.inside.papers import pdf as made


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("D:20261102083000+07'00'", "2026-11-02 08:30:00 +07:00"),
        ("D:20261102083000Z", "2026-11-02 08:30:00 UTC"),
        ("D:202611", "2026-11"),
        ("20261102", "2026-11-02"),
        ("hôm qua", "hôm qua"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_given(said: str, shown: str) -> None:
    assert pdf._date(said) == shown


def test_no_more_letters_are_read_than_asked_for() -> None:
    head = pdf.read(made("Mot", "Hai"), {"most": 1})[0]
    assert (head["text"], head["pages"]) == ("Mot", 2)
    assert head["warnings"] == [("pages_cut", {"read": 1, "pages": 2})]


def outcome(data: bytes) -> str:
    try:
        return type(pdf.read(data, {"most": 1000})[0]["text"]).__name__
    except Refused as refused:
        return refused.code


@settings(max_examples=60)
@given(st.integers(0, len(SAMPLE)), st.binary(max_size=6))
def test_damaged_bytes_are_words_or_a_refusal(at: int, piece: bytes) -> None:
    data = SAMPLE[:at] + piece + SAMPLE[at + len(piece) :]
    assert outcome(data) in {"str", "broken", "password", "bomb"}
