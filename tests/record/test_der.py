"""The certificates of a response are put in order, and nothing else in it moves."""

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.der import sort_certificates
from tests.record.test_timestamp import RESPONSE


def test_the_order_is_that_of_the_bytes() -> None:
    ordered = sort_certificates(RESPONSE)
    assert ordered != RESPONSE
    assert len(ordered) == len(RESPONSE)
    assert sort_certificates(ordered) == ordered
    first = next(
        place
        for place, pair in enumerate(zip(ordered, RESPONSE, strict=True))
        if len(set(pair)) == 2
    )
    assert ordered[first] < RESPONSE[first]


@given(cut=st.integers(0, len(RESPONSE)), junk=st.binary(max_size=30))
def test_what_is_no_response_stays_as_it_is(cut: int, junk: bytes) -> None:
    data = RESPONSE[:cut] + junk
    if len(data) != len(RESPONSE):  # of the same length it may still be one, its last bytes others
        assert sort_certificates(data) == data


@given(place=st.integers(0, len(RESPONSE) - 1), byte=st.integers(1, 255))
def test_damage_is_never_made_worse(place: int, byte: int) -> None:
    data = bytearray(RESPONSE)
    data[place] ^= byte
    assert sorted(sort_certificates(bytes(data))) == sorted(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_taken(data: bytes) -> None:
    assert len(sort_certificates(data)) == len(data)
