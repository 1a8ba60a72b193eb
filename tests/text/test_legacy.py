"""Old font encodings are read when that is sure, and never guessed."""

import pytest

from kiemtin.text.legacy import from_legacy, looks_legacy

_TCVN3 = "§Ëp thñy ®iÖn bÞ vì råi, bµ con x· TrÞnh T­êng ch¹y ngay lªn chç cao!"
_VNI = "Ñaäp thuûy ñieän bò vôõ roài, baø con xaõ Trònh Töôøng chaïy ngay leân choã cao!"
_MEANT = "Đập thủy điện bị vỡ rồi, bà con xã Trịnh Tường chạy ngay lên chỗ cao!"


@pytest.mark.parametrize(("typed", "encoding"), [(_TCVN3, "tcvn3"), (_VNI, "vni")])
def test_both_encodings_are_named_and_read(typed: str, encoding: str) -> None:
    assert looks_legacy(typed) == encoding
    assert from_legacy(typed) == _MEANT


def test_every_vni_letter_is_read_once() -> None:
    assert (
        from_legacy("coâ coù ñoà chôi, taát caû ñaõ ñöôïc nghæ")
        == "cô có đồ chơi, tất cả đã được nghỉ"
    )


def test_the_capital_fonts_of_tcvn3_give_capitals() -> None:
    assert from_legacy("B¸O §éng: §Ëp vì") == "BÁO Động: Đập vỡ"


@pytest.mark.parametrize(
    "text",
    [
        "toàn bà con có hoà và là",
        "café crème très bien, garçon déjà vu",
        "él está aquí, señor, mañana niño",
        "© 2025 Công ty ®",
        "Müller fährt über die Straße",
        "Đập vỡ råi §Ëp ch¹y",
        "dap vo roi",
        "",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert looks_legacy(text) is None
    assert from_legacy(text) == text


@pytest.mark.parametrize("typed", [_TCVN3, _VNI])
def test_what_was_converted_looks_old_no_more(typed: str) -> None:
    assert looks_legacy(from_legacy(typed)) is None
