"""What holds for every text: nothing slips through, nothing is damaged, nothing is remembered."""

import unicodedata
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.canonical import canonical
from kiemtin.text.redact import KINDS, MARKERS, Removed, redact
from tests.text.strategies import texts

_GAPS = ("", " ", ".", "-", " - ", "\u200b", "\u00a0", ") ", "_", "\u2060", "·")
_DIGITS = (
    "0123456789",
    "０１２３４５６７８９",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "٠١٢٣٤٥٦٧٨٩",
    "₀₁₂₃₄₅₆₇₈₉",
    "⓪①②③④⑤⑥⑦⑧⑨",
)
_PROSE = st.text(st.sampled_from("abc đập vỡ rồi xã,.!?\n"), max_size=20)


@st.composite
def _typed_phones(draw: st.DrawFn) -> str:
    """The number 0900 000 0xx in any script of digits, with any one gap between any digits."""
    last = draw(st.integers(0, 99))
    script = draw(st.sampled_from(_DIGITS))
    digits = [script[int(digit)] for digit in f"09000000{last:02}"]
    gap = draw(st.sampled_from(_GAPS))
    gaps = draw(st.lists(st.booleans(), min_size=9, max_size=9))
    return "".join(
        digit + (gap if with_gap else "")
        for digit, with_gap in zip(digits, [*gaps, False], strict=True)
    )


@given(_PROSE, _typed_phones(), _PROSE)
def test_no_digit_of_a_telephone_number_is_left(before: str, number: str, after: str) -> None:
    redaction = redact(f"{before} {number} {after}")
    assert not any(letter.isdigit() for letter in redaction.text)
    assert MARKERS["phone"] in redaction.text


@given(texts | st.text())
def test_any_text_is_redacted_once_and_for_all(text: str) -> None:
    once = redact(text)
    again = redact(once.text)
    assert again.text == once.text
    assert again.removed == ()
    assert canonical(once.text) == once.text


@given(texts)
def test_places_frame_their_markers_in_order(text: str) -> None:
    redaction = redact(text)
    last = 0
    for one in redaction.removed:
        assert last <= one.start < one.end
        assert redaction.text[one.start : one.end] == MARKERS[one.kind]
        last = one.end


@given(texts)
def test_composed_and_decomposed_text_give_the_same(text: str) -> None:
    assert redact(unicodedata.normalize("NFD", text)) == redact(text)


def test_a_removal_carries_no_value() -> None:
    assert {field.name for field in fields(Removed)} == {"kind", "start", "end"}
    redaction = redact("anh Nguyễn Văn An, số 0900 000 001")
    assert "An" not in repr(redaction)
    assert "001" not in repr(redaction)


def test_a_marker_in_the_text_is_no_find() -> None:
    text = f"gọi {MARKERS['phone']} hoặc {MARKERS['person_name']}"
    assert redact(text).removed == ()
    assert redact(text + " 0900 000 001").removed == (
        Removed("phone", len(text) + 1, len(text) + 16),
    )


def test_every_kind_has_a_marker_of_its_own() -> None:
    assert set(MARKERS) == set(KINDS)
    assert len(set(MARKERS.values())) == len(KINDS)


@pytest.mark.parametrize(
    "kept",
    ["0900000001", "0900 000 001", "+84900000001", "84.900.000.001", "(0900) 000-001"],
)
@pytest.mark.parametrize(
    "written", ["0900 000 001", "+84 900.000.001", "0900000001", "o900 000 001"]
)
def test_a_number_that_is_the_claim_stays_however_written(kept: str, written: str) -> None:
    text = f"số {written} lừa đảo, gọi 0900 000 002 báo"
    redaction = redact(text, keep={kept})
    assert redaction.text == f"số {written} lừa đảo, gọi {MARKERS['phone']} báo"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("stk 0000 0000 0000 giả", "000000000000"),
        ("trang fb.com/cuu.tro.gia lừa", "https://www.fb.com/cuu.tro.gia"),
        ("anh Nguyễn Văn An lừa", "nguyễn văn an"),
        ("nick @lan_anh93 lừa", "@lan_anh93"),
        ("thư từ lan@example.vn là giả", "LAN@example.vn"),
    ],
)
def test_every_kind_of_value_can_be_the_claim(text: str, kept: str) -> None:
    assert redact(text).removed != ()
    assert redact(text, keep=[kept]).text == text


@pytest.mark.parametrize("kept", ["", "0", "12", " ", "."])
def test_a_value_that_names_nothing_keeps_nothing(kept: str) -> None:
    assert redact("gọi 0900 000 001", keep=[kept]).text == f"gọi {MARKERS['phone']}"


@pytest.mark.parametrize(
    "unit",
    ["a", "a.", "a@", "@a", "0", "0 ", "0.", "1.000.", "A ", "An ", "Nguyễn ", "nguyễn ", "NGUYEN ",
     "fb ", "fb:", "zalo ten ", "stk ", "x.com/", "http://", "http://a.", "không ", "22.1234, ",
     "(", "+84 ", "ten la ", "chủ tịch ", "[số ", "@An ", "\"", "số nhà 1/", "a-", "o0", "14/8 ",
     "\u0301", "😭 ", "1 a cong "],
)  # fmt: skip
def test_ten_thousand_characters_of_anything_are_done_without_backtracking(unit: str) -> None:
    """A pattern that backtracks would not come back at all; the repetition is cut at the limit."""
    text = (unit * 10_000)[:10_000]
    redaction = redact(text)
    assert redact(redaction.text).text == redaction.text
