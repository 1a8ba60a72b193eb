"""How much of something is meant."""

import pytest

from kiemtin.text.details import QuantifierValue
from tests.text.details.reading import values


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("toàn bộ thôn phải đi", "all"),
        ("toan bo thon phai di", "all"),
        ("tất cả các hộ", "all"),
        ("cả thôn chạy lũ", "all"),
        ("ca thon chay lu", "all"),
        ("nguyên cái thôn chạy", "all"),
        ("mọi hộ đều đóng", "all"),
        ("mọi người ở xã đều đi", "all"),
        ("tắc hoàn toàn", "all"),
        ("đóng cả hai chiều", "both"),
        ("hầu hết các hộ", "most"),
        ("một nửa số hộ", "half"),
        ("một số hộ", "some"),
        ("mot so ho", "some"),
        ("chỉ 12 hộ", "only"),
        ("chi 12 ho", "only"),
        ("chỉ có 12 hộ", "only"),
        ("có mỗi hai nhà", "only"),
        ("duy nhất một xã", "only"),
        ("mỗi hộ 200k", "each"),
        ("không ai bị thương", "none"),
    ],
)
def test_quantifiers(text: str, share: str) -> None:
    [value] = values(text, "quantifier")
    assert isinstance(value, QuantifierValue)
    assert value.share == share


@pytest.mark.parametrize(
    "text",
    [
        "không chỉ 12 hộ",
        "ban chỉ đạo họp",
        "địa chỉ ở đâu",
        "chỉ huy đi rồi",
        "chị dâu em",
        "chi dau em o que",
        "mọi người ơi",
        "mọi người chia sẻ giúp",
        "ăn cá chiều nay",
        "ca si hat",
        "an toàn thi hài",
        "đình chỉ hoạt động",
        "2 ca xa da cach ly",
        "mấy giờ rồi",
    ],
)
def test_other_uses_of_the_words(text: str) -> None:
    assert values(text, "quantifier") == []
