"""Units and parts of SMS, as the network counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.sms import without_marks
from kiemtin.bulletin.sms_units import EACH, SINGLE, count

GSM = st.text(alphabet="abc XYZ0189@£€[]{}~^\\|\nàéùìòÇØÅΔΩ?", max_size=700)
ANY = st.text(max_size=400)


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("€" * 80, "GSM-7", 160, 1),
        ("ạ" * 70, "UCS-2", 70, 1),
        ("ạ" * 71, "UCS-2", 71, 2),
        ("ạ" * 134, "UCS-2", 134, 2),
        ("ạ" * 135, "UCS-2", 135, 3),
        ("🌊" * 35, "UCS-2", 70, 1),
    ],
)
def test_lengths_at_each_border(text: str, encoding: str, units: int, parts: int) -> None:
    counted = count(text)
    assert (counted.encoding, counted.units, len(counted.parts)) == (encoding, units, parts)


def test_an_escape_pair_and_a_surrogate_pair_stay_together() -> None:
    counted = count("a" * 152 + "€" + "b" * 50)
    assert counted.parts == ("a" * 152, "€" + "b" * 50)
    assert count("ạ" * 66 + "🌊" + "b" * 20).parts == ("ạ" * 66, "🌊" + "b" * 20)


def test_parts_end_between_words_where_that_costs_nothing() -> None:
    text = "Đập không vỡ. " * 8
    counted = count(text)
    assert len(counted.parts) == 2
    assert counted.parts[0].endswith(" ")


def test_the_measured_example() -> None:
    """116 characters: two parts with diacritics, one without."""
    text = (
        "Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường. "
        "Bà con không chuyển tin chưa kiểm chứng cho người khác."
    )
    assert len(text) == 116
    assert (count(text).encoding, len(count(text).parts)) == ("UCS-2", 2)
    bare = count(without_marks(text))
    assert (bare.encoding, len(bare.parts)) == ("GSM-7", 1)


@given(st.one_of(GSM, ANY))
def test_parts_are_the_text_and_each_fits(text: str) -> None:
    counted = count(text)
    assert "".join(counted.parts) == text
    room = SINGLE if len(counted.parts) == 1 else EACH
    for part in counted.parts:
        own = len(part.encode("utf-16-be", "surrogatepass")) // 2
        if counted.encoding == "GSM-7":
            own = len(part) + sum(char in "\f^{}\\[~]|€" for char in part)
        assert own <= room[counted.encoding]
        part.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")


@given(GSM)
def test_no_fewer_parts_would_do(text: str) -> None:
    """Filling each part to the brim wastes at most one unit a part, before an escape pair."""
    counted = count(text)
    if len(counted.parts) > 1:
        assert (len(counted.parts) - 1) * (EACH["GSM-7"] - 1) < counted.units
