"""Denials that are said by asking or exclaiming are told from questions and other words."""

import pytest

from tests.text.details.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Chợ Cẩm Lũng dẹp hồi nào",
        "cho cam lung dep hoi nao",
        "Chợ Cẩm Lũng dẹp khi mô",
        "Chợ Cẩm Lũng tăng phí gì đâu",
        "cho cam lung co tang phi mo",
        "Chợ Cẩm Lũng có dẹp mô",
        "Chợ Cẩm Lũng nỏ dẹp",
        "Làm chi có chuyện chợ dẹp",
        "chợ Cẩm Lũng đâu bị dẹp",
        "cho cam lung dau bi dep",
        "Xã phát gạo mỗi hộ đâu, hỏi rồi",
        "Ai nói chợ Cẩm Lũng dẹp",
        "ma ai noi rua",
        "Chợ vẫn họp chứ dẹp gì",
        "lạc đường chứ ai bắt cóc đâu",
        "Thu phí đâu mà thu",
        "phá sản gì mà phá sản",
        "Lá vối đời nào chữa được sởi",
        "Cẩm Lũng nào có thu phí",
        "Chợ tăng phí bao giờ đâu",
        "chang ai thu tien",
    ],
)
def test_rhetorical_denials(text: str) -> None:
    assert read(text).negated


@pytest.mark.parametrize(
    "text",
    [
        "Chợ Cẩm Lũng dẹp hồi nào vậy",
        "Chợ Cẩm Lũng dẹp hồi nào?",
        "Bến đóng từ hồi nào",
        "Dân dời nhà đi đâu",
        "gạo bán ở đâu đó",
        "có ai nói giúp em vụ chợ dẹp với",
        "Ai nói chợ Cẩm Lũng dẹp?",
        "Chợ dẹp rồi chứ gì",
        "Chợ dẹp chứ sao",
        "Cây nỏ treo trên vách",
        "Chuyện từ đời nào rồi",
        "nhà nào có trẻ nhỏ",
        "Bé chụp ở bến Cẩm Lũng chứ đâu",
    ],
)
def test_what_only_sounds_like_one(text: str) -> None:
    assert not read(text).negated
