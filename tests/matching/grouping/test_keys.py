"""Like messages share keys."""

from kiemtin.matching.grouping.features import Values, read
from kiemtin.matching.grouping.keys import contents, marks, same_details
from kiemtin.matching.grouping.tokens import tokenise


def of(keys: Values, item: int) -> list[int]:
    return list(map(int, keys.values[keys.ends[item] : keys.ends[item + 1]]))


def test_equal_details_give_one_equal_key() -> None:
    archive = read([tokenise(["vỡ 30 nhà 9h", "sập 30 căn lúc 9h", "sập 31 căn lúc 9h", "9h"])])
    keys = [of(same_details(archive.features), at) for at in range(4)]
    assert keys[0] == keys[1] != keys[2]
    assert keys[3] == []


def test_two_details_in_common_are_a_mark_in_common() -> None:
    archive = read([tokenise(["vỡ 30 nhà 9h", "lúc 9h ngày 5/9 mất 30", "7h mất 31"])])
    first, second, third = (set(of(marks(archive.features), at)) for at in range(3))
    assert first & second
    assert not first & third


def test_words_used_together_often_are_marks_without_any_detail() -> None:
    archive = read([tokenise(["đập sắp vỡ", "đập sắp tràn", "nghe đập sắp vỡ", "mưa to"])])
    first, second = (set(of(marks(archive.features), at)) for at in (0, 1))
    assert first & second


def test_equal_contents_whatever_the_marks() -> None:
    found = contents(tokenise(["Đập VỠ!", "dap vo", "vo dap"])).tolist()
    assert found[0] == found[1] != found[2]
