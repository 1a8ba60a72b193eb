"""Places are found in running text, and words that only spell a place's name are left alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.text.places import Unit, gazetteer
from kiemtin.text.places.load import load

G = gazetteer()


def named(text: str) -> list[str]:
    return [mention.text for mention in G.mentions(text)]


def places(text: str) -> list[set[str]]:
    return [{G.label(code) for code in mention.codes} for mention in G.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đập ở xã Tà Xi Láng bị vỡ", ["xã Tà Xi Láng"]),
        ("đập ở tà xi láng bị vỡ", ["tà xi láng"]),
        ("dap o ta xi lang bi vo", ["ta xi lang"]),
        ("dap xa ta xi lang bi vo", ["xa ta xi lang"]),
        ("ĐẬP TÀ XI LÁNG VỠ RỒI BÀ CON ƠI", ["TÀ XI LÁNG"]),
        ("Vỡ Đập Tại Xã Tà Xi Láng Lào Cai Đêm Qua", ["Xã Tà Xi Láng", "Lào Cai"]),
        ("Mưa lớn ở Sa Pa, Bát Xát và Bảo Yên", ["Sa Pa", "Bát Xát", "Bảo Yên"]),
        ("Sapa mưa đá", ["Sapa"]),
        ("sapa mua da", ["sapa"]),
        ("len sa pa choi", ["sa pa"]),
        ("TP. Lào Cai ngập sâu", ["TP. Lào Cai"]),
        ("tp lao cai ngap sau", ["tp lao cai"]),
        ("h. Văn Yên, t. Yên Bái", ["h. Văn Yên", "Yên Bái"]),
        ("phường 5, quận Gò Vấp, TP.HCM", ["phường 5", "quận Gò Vấp", "TP.HCM"]),
        ("Q1 ngập, quận 12 cũng ngập", ["Q1", "quận 12"]),
        ("tỉnh Bà Rịa - Vũng Tàu cũ", ["tỉnh Bà Rịa - Vũng Tàu"]),
        ("Cao tốc Hà Nội – Lào Cai", ["Hà Nội", "Lào Cai"]),
        ("Hà Nội lên Lào Cai", ["Hà Nội", "Lào Cai"]),
        ("Dân Đắc Lắc với daklak", ["Đắc Lắc", "daklak"]),
        ("Huế ngập nặng", ["Huế"]),
        ("em định đi huế chơi", ["huế"]),
        ("đèo ở y tý sạt rồi", ["y tý"]),
        ("Thị trấn Lăng Cô có bão", ["Thị trấn Lăng Cô"]),
        ("thủy điện Bắc Hà xả lũ", ["Bắc Hà"]),
        ("dap thac ba vo roi ba con oi", ["thac ba"]),
        ("chợ Mường Hum đóng cửa", ["Mường Hum"]),
        ("mường hum có dịch", ["mường hum"]),
        ("muong hum phong toa roi", ["muong hum"]),
    ],
)
def test_places_are_found(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chúng tôi yêu hòa bình và hạnh phúc",
        "an toàn là trên hết, ba người đều khỏe",
        "doi song binh yen, hanh phuc",
        "cả nhà đoàn kết thống nhất",
        "Hoà bình cho mọi người",
        "Ông Nguyễn Văn Yên nói thế",
        "anh Tân Lập gọi về",
        "chị Thanh Hà nấu cơm",
        "ca sĩ Đàm Vĩnh Hưng hát",
        "đường Trần Hưng Đạo tắc",
        "bệnh viện Bạch Mai quá tải",
        "Liên Hiệp Quốc họp khẩn",
        "Đông Nam Á nắng nóng",
        "bão ngoài Thái Bình Dương",
        "thôn Tân Lập mất điện",
        "bản Hòa Bình sạt lở",
        "lop con em thu quy 250 nghin moi chau thoi",
        "đi xa an toàn nhé",
        "di xa tu som",
        "trường an toàn",
        "thủy điện hòa bình thường thôi",
        "xã cho phép vào rừng",
        "xã an toàn, phường đoàn kết",
        "Có một ngàn người",
        "ôi trời ơi",
        "",
        "123 456",
    ],
)
def test_words_that_are_no_places_are_left_alone(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xã Tà Xi Láng", [{"xã Tà Xi Láng, Lào Cai"}]),
        ("xã Tân Lập, Lào Cai", [{"xã Tân Lĩnh, Lào Cai"}, {"tỉnh Lào Cai"}]),
        ("xã Tân Lập, huyện Lục Yên", [{"xã Tân Lĩnh, Lào Cai"}]),
        ("ở Yên Bái", [{"tỉnh Lào Cai"}]),
        ("phường Yên Bái", [{"phường Yên Bái, Lào Cai"}]),
        ("Khánh Hòa mưa to", [{"tỉnh Khánh Hòa"}]),
        ("Quảng Trị, Thanh Hóa", [{"tỉnh Quảng Trị"}, {"tỉnh Thanh Hóa"}]),
        ("Hạnh Phúc, Lào Cai", [{"xã Hạnh Phúc, Lào Cai"}, {"tỉnh Lào Cai"}]),
        ("phuong 5 quan go vap", [{"phường An Nhơn, Hồ Chí Minh"}]),
        ("Sài Gòn", [{"thành phố Hồ Chí Minh"}]),
    ],
)
def test_a_name_means_the_place_that_the_text_points_to(
    text: str, expected: list[set[str]]
) -> None:
    assert places(text)[: len(expected)] == expected


def test_an_old_district_means_all_the_communes_that_it_became() -> None:
    [mention] = G.mentions("huyện Bát Xát bị cô lập")
    assert {G.get(code).name for code in mention.codes} >= {"Bát Xát", "Y Tý", "Mường Hum"}
    assert all(G.get(code).parent == "15" for code in mention.codes)


def test_a_city_is_not_its_province() -> None:
    [mention] = G.mentions("TP Lào Cai ngập")
    assert "15" not in mention.codes
    assert all(G.contains("15", code) for code in mention.codes)


def test_a_shared_name_means_every_place_of_that_name() -> None:
    [mention] = G.mentions("xã Tân Lập bị cô lập")
    assert len({G.get(code).parent for code in mention.codes}) > 5


def test_no_code_lies_in_another_code_of_a_mention() -> None:
    for mention in G.mentions("Lào Cai, Yên Bái, Hòa Bình, Hà Giang, Huế"):
        assert all(G.get(code).parent not in mention.codes for code in mention.codes)


def test_a_decomposed_text_gives_spans_of_itself() -> None:
    text = unicodedata.normalize("NFD", "Lũ ở xã Tà Xi Láng, tỉnh Lào Cai")
    for mention in G.mentions(text):
        assert text[mention.start : mention.end] == mention.text
    assert len(G.mentions(text)) == 2


CURRENT = [unit for unit in load()[1] if unit.current]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CURRENT))
def test_every_place_of_today_is_found_after_its_kind(unit: Unit) -> None:
    mentions = G.mentions(f"Hôm qua ở {unit.label} có mưa.")
    assert any(unit.codes[0] in mention.codes for mention in mentions)


pieces = st.lists(
    st.sampled_from(["xã ", "Tân ", "Lập", ", ", "Lào Cai", "tp", ".", "q", "1", "y ", "tý", "\n"])
    | st.text(max_size=5),
    max_size=14,
).map("".join)


@given(pieces)
def test_mentions_are_exact_spans_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for mention in G.mentions(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.codes
        assert all(G.get(code) for code in mention.codes)
        end = mention.end
