import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.names import Name, mentions, names, one_letter_off
from kiemtin.text.fold import syllables


def _texts(text: str) -> list[str]:
    return [name.text for name in names(text)]


def _one(text: str) -> Name:
    (name,) = names(text)
    return name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội Áo Ấm Biên Cương xin tiền qua mạng", ["Hội Áo Ấm Biên Cương"]),
        ("Nhà máy đường Ba Vì xả thải xuống suối", ["Ba Vì"]),
        ("Ba người mất tích. Hôm qua chưa tìm thấy", []),
        ("Thẻ ATM của ngân hàng Núi Đôi bị khoá", ["Núi Đôi"]),
        ("Tàu Vân Đồn – Cô Tô nghỉ", ["Tàu Vân Đồn", "Cô Tô"]),
        ("nghe nói ở Y Can có lũ", ["Y Can"]),
        ("🔴 Sáng nay phà Nậm Thi nghỉ", ["Nậm Thi"]),
        ("nước lên 📢 Phà nghỉ", []),
        ("nước lên! ⚠️ “Phà nghỉ”", []),
        ("ngân hàng “Núi” khoá thẻ", ["Núi"]),
        ("giống sầu riêng Ri6 và tàu SP8 ở Na Hối", ["Na Hối"]),
        ("TIN KHẨN TỪ BAN CHỈ HUY", []),
        ("", []),
    ],
)
def test_names_are_what_is_written_with_capitals(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_spans_point_at_the_name() -> None:
    text = "Đò qua sông Hồng ở Bảo Thắng nghỉ"
    found = names(text)
    assert [text[one.span[0] : one.span[1]] for one in found] == ["Hồng", "Bảo Thắng"]


@pytest.mark.parametrize(
    "message",
    [
        "hội Áo Ấm Biên Cương có thật không",
        "hoi ao am bien cuong xin tien",
        "áo ấm biên cương lừa đảo",
        "ao am bien cuog lua dao",
        "aabc lừa đảo",
    ],
)
def test_a_name_is_recognised_however_it_is_typed(message: str) -> None:
    assert mentions(_one("Hội Áo Ấm Biên Cương xin tiền"), syllables(message))


@pytest.mark.parametrize(
    "message", ["", "áo ấm cho em", "hội biên cương", "quỹ áo lạnh vùng biên", "abc"]
)
def test_another_name_is_not_taken_for_it(message: str) -> None:
    assert not mentions(_one("Hội Áo Ấm Biên Cương xin tiền"), syllables(message))


def test_short_names_forgive_no_letter() -> None:
    name = _one("chợ Na Hối họp")
    assert mentions(name, ["na", "hoi"])
    assert not mentions(name, ["na", "hoa"])


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_letter_off_is_symmetric_and_forgives_no_two_letters(a: str, b: str) -> None:
    assert one_letter_off(a, b) == one_letter_off(b, a)
    assert not one_letter_off(a, a + "cc")


@given(st.text("abcd", min_size=1, max_size=8), st.data())
def test_every_single_slip_is_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    assert one_letter_off(word, word)
    assert one_letter_off(word, word[:at] + word[at + 1 :])
    assert one_letter_off(word, word[:at] + "x" + word[at:])
    assert one_letter_off(word, word[:at] + "x" + word[at + 1 :])
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    assert one_letter_off(word, swapped)


def test_two_slips_are_not_forgiven() -> None:
    assert not one_letter_off("muonghum", "moungham")


def test_the_first_syllable_of_a_sentence_is_not_sure() -> None:
    for text in ("Tàu Vân Đồn nghỉ", "Tin nóng: Tàu Vân Đồn nghỉ", "nghe này 📣 Tàu Vân Đồn nghỉ"):
        (name,) = names(text)
        assert (name.folded, name.sure) == (("tau", "van", "don"), ("van", "don"))
    assert _one("đoàn Tàu Vân Đồn nghỉ").sure == ("tau", "van", "don")
