"""A name with a public office or trade is part of the claim."""

import pytest

from kiemtin.text.redact.lexicon import lexicon
from kiemtin.text.redact.office import in_office


def _public(text: str, name: str = "Nguyễn Văn An") -> bool:
    start = text.index(name)
    return in_office(text, lexicon(text.isascii()), start, start + len(name))


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Nguyễn Văn An",
        "Chủ tịch UBND tỉnh Lào Cai, ông Nguyễn Văn An",
        "Phó bí thư Thành ủy TP.HCM Nguyễn Văn An",
        "Nguyễn Văn An, Chủ tịch xã",
        "Nguyễn Văn An (Giám đốc Sở Y tế)",
        "Nguyễn Văn An tiếp tục làm Bí thư",
        "ca sĩ Nguyễn Văn An",
    ],
)
def test_an_office_before_or_after_makes_a_name_public(text: str) -> None:
    assert _public(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An",
        "Chủ tịch xã đánh Nguyễn Văn An",
        "Chủ tịch xã về. Nguyễn Văn An kêu",
        "anh Nguyễn Văn An, thợ xây",
        "Nguyễn Văn An gặp Chủ tịch",
    ],
)
def test_an_office_of_somebody_else_does_not(text: str) -> None:
    assert not _public(text)


def test_it_is_known_without_marks_too() -> None:
    assert _public("Chu tich UBND Nguyen Van An", "Nguyen Van An")
