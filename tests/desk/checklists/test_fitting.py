"""Which lists fit is said with reasons that can be seen in the claim; it decides nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk.checklists.fitting import WORDS, Claimed, fitting
from kiemtin.desk.words import Claimant, Subject
from kiemtin.desk.words_evidence import CheckKind

CLAIMS = [
    ("Ảnh chiếc tàu lạ trôi vào bờ kè", CheckKind.PICTURE),
    ("Giám đốc nhà máy nói rằng mai xả hết hồ", CheckKind.QUOTE),
    ("Có công văn cho cả tỉnh nghỉ học", CheckKind.DOCUMENT),
    ("Lũ cuốn 150 người ở một xã", CheckKind.NUMBER),
    ("Chuyển khoản trước thì được giảm học phí", CheckKind.SCAM),
    ("Đập Nậm Mẫu bị vỡ", CheckKind.WARNING),
]


@pytest.mark.parametrize(("claim", "kind"), CLAIMS, ids=[kind for _claim, kind in CLAIMS])
def test_the_words_of_a_claim_bring_its_kind_first(claim: str, kind: CheckKind) -> None:
    first = fitting(Claimed(claim))[0]
    assert first.kind == kind
    assert first.reasons


def test_words_typed_without_marks_count_where_they_cannot_be_others() -> None:
    assert [one.kind for one in fitting(Claimed("co cong van cho nghi hoc"))] == [
        CheckKind.DOCUMENT
    ]
    assert fitting(Claimed("anh tôi bảo mai trời đẹp")) == ()


def test_a_word_inside_another_is_no_sign() -> None:
    assert fitting(Claimed("Một videoclub vừa mở cửa")) == ()


def test_a_picture_sent_along_is_a_reason_by_itself() -> None:
    assert [one.kind for one in fitting(Claimed("Cầu này đây", pictures=1))] == [CheckKind.PICTURE]


def test_subject_and_claimant_count() -> None:
    posing = Claimed("Trang của hội nhận ủng hộ", Subject.RELIEF_SCAM, Claimant.POSING)
    (fit,) = fitting(posing)
    assert (fit.kind, len(fit.reasons)) == (CheckKind.SCAM, 2)


def test_more_reasons_come_first() -> None:
    claim = "Video cảnh báo sạt lở, mọi người sơ tán"
    assert fitting(Claimed(claim, Subject.LANDSLIDE))[0].kind == CheckKind.WARNING


@given(st.text(max_size=200), st.sampled_from(list(Subject)), st.integers(0, 3))
def test_any_text_is_looked_at_and_each_kind_comes_once(
    text: str, subject: Subject, pictures: int
) -> None:
    found = fitting(Claimed(text, subject, pictures=pictures))
    assert len({one.kind for one in found}) == len(found)
    assert all(one.reasons for one in found)


@given(st.sampled_from([(kind, one) for kind, words in WORDS.items() for one in words]))
def test_every_sign_is_found_in_a_sentence(sign: tuple[CheckKind, str]) -> None:
    kind, words = sign
    fits = {one.kind: one for one in fitting(Claimed(f"Nghe nói {words}, có đúng không?"))}
    assert any(words in reason for reason in fits[kind].reasons)
