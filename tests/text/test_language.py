"""The language of a message, Vietnamese with or without tone marks first of all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.fold import fold
from kiemtin.text.language import Language, detect_language
from tests.text.strategies import texts

_VIETNAMESE = [
    "Đập thủy điện vỡ rồi bà con ơi, chạy ngay lên chỗ cao",
    "Từ ngày mai cấm đường quốc lộ vì sạt lở phải không",
    "Đêm nay ở Nậm Kha phải đi sơ tán 12 hộ dân",
    "Bà con bỏ ở nhà chưa có gì ăn, ai cứu với",
    "Bắt đầu dời một số trụ sở cơ quan ven hồ",
    "mn ơi k biết có thật ko v, sao ng ta ns ghê thế",
    "Apple có thể ra mắt điện thoại gập ở Việt Nam",
    "Mưa to quá",
]


@pytest.mark.parametrize("text", _VIETNAMESE)
@pytest.mark.parametrize("typed", [str, fold, str.upper])
def test_vietnamese_is_known_with_and_without_marks(text: str, typed: type[str]) -> None:
    found = detect_language(typed(text))
    assert found.code == "vi"
    assert found.confidence > 0.5


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The dam has broken and people are running to higher ground", "en"),
        ("The police didn't come because the road was blocked", "en"),
        ("Peb yog neeg Hmoob nyob hauv lub zos no", "hmn"),
        ("dej nyab loj heev lawm peb yuav tsum khiav mus nyob saum roob", "hmn"),
        ("大坝决堤了", "zh"),
        ("ダムが壊れました", "ja"),
        ("댐이 무너졌습니다", "ko"),
        ("เขื่อนแตกแล้ว", "th"),
        ("ເຂື່ອນແຕກແລ້ວ", "lo"),
        ("ទំនប់បានបាក់", "km"),
        ("Плотина прорвана, все бегут из города", "ru"),
        ("Le barrage a cédé cette nuit, tout le monde fuit", "fr"),
    ],
)
def test_other_languages_are_named(text: str, code: str) -> None:
    assert detect_language(text).code == code


@pytest.mark.parametrize(
    "text", ["", "ok", "k", "123", "😭", "...", "hi", "no man", "0900 000 001"]
)
def test_too_little_is_undetermined(text: str) -> None:
    assert detect_language(text) == Language("und", 0.0)


@pytest.mark.parametrize("text", ["lũ", "vỡ đập", "cuu tro"])
def test_short_but_clear_vietnamese_is_known_with_little_confidence(text: str) -> None:
    found = detect_language(text)
    assert found.code == "vi"
    assert found.confidence < 0.7


def test_links_tags_and_markers_say_nothing_about_the_language() -> None:
    text = "call the man at [số điện thoại] now, see https://example.vn/canh-bao-lu-quet #tin"
    assert detect_language(text).code == "en"


def test_more_words_give_more_confidence() -> None:
    few, many = detect_language("lu ve roi"), detect_language("lu ve roi ba con oi chay di thoi")
    assert few.confidence < many.confidence


@given(texts | st.text())
def test_any_text_gets_a_code_and_a_confidence(text: str) -> None:
    found = detect_language(text)
    assert 2 <= len(found.code) <= 3
    assert 0 <= found.confidence <= 1
    assert (found.code == "und") == (found.confidence == 0)
