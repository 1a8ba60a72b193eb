"""The script: fact first, rumour later and once a reading, twice read, in its time, all words."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.loudspeaker import (
    COMMA,
    PRIORITIES,
    READING_SECONDS,
    SENTENCE,
    SYLLABLE,
    Priority,
    script,
    seconds,
)
from kiemtin.bulletin.spoken import spoken
from tests.bulletin.contents import AT, CONTENTS, DAM, dam
from tests.bulletin.test_holding import LINE

ONCE = """\
Tin dành cho bà con xã Mường Hum, Lào Cai.
Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.
Có tin đồn sai, nói rằng Đập Nậm Pung vỡ, nước sắp tràn về các xã hạ lưu.
Điều đó không đúng.
Nhà máy và uỷ ban xã đã kiểm tra thân đập lúc chín giờ sáng.
Ảnh lan truyền chụp ở nơi khác.
Sau đây là việc nên làm.
Nghe thông báo của xã.
Không chia sẻ tin chưa kiểm chứng.
Nguồn tin là Nhà máy thuỷ điện Nậm Pung, Uỷ ban nhân dân xã.
Tin được kiểm chứng lúc mười bốn giờ năm phút ngày hai mươi hai tháng mười một.
Thông báo này có giá trị đến hết ngày hai mươi lăm tháng mười một."""


def test_the_whole_script() -> None:
    made = script(DAM)
    assert made.text == (
        f"Bàn kiểm tin Lào Cai thông báo.\n{ONCE}\nXin nhắc lại.\n{ONCE}\n"
        "Đó là thông báo của Bàn kiểm tin Lào Cai."
    )
    assert made.once == tuple(ONCE.split("\n"))
    assert not made.left_out
    assert 45 <= made.once_seconds <= READING_SECONDS


def test_a_holding_line_says_what_to_do_and_when_the_next_word_comes() -> None:
    made = script(LINE.content(), priority="urgent")
    lines = made.text.split("\n")
    assert lines[0] == "Thông báo khẩn cấp."
    assert lines[3] == "Nếu bạn ở ven suối, lên chỗ cao ngay, đừng chờ xác minh."
    assert lines[4:6] == [
        "Có tin đồn nói rằng Đập Nậm Pung bị vỡ.",
        "Tin này đang được kiểm tra.",
    ]
    assert "thông báo tiếp lúc mười lăm giờ năm phút ngày hai mươi hai tháng mười một." in lines[6]
    assert "kiểm chứng lúc" not in made.text


@pytest.mark.parametrize(
    ("priority", "first"),
    [("normal", "Bàn kiểm"), ("first", "Thông báo ưu tiên."), ("urgent", "Thông báo khẩn cấp.")],
)
def test_the_priority_is_said_first(priority: Priority, first: str) -> None:
    assert priority in PRIORITIES
    assert script(DAM, priority=priority).text.startswith(first)


def test_when_time_is_short_what_helps_stays() -> None:
    made = script(dam(why="Vì thế này. " * 60, next_update_at=AT + timedelta(hours=1)), limit=38)
    assert made.once_seconds <= 38
    assert "Nghe thông báo của xã." in made.once
    assert any("thông báo tiếp" in sentence for sentence in made.once)
    assert "sources" in made.left_out


def test_an_explanation_is_shortened_by_whole_sentences() -> None:
    made = script(dam(why="Nhà máy đã kiểm tra thân đập rất kỹ lưỡng sáng nay. " * 9))
    told = [one for one in made.once if one.startswith("Nhà máy đã kiểm tra thân đập")]
    assert 0 < len(told) < 9
    assert set(told) == {"Nhà máy đã kiểm tra thân đập rất kỹ lưỡng sáng nay."}
    assert made.once_seconds <= READING_SECONDS


def test_a_drill_is_called_one_first_and_last() -> None:
    made = script(DAM, priority="urgent", drill=True)
    lines = made.text.split("\n")
    assert lines[0] == lines[-1] == "Đây là diễn tập, không phải tin thật."
    assert lines[1] == "Thông báo khẩn cấp."
    assert made.drill
    assert made.once_seconds <= READING_SECONDS


def test_a_sentence_is_not_told_twice_in_a_row() -> None:
    made = script(dam(verdict="true", why="Tin này đúng. Đập vỡ lúc 9h."))
    assert made.once.count("Tin này đúng.") == 1


def test_a_withdrawal_says_whose_what_and_why() -> None:
    made = script(dam(kind="withdrawal", version=2, what_was_wrong="Nhầm đập; xin lỗi bà con."))
    assert made.once[1:] == (
        "Bàn kiểm tin Lào Cai rút lại kết luận trước đây về tin Đập thuỷ điện Nậm Pung bị vỡ.",
        "Lý do như sau.",
        "Nhầm đập.",
        "Xin lỗi bà con.",
    )


def test_an_amendment_says_what_was_wrong() -> None:
    made = script(dam(kind="amendment", version=2, what_was_wrong="Ghi nhầm giờ."))
    at = made.once.index("Chúng tôi đính chính thông báo trước.")
    assert made.once[at + 1] == "Ghi nhầm giờ."


def test_the_year_is_told_where_it_is_another() -> None:
    made = script(dam(valid_until=date(2027, 1, 5)))
    assert "tháng một năm hai nghìn không trăm hai mươi bảy." in made.once[-1]


def test_english_is_english() -> None:
    made = script(dam(language="en", fact="The dam stands.", said="the dam broke"))
    assert "A false rumour says that the dam broke." in made.once
    assert made.text.endswith("This was Bàn kiểm tin Lào Cai.")


@given(CONTENTS, st.sampled_from(sorted(PRIORITIES)), st.floats(20, 120))
def test_one_reading_keeps_to_its_time_and_is_read_twice(
    content: Content, priority: Priority, limit: float
) -> None:
    made = script(content, priority=priority, limit=limit)
    least = script(content, priority=priority, limit=0)
    assert made.once_seconds <= max(limit, least.once_seconds) + 0.1
    assert ("\n".join(made.once) + "\n") in made.text or not made.once
    assert made == script(content, priority=priority, limit=limit)


@given(CONTENTS)
def test_no_rumour_is_told_before_the_fact(content: Content) -> None:
    fact = re.split(r"(?<=[.!?]) ", spoken(content.fact.replace(";", "."), content.language))[0]
    if content.withdrawn or not fact.strip(".,?!' "):
        return
    first = script(replace(content, place_name="")).once[0]
    assert first.rstrip(".") == fact.rstrip("., ")


@given(CONTENTS.filter(lambda content: content.language == "vi"))
def test_every_sentence_is_words_and_ends(content: Content) -> None:
    for sentence in script(content).text.split("\n"):
        assert sentence[-1] in ".!?"
        assert not any(char.isdigit() for char in sentence)


def test_time_is_counted_by_syllables_and_pauses() -> None:
    assert seconds([]) == 0
    assert seconds(["Một hai ba."]) == pytest.approx(3 * SYLLABLE + SENTENCE)
    assert seconds(["Một, hai."]) == pytest.approx(2 * SYLLABLE + SENTENCE + COMMA)
