from kiemtin.matching.passages.near import grouped, same

_ONE = "Mưa lớn làm sạt lở tỉnh lộ 158 tại xã A Mú Sung, 40 mét đường bị vùi lấp."
_COPY = "mưa lớn làm sạt lở tỉnh lộ 158 tại xã A Mú Sung; 40 mét đường bị vùi lấp"


def test_a_copy_with_other_points_and_capitals_is_the_same() -> None:
    assert same(_ONE, _COPY)
    assert same(_COPY, _ONE)


def test_another_figure_makes_it_another_passage() -> None:
    assert not same(_ONE, _ONE.replace("40", "400"))


def test_a_denial_makes_it_another_passage() -> None:
    assert not same(_ONE, _ONE.replace("bị vùi", "không bị vùi"))


def test_a_passage_that_says_more_is_another_one() -> None:
    assert not same(_ONE, f"{_ONE} Xe tải và xe khách được hướng dẫn đi đường khác.")


def test_texts_without_a_word_are_not_the_same() -> None:
    assert not same("…", "!!")


def test_the_first_of_a_kind_leads_those_like_it() -> None:
    texts = [_ONE, "Trường học ở xã Bản Vược mở cửa lại từ thứ hai.", _COPY]
    assert list(grouped(texts)) == [(0, [2]), (1, [])]
