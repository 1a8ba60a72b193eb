"""SMS: fact first, name and link always, parts left out whole, diacritics unless asked."""

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.short_text import named_lines, short_text
from kiemtin.bulletin.sms import Sms, sms, without_marks
from tests.bulletin.contents import CONTENTS, DAM, dam


def test_the_message_in_three_parts() -> None:
    made = sms(DAM)
    assert made.text == (
        "Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.\n"
        "Có tin đồn rằng: “Đập Nậm Pung vỡ, nước sắp tràn về các xã hạ lưu” – SAI.\n"
        "Bàn kiểm tin Lào Cai: https://example.vn/kiem-chung/dap-nam-pung-1"
    )
    assert (made.encoding, made.units, len(made.parts), made.within) == ("UCS-2", 201, 3, True)


def test_without_marks_more_is_said_in_as_many_parts() -> None:
    made = sms(DAM, marks=False)
    assert made.encoding == "GSM-7"
    assert len(made.parts) == 3
    assert made.text.startswith("Dap thuy dien Nam Pung khong vo va van van hanh binh thuong.\n")
    assert "Nen lam: Nghe thong bao cua xa." in made.text
    assert made.text.isascii()


def test_fact_name_and_link_go_out_even_when_they_take_more() -> None:
    made = sms(DAM, 1)
    assert made.text == f"{DAM.fact}\nBàn kiểm tin Lào Cai: {DAM.url}"
    assert not made.within
    assert len(made.parts) == 2


def test_a_drill_is_called_one_first() -> None:
    assert sms(DAM, drill=True).text.startswith("DIỄN TẬP – không phải tin thật")
    assert sms(DAM, 1, marks=False, drill=True).text.startswith("DIEN TAP - khong phai tin that")


def test_with_room_for_everything_it_is_the_whole_text() -> None:
    assert sms(DAM, 20).text == short_text(DAM)


def test_an_explanation_loses_sentences_and_never_words() -> None:
    first = "Nhà máy và uỷ ban xã đã kiểm tra thân đập lúc 9 giờ sáng."
    assert any(sms(DAM, parts).text.split("\n")[2] == first for parts in range(4, 9))


def test_a_withdrawal_says_so_in_one_part_too() -> None:
    made = sms(dam(kind="withdrawal", version=2, what_was_wrong="Nhầm đập. " * 30))
    assert made.text.startswith("Bàn kiểm tin Lào Cai rút lại kết luận trước đây về tin này: Nhầm")
    assert DAM.fact not in made.text
    assert made.text.endswith(DAM.url)
    assert made.within


def test_bare_letters_keep_their_capitals_and_print_becomes_plain() -> None:
    assert without_marks("Đập VỠ – “thật” 5 °C…") == 'Dap VO - "that" 5 do C...'
    assert without_marks("ĐỖ Ươm") == "DO Uom"


@given(CONTENTS, st.integers(1, 8), st.booleans())
def test_the_fact_is_first_and_the_link_last(content: Content, limit: int, marks: bool) -> None:
    made = sms(content, limit, marks=marks)
    lines = named_lines(content)
    if marks:
        assert made.text.endswith(lines["signed"])
        if not content.withdrawn:
            assert made.text.startswith(one_line(content.fact))
    assert "".join(made.parts) == made.text
    assert made.within == (len(made.parts) <= limit)


@given(CONTENTS, st.integers(1, 8))
def test_no_line_but_an_explanation_is_shorter_than_it_was(content: Content, limit: int) -> None:
    whole = set(named_lines(content).values())
    explained = [named_lines(content)["changed"], named_lines(content).get("why", "")]
    for line in sms(content, limit).text.split("\n"):
        stem = line.removesuffix("…").rstrip()
        assert line in whole or any(text.startswith(stem) for text in explained)


@given(CONTENTS)
def test_the_same_content_always_gives_the_same_message(content: Content) -> None:
    assert sms(content) == sms(content)
    assert isinstance(sms(content), Sms)


@given(CONTENTS)
def test_more_parts_never_say_less(content: Content) -> None:
    sizes = [len(sms(content, limit).text) for limit in (20, 40)]
    assert sizes == sorted(sizes)
