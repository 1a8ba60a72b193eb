from importlib.resources import files

import pytest

from kiemtin.matching.sorts import noun_rows, nouns
from kiemtin.text.canonical import canonical


def _verdicts(message: str, claim: str) -> list[str]:
    return [row.verdict for row in noun_rows(nouns(message), nouns(claim))]


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("Bản Qua có ca thủy đậu", "Xã Bản Qua có ca sốt xuất huyết"),
        ("mai cúp nước cả ngày", "Phường cắt điện cả ngày mai"),
        ("trường cấp 2 nghỉ học", "Trường tiểu học nghỉ học"),
        ("đàn gà chết hàng loạt", "Đàn vịt chết hàng loạt"),
        ("doi cccd mat 50k", "Đổi giấy phép lái xe mất 50.000 đồng"),
        ("ví điện tử bị khóa", "Ngân hàng khóa tài khoản"),
        ("lũ quét ở Nậm Xé", "Sạt lở ở Nậm Xé"),
        ("Thái-lan ngừng mua sắn", "Trung Quốc ngừng mua hàng"),
    ],
)
def test_two_of_a_kind_exclude_each_other(message: str, claim: str) -> None:
    assert _verdicts(message, claim) == ["conflict"]
    assert _verdicts(claim, message) == ["conflict"]


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("mai mất điện cả phường", "Phường cắt điện ngày mai"),
        ("truong cap 1 thu quy", "Trường tiểu học thu quỹ"),
        ("the bao hiem het han", "BHYT giấy hết hạn"),
        ("Cam-pu-chia mở cửa khẩu", "Campuchia mở lại cửa khẩu"),
        ("bị sốt xuất huyết chứ không phải thủy đậu", "Xã có ca sốt xuất huyết"),
    ],
)
def test_the_same_in_other_words_agrees(message: str, claim: str) -> None:
    assert "conflict" not in _verdicts(message, claim)
    assert "agree" in _verdicts(message, claim)


def test_what_only_one_side_names_is_not_compared() -> None:
    assert _verdicts("trời mưa to quá", "Phường cắt điện ngày mai") == []
    assert _verdicts("mất điện rồi", "Cầu Cốc Lếu đóng") == []


def test_single_syllables_need_their_marks() -> None:
    assert "animal, fish or seafood" not in nouns("bo me ga ra san ga don toi")
    assert "animal, fish or seafood" in nouns("nhà tôi mất ba con bò")


def test_the_longest_noun_counts_and_no_part_of_it() -> None:
    (illness,) = nouns("xã có dịch tả lợn châu Phi")["illness of people or animals"]
    assert illness.text == "dịch tả lợn châu Phi"


def test_every_noun_stands_in_one_table_only() -> None:
    lines = files("kiemtin.matching").joinpath("nouns.txt").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.strip() and line[0] not in "#!"]
    every = [form for line in rows for form in line.replace(":", ",").split(",")]
    forms = [canonical(form).strip() for form in every if form.strip()]
    assert sorted(forms) == sorted(set(forms))
    assert all(form and form == form.lower() for form in forms)


def test_rows_point_into_both_texts() -> None:
    message, claim = "Nghe nói mai mất điện", "Phường Cốc Lếu cắt điện"
    (row,) = noun_rows(nouns(message), nouns(claim))
    assert row.query_span is not None
    assert row.entry_span is not None
    assert message[slice(*row.query_span)] == row.query_value == "mất điện"
    assert claim[slice(*row.entry_span)] == row.entry_value == "cắt điện"
