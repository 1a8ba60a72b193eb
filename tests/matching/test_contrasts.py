"""Of two claims that share their words, a message is nearer to the one whose own words it has."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.contrasts import CLEAR, edges, in_other_words
from kiemtin.matching.reading import Reading, read

_TODAY = dt.date(2025, 9, 10)
_OPENS = "Hội đua thuyền Bản Hồ khai mạc tối 12/9"
_CALLED_OFF = "Hội đua thuyền Bản Hồ bị hủy vì nước lớn"
_CLAIMS = [
    _OPENS,
    _CALLED_OFF,
    "Giá vé đò Bản Hồ tăng lên 12.000 đồng",
    "Giá vé đò Bản Hồ tăng lên 21.000 đồng",
    "Chợ Cốc Ly nghỉ phiên",
]
_WORDS = sorted({word for claim in _CLAIMS for word in claim.split()} | {"nghe", "nói", "hả", "ạ"})


def _read(text: str) -> Reading:
    return read(text, _TODAY)


def _edge(message: str, one: str, other: str) -> float:
    return float(edges(_read(message), [_read(one), _read(other)])[0, 1])


def test_the_words_that_only_one_claim_has_decide() -> None:
    assert _edge("đua thuyền Bản Hồ hủy vì nước lớn rồi", _CALLED_OFF, _OPENS) >= CLEAR
    assert _edge("đua thuyền Bản Hồ khai mạc tối 12/9 hả", _OPENS, _CALLED_OFF) >= CLEAR


def test_a_message_typed_without_marks_is_read_without_them() -> None:
    assert _edge("dua thuyen ban ho huy vi nuoc lon roi", _CALLED_OFF, _OPENS) >= CLEAR


def test_what_two_claims_share_speaks_for_neither() -> None:
    assert _edge("hội đua thuyền Bản Hồ sao rồi", _OPENS, _CALLED_OFF) == 0
    assert _edge("", _OPENS, _CALLED_OFF) == 0


def test_figures_are_compared_for_themselves_and_give_no_edge() -> None:
    assert _edge("vé đò Bản Hồ lên 21.000 đồng rồi", _CLAIMS[2], _CLAIMS[3]) == 0


def test_no_claims_have_no_edges() -> None:
    assert edges(_read("hội đua thuyền"), []).shape == (0, 0)


@given(
    st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(_CLAIMS), min_size=1, max_size=5),
)
def test_edges_are_bounded_and_what_one_gains_the_other_loses(
    message: str, claims: list[str]
) -> None:
    found = edges(_read(message), [_read(claim) for claim in claims])
    assert found.shape == (len(claims), len(claims))
    assert (found == -found.T).all()
    assert (abs(found) <= 1).all()


@pytest.mark.parametrize(
    "message",
    [
        "Bếp ăn Trường Nà Tẩu tuyển cô nuôi dạy trẻ lương cao",
        "ngày 9/9 Trường Nà Tẩu mở lớp dạy thêu thổ cẩm",
    ],
)
def test_the_names_of_a_claim_do_not_make_its_words(message: str) -> None:
    assert in_other_words(_read(message), _read("Trường Nà Tẩu nghỉ học ngày 9/9/2025"))


@pytest.mark.parametrize(
    "message",
    [
        "Trường Nà Tẩu nghỉ học hả",
        "trường Nà Tẩu cho học sinh ở nhà, nghỉ học hết ngày 9/9 để sửa mái",
        "Trường Nà Tẩu",
        "chuyện Trường Nà Tẩu sao rồi ạ",
        "",
    ],
)
def test_what_has_a_word_of_the_claim_or_few_others_may_mean_it(message: str) -> None:
    assert not in_other_words(_read(message), _read("Trường Nà Tẩu nghỉ học ngày 9/9/2025"))


def test_other_words_in_a_clause_beside_the_claim_do_not_count() -> None:
    message = "Trường Nà Tẩu hả? Nhà em bán măng khô, mật ong, gạo nếp"
    assert not in_other_words(_read(message), _read("Trường Nà Tẩu nghỉ học ngày 9/9/2025"))
