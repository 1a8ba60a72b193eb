"""Texts in a frame: no word cut, nothing over the edge, explanations out first."""

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.fitting import Placed, Text, fit, spread, wrapped
from kiemtin.bulletin.paper import INK, PLAIN, width

WORD = st.text("abcđêơ", min_size=1, max_size=8)
WORDS = st.lists(WORD, max_size=40).map(" ".join)


def a_text(text: str, part: str = "fact", largest: float = 20, smallest: float = 8) -> Text:
    return Text(part, text, PLAIN, largest, smallest, INK, 0.5, balanced=part == "fact")


def fitted(texts: list[Text], wide: float, high: float) -> list[Placed] | None:
    return fit(texts, wide, high, width, ("why", "said"))


@given(WORDS, WORDS, WORDS, st.floats(40, 400), st.floats(20, 400))
def test_what_is_placed_lies_in_the_frame_and_is_whole(
    fact: str, said: str, why: str, wide: float, high: float
) -> None:
    given_texts = [a_text(fact), a_text(said, "said"), a_text(why, "why")]
    placed = fitted(given_texts, wide, high)
    for one in placed or []:
        assert one.bottom <= high
        assert " ".join(one.lines) == one.text.text
        assert 8 <= one.size <= 20
        assert all(width(line, PLAIN, one.size) <= wide for line in one.lines)
    assert placed is None or not fact or placed[0].text.text == fact


def test_letters_shrink_before_anything_is_left_out_and_no_further_than_allowed() -> None:
    fact, said = a_text("đập không vỡ " * 4), a_text("đập vỡ " * 4, "said")
    roomy, tight = fitted([fact, said], 200, 400), fitted([fact, said], 200, 120)
    assert roomy is not None
    assert tight is not None
    assert roomy[0].size == 20
    assert 8 <= tight[0].size < 20
    assert fitted([fact], 200, 5) is None


def test_the_part_most_easily_spared_goes_first_and_all_of_it() -> None:
    texts = [a_text("đập không vỡ"), a_text("Vì sao", "why"), a_text("đã xem " * 30, "why")]
    placed = fitted([*texts, a_text("đập vỡ", "said")], 200, 70)
    assert placed is not None
    assert [one.text.part for one in placed] == ["fact", "said"]


def test_lines_break_between_words_and_where_the_writer_broke_them() -> None:
    assert wrapped("ở nhà\nnghe loa", 1000, PLAIN, 10, width) == ["ở nhà", "nghe loa"]
    assert wrapped("nghiêng", 10, PLAIN, 10, width) == []


def test_a_headline_has_no_line_of_one_word() -> None:
    text = "Đập thuỷ điện Nậm Pung vẫn vận hành bình thường rồi"
    wide = width(text, PLAIN, 20) * 0.95
    placed = fit([Text("fact", text, PLAIN, 20, 20, INK, balanced=True)], wide, 999, width)
    assert placed is not None
    assert len(placed[0].lines) == 2
    assert len(placed[0].lines[1].split()) > 2


def test_parts_move_apart_within_the_frame() -> None:
    placed = fitted([a_text("đập không vỡ"), a_text("đập vỡ", "said")], 300, 300)
    assert placed is not None
    moved = spread(placed, 300, 50)
    assert moved[0].top == placed[0].top
    assert moved[1].top == placed[1].top + 50
    assert spread(placed, placed[-1].bottom + 10, 50)[1].bottom <= placed[-1].bottom + 10.001
