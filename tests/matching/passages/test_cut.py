from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.passages.cut import LONGEST, SHORTEST, passages

_LEAD = "Mưa lớn làm sạt lở tỉnh lộ 158 tại xã A Mú Sung sáng 4/10."
_BODY = "Đoạn đường dài 40 mét bị vùi lấp. Xe tải không qua được cho tới chiều nay."


def test_paragraphs_are_passages_and_headings_are_not() -> None:
    text = f"{_LEAD}\nẢnh: bạn đọc\n\n{_BODY}"
    assert [text[a:b] for a, b in passages(text)] == [_LEAD, _BODY]


def test_a_long_paragraph_is_cut_at_whole_sentences() -> None:
    text = " ".join([_BODY] * 12)
    found = [text[a:b] for a, b in passages(text)]
    assert len(found) > 1
    assert all(one.endswith(".") for one in found)
    assert " ".join(found) == text


@given(st.text(max_size=1_500))
def test_passages_stand_in_the_text_in_order_and_are_of_a_readable_size(text: str) -> None:
    last = 0
    for start, end in passages(text):
        assert last <= start < end <= len(text)
        assert SHORTEST <= end - start <= LONGEST
        assert "\n" not in text[start:end]
        last = end
