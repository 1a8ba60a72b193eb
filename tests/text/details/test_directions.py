"""Which of two opposite things is said, whether it is negated, and the way between two places."""

import pytest

from kiemtin.text.details import DirectionValue, RouteValue
from tests.text.details.reading import values


def turns(text: str) -> list[DirectionValue]:
    return [value for value in values(text, "direction") if isinstance(value, DirectionValue)]


@pytest.mark.parametrize(
    ("text", "axis", "pole"),
    [
        ("đèo mở lại rồi", "open", 1),
        ("đường đã thông xe", "open", 1),
        ("cao tốc đóng trong đêm", "open", -1),
        ("cao toc dong trong dem", "open", -1),
        ("cao tốc bị close", "open", -1),
        ("xã bị phong tỏa", "open", -1),
        ("đèo tắc hoàn toàn", "open", -1),
        ("ba bản bị cô lập", "open", -1),
        ("giá quế tăng mạnh", "level", 1),
        ("gia que tang", "level", 1),
        ("nước dâng cao", "level", 1),
        ("giá quế giảm", "level", -1),
        ("gia que giam con 5k", "level", -1),
        ("nước rút rồi", "level", -1),
        ("quế rớt giá", "level", -1),
        ("xã cho phép vào rừng", "allow", 1),
        ("cấm vào rừng", "allow", -1),
        ("cam vao rung", "allow", -1),
        ("bắt đầu cấp thẻ", "run", 1),
        ("phà ngừng chạy", "run", -1),
        ("tàu dừng chạy", "run", -1),
        ("lễ hội bị hủy", "run", -1),
        ("thẻ còn hiệu lực", "supply", 1),
        ("thẻ hết giá trị", "supply", -1),
        ("phường mất điện", "supply", -1),
        ("xã cúp nước", "supply", -1),
        ("dân phải sơ tán", "inside", -1),
        ("khám miễn phí", "fee", 1),
        ("chợ thu phí vệ sinh", "fee", -1),
        ("khoản này bắt buộc", "duty", 1),
        ("khoản này tự nguyện", "duty", -1),
        ("hai người tử vong", "life", -1),
        ("hai người nhập viện", "harm", 1),
        ("hai người bị thương", "harm", 1),
        ("cháu bé không qua khỏi", "life", -1),
        ("chau be ko qua khoi", "life", -1),
        ("cháu bé được cứu", "life", 1),
        ("đi cầu tốn tiền", "fee", -1),
        ("hai người mất tích", "find", -1),
        ("đã tìm thấy hai người", "find", 1),
    ],
)
def test_the_pole_on_its_axis(text: str, axis: str, pole: int) -> None:
    assert (axis, pole) in [(turn.axis, turn.pole) for turn in turns(text)]


@pytest.mark.parametrize(
    ("text", "axis", "said"),
    [
        ("cao tốc không đóng", "open", 1),
        ("cao tốc ko bị đóng", "open", 1),
        ("đèo chưa mở", "open", -1),
        ("cao tốc đóng", "open", -1),
        ("giá không tăng", "level", -1),
        ("cao toc khong dong", "open", 1),
    ],
)
def test_a_negation_turns_it_around(text: str, axis: str, said: int) -> None:
    [turn] = [turn for turn in turns(text) if turn.axis == axis]
    assert turn.said == said


@pytest.mark.parametrize(
    "text",
    [
        "đóng quỹ 200 nghìn",
        "đóng 200 nghìn",
        "đóng góp cứu trợ",
        "mở rộng đường",
        "vịnh Hạ Long",
        "thông tin từ xã",
        "thông báo của phường",
        "đến hết tháng 10",
        "em bé ba tuổi",
        "phân hủy rác",
        "mưa không ngừng",
        "suy giảm niềm tin",
        "khai mở tâm hồn",
    ],
)
def test_other_uses_of_the_words_say_no_direction(text: str) -> None:
    assert [turn for turn in turns(text) if turn.axis in {"open", "level", "supply"}] == []


def test_a_question_tail_turns_nothing_around() -> None:
    assert turns("cao tốc có đóng không") == [DirectionValue("open", -1)]


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("chiều Hà Nội đi Lào Cai", "01", "15"),
        ("chiều Lào Cai đi Hà Nội", "15", "01"),
        ("chieu lao cai ve ha noi", "15", "01"),
        ("chiều Hà Nội – Lào Cai", "01", "15"),
        ("từ Lào Cai định về Hà Nội", "15", "01"),
        ("xe Hà Nội lên Lào Cai", "01", "15"),
        ("HN lên Lào Cai", "01", "15"),
    ],
)
def test_a_way_has_a_start_and_an_end(text: str, origin: str, destination: str) -> None:
    ways = [value for value in values(text, "direction") if isinstance(value, RouteValue)]
    assert ways == [RouteValue(frozenset({origin}), frozenset({destination}))]


@pytest.mark.parametrize(
    "text", ["cao tốc Nội Bài – Lào Cai", "ở Hà Nội, Lào Cai", "Hà Nội mưa. Lên Lào Cai nắng"]
)
def test_two_places_alone_make_no_way(text: str) -> None:
    assert not [value for value in values(text, "direction") if isinstance(value, RouteValue)]
