"""The words of posters and cards."""

import pytest
from hypothesis import given

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.sheet import WHY_CHARS, WORDS, Sheet, sheet
from tests.bulletin.contents import CONTENTS, dam
from tests.bulletin.drawn import HOLDING, LONGEST, WITHDRAWN, refused_as


def all_of(told: Sheet) -> str:
    return "\n".join(
        [value if isinstance(value, str) else "\n".join(value) for value in vars(told).values()]
    )


def test_the_verdict_says_what_it_judges_and_the_fact_stands_apart() -> None:
    told = sheet(dam())
    assert (told.label, told.word, told.shape) == ("Tin đồn này", "SAI", "false")
    assert told.head == dam().fact
    assert told.title == dam().fact


def test_the_rumour_is_told_once_with_what_it_is_worth() -> None:
    said = sheet(dam(said="Có tin đồn rằng: đập Nậm Pung vỡ.")).said
    assert said == "Có tin đồn rằng: “đập Nậm Pung vỡ” – SAI."
    assert "chưa đủ căn cứ" in sheet(dam(verdict="unproven")).said


def test_place_validity_time_and_desk_are_named() -> None:
    assert sheet(dam()).notes == (
        "Nơi áp dụng: xã Mường Hum, Lào Cai",
        "Có giá trị đến hết 25/11/2026",
        "Kiểm chứng lúc 22/11/2026 14:05",
        "Bàn kiểm tin Lào Cai",
    )
    assert sheet(dam(place_name="")).notes[0] == "Nơi áp dụng: cả nước"


def test_a_holding_line_begins_with_what_to_do_and_names_the_next_update() -> None:
    told = sheet(HOLDING)
    assert told.head == HOLDING.todo
    assert told.second == HOLDING.fact
    assert told.word == "ĐANG KIỂM TRA"
    assert "Cập nhật tiếp lúc 22/11/2026 14:35" in told.notes
    alone = sheet(dam(verdict="checking", todo=""))
    assert (alone.head_label, alone.head) == ("Trong lúc chờ, hãy làm", dam().fact)


def test_an_amendment_says_so_and_what_was_wrong() -> None:
    told = sheet(dam(kind="amendment", version=2, what_was_wrong="Bản trước ghi sai giờ."))
    assert told.changed == "Đính chính bản trước của chúng tôi: Bản trước ghi sai giờ."
    assert "đã đính chính" in told.head_label


def test_a_withdrawal_says_only_that_and_why() -> None:
    told = sheet(WITHDRAWN)
    assert told.word == "ĐÃ RÚT LẠI"
    assert told.second == WITHDRAWN.what_was_wrong
    assert WITHDRAWN.fact not in all_of(told)
    assert "SAI" not in all_of(told)


def test_explanations_are_whole_sentences() -> None:
    why = "Câu một ngắn. " + "Câu hai rất dài " * 20 + "."
    assert sheet(dam(why=why)).why == "Câu một ngắn."
    assert len(sheet(LONGEST).why) <= WHY_CHARS


def test_fixed_words_may_come_with_a_translation() -> None:
    told = sheet(
        dam(language="hmn"), words={"fact": "Qhov tseeb", "verdict_false": "Tsis muaj tseeb"}
    )
    assert told.head_label == "Qhov tseeb"
    assert told.word == "TSIS MUAJ TSEEB"
    with pytest.raises(KeyError):
        sheet(dam(), words={"unknown": "x"})


def test_a_drill_and_an_unsigned_code_are_named() -> None:
    assert sheet(dam()).drill == ""
    assert sheet(dam(), drill=True).drill.startswith("DIỄN TẬP")
    assert sheet(dam(), signed=False).scan == WORDS["linked"].vi


@given(CONTENTS)
def test_any_content_has_its_words_or_is_refused(content: Content) -> None:
    with refused_as("letters", "empty"):
        told = sheet(content)
        assert told.head
        assert told.word
