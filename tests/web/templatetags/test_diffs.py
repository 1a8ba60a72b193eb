from hypothesis import given
from hypothesis import strategies as st

from kiemtin.web.templatetags.diffs import MANY_WORDS, Piece, word_diff

TEXTS = st.text(alphabet="ab ắễ\n", max_size=60)


def changed(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.changed]


def test_only_the_words_that_differ_are_marked() -> None:
    diff = word_diff("Mực nước lúc 8:00 thấp", "Mực nước lúc 6:00 thấp")
    assert changed(diff.left) == ["8:00"]
    assert changed(diff.right) == ["6:00"]


def test_a_word_taken_out_is_marked_on_its_side_alone() -> None:
    diff = word_diff("đập không vỡ", "đập vỡ")
    assert changed(diff.left) == ["không"]
    assert changed(diff.right) == []


def test_what_fills_an_empty_text_is_all_new() -> None:
    assert changed(word_diff("", "hai chữ").right) == ["hai chữ"]


def test_very_long_texts_are_compared_by_lines() -> None:
    line = "một hai ba\n"
    long = line * MANY_WORDS
    diff = word_diff(long + "bốn năm", long + "bốn sáu")
    assert changed(diff.left) == ["bốn năm"]


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_texts(left: str, right: str) -> None:
    diff = word_diff(left, right)
    assert "".join(piece.text for piece in diff.left) == left
    assert "".join(piece.text for piece in diff.right) == right


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert word_diff(text, text).same


@given(TEXTS, TEXTS)
def test_what_is_not_marked_stands_in_both(left: str, right: str) -> None:
    diff = word_diff(left, right)
    kept = [[p.text for p in side if not p.changed] for side in (diff.left, diff.right)]
    assert "".join(kept[0]).split() == "".join(kept[1]).split()
    assert diff.same == (left == right)


def test_a_text_that_repeats_one_line_is_compared_in_no_time() -> None:
    left = "một\n" * 40_000
    right = "".join("một\n" if at % 2 else f"hai {at}\n" for at in range(40_000))
    assert not word_diff(left, right).same
