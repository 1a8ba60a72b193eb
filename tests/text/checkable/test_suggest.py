"""What can be checked is never lost among greetings; what cannot is named, with its reasons."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.checkable import OPEN, suggest
from kiemtin.text.checkable.says import KINDS
from kiemtin.text.fold import fold

DAY = dt.date(2025, 10, 5)

CLAIMS = (
    "Đập Nậm Mẫu vỡ lúc 3 giờ sáng",
    "Vỡ đập rồi, chạy đi bà con ơi",
    "Mai học sinh Bát Xát nghỉ học phải không cô?",
    "Chúc mừng bạn đã trúng thưởng 100 triệu, bấm link nhận quà",
    "Lá đu đủ chữa khỏi ung thư",
    "Theo tôi đập Nậm Mẫu đã vỡ",
    "nước vào nhà mình rồi cứu với",
    "Công an xã thu 200 nghìn mỗi hộ, chán quá",
    "Cảm ơn ad. Cho hỏi cầu Cốc San sập từ hôm qua có đúng không?",
    "Bưu điện xã báo bị hack tài khoản, mọi người cẩn thận",
    "The dam in Bat Xat burst last night",
)
NOTHING_TO_CHECK = {
    "Chào cả nhà, chúc buổi sáng vui vẻ": "wish",
    "Dạ em cảm ơn ad nhiều ạ": "chat",
    "alo alo": "chat",
    "Hello everyone": "chat",
    "Cầu mong mưa tạnh cho bà con đỡ khổ": "wish",
    "Theo mình thì trường nên dạy bơi cho trẻ": "opinion",
    "Đường với chả sá, đi lại khổ quá": "opinion",
    "Thủ tục rườm rà, mệt hết sức 😡": "opinion",
    "Mấy giờ UBND xã mở cửa vậy ạ?": "question",
    "Làm lại giấy khai sinh thì cần giấy tờ gì?": "question",
    "Nhà em lạc chó, ai thấy báo giúp, xin hậu tạ": "personal",
    "Thể nào năm sau cũng khác, tôi đoán là vậy": "prediction",
    "Nói đùa thôi mà các bác": "satire",
    "Số trời cả rồi, kiếp trước mắc nợ": "belief",
    "Tin này có thật không ad?": "vague",
    "👍": "chat",
    "": "vague",
}


@pytest.mark.parametrize("text", CLAIMS)
def test_what_evidence_could_show_is_worth_a_look(text: str) -> None:
    assert suggest(text, DAY).checkable


@pytest.mark.parametrize(("text", "kind"), NOTHING_TO_CHECK.items())
def test_what_states_nothing_is_named(text: str, kind: str) -> None:
    found = suggest(text, DAY)
    assert (found.kind, found.checkable) == (kind, False)


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_typed_without_marks_is_still_one(text: str) -> None:
    assert suggest(fold(text), DAY).checkable


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("chao ca nha", "chat"),
        ("cam on ad nhe", "chat"),
        ("theo minh thi nen day boi cho tre", "opinion"),
        ("chán wá tr ơi", "opinion"),
        ("lm giấy khai sinh cần giấy tờ j z", "question"),
    ],
)
def test_chat_without_marks_and_in_short_forms_is_named(text: str, kind: str) -> None:
    assert suggest(text, DAY).kind == kind


@pytest.mark.parametrize("text", CLAIMS)
@pytest.mark.parametrize("chat", ["Chào cả nhà. ", "Em cảm ơn ad!\n", "Trời ơi chán quá đi. "])
def test_a_claim_beside_chat_is_a_claim(chat: str, text: str) -> None:
    assert suggest(chat + text, DAY).checkable


def test_what_another_sentence_asks_about_stays_open() -> None:
    told = "Ngân hàng Lúa Vàng sắp sập, ai có sổ rút ngay, mẹ em bảo thế."
    assert suggest(f"{told} Có đúng không ad ơi", DAY).checkable


def test_who_is_criticised_changes_nothing() -> None:
    names = ("Trường", "Cán bộ xã", "Nhà báo", "Đội bóng", "Hàng xóm")
    kinds = {suggest(f"{name} làm ăn chán quá, thật vô lý hết sức", DAY).kind for name in names}
    assert kinds == {"opinion"}


def test_reasons_say_where_they_stand() -> None:
    text = "Chào ad. Đập vỡ lúc 3 giờ sáng ở Bát Xát"
    found = suggest(text, DAY)
    quoted = {one.code: text[slice(*one.span)] for one in found.reasons if one.span}
    assert quoted["event"] == "vỡ"
    assert quoted["time"] == "3 giờ sáng"
    assert quoted["place"] == "Bát Xát"


def test_a_name_is_never_repeated() -> None:
    found = suggest("Hôm qua chú Nguyễn Văn Bình ở Đồi Cọ bị lừa 20 triệu", DAY)
    said = " ".join(one.vi() + one.en() for one in found.reasons)
    assert "Bình" not in said


@given(st.text(max_size=300))
def test_any_text_gets_one_kind_with_reasons_inside_it(text: str) -> None:
    found = suggest(text, DAY)
    assert found.reasons
    assert found.vi() == KINDS[found.kind].vi
    for one in found.reasons:
        assert one.vi()
        assert one.en()
        if one.span:
            assert 0 <= one.span[0] < one.span[1] <= len(text)
    assert found.checkable == (found.kind in OPEN)


@given(st.sampled_from(CLAIMS), st.sampled_from(list(NOTHING_TO_CHECK)))
def test_order_of_sentences_does_not_matter(claim: str, chat: str) -> None:
    assert suggest(f"{claim}\n{chat}", DAY).kind == suggest(f"{chat}\n{claim}", DAY).kind


def test_a_letter_whose_end_is_not_read_is_unclear() -> None:
    assert suggest("Bà con ơi, chán quá đi thôi. " * 100 + CLAIMS[0], DAY).kind == "unsure"


def test_a_letter_of_ten_thousand_characters_is_read() -> None:
    assert suggest("Chán quá đi thôi Mà " * 500, DAY).reasons
