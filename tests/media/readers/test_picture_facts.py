"""A reader of pictures says what fields say, and leaves out what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import picture_facts
from tests.media.pictures import encoded, exif, photo

JPEG = encoded(photo(), "JPEG", exif=exif())


def said(data: bytes, kind: str = "jpeg") -> dict[str, object]:
    return picture_facts.read(data, {"kind": kind, "pixels": 10_000})[0]


@pytest.mark.parametrize(
    ("gps", "place"),
    [
        ({1: "N", 2: (22, 30, 0), 3: "E", 4: (104, 0, 36)}, "22.500000, 104.010000"),
        ({1: "S", 2: (1, 0, 0), 3: "W", 4: (2, 0, 0)}, "-1.000000, -2.000000"),
        ({2: (0, 0, 0), 4: (0, 0, 0)}, ""),
        ({2: (99, 0, 0), 4: (0, 0, 0)}, ""),
    ],
)
def test_a_position_is_degrees_or_nothing(gps: dict[int, object], place: str) -> None:
    assert picture_facts._position(gps) == place


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    with pytest.raises(Refused, match="bomb"):
        said(encoded(photo(200, 200), "WEBP"), "webp")


def outcome(data: bytes) -> str:
    try:
        return str(said(data)["width"])
    except Refused as refused:
        return refused.code


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow says what is damaged
@given(st.integers(0, len(JPEG)), st.binary(max_size=6))
def test_damaged_bytes_are_a_size_or_a_refusal(at: int, piece: bytes) -> None:
    code = outcome(JPEG[:at] + piece + JPEG[at + len(piece) :])
    assert code.isdigit() or code in {"broken", "bomb"}
