"""Nothing finer than the commune."""

import pytest

from kiemtin.text.redact.location import find_coordinates, find_houses
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    "pair",
    [
        "22.33801, 103.84402",
        "22,33801 103,84402",
        "103.84402, 22.33801",
        "22°20'15\"N 103°50'12\"E",
    ],
)
def test_fine_coordinates_are_found(pair: str) -> None:
    assert seen(find_coordinates, f"ở {pair} nhé") == [("location", pair)]


@pytest.mark.parametrize(
    "text",
    [
        "17,5 độ vĩ bắc 110,5 độ kinh đông",
        "12.500, 105.000 người",
        "22.3, 103.8",
        "45.1234, 103.1234",
    ],
)
def test_coarse_or_foreign_numbers_are_not(text: str) -> None:
    assert seen(find_coordinates, text) == []


def test_a_house_number_goes_with_its_alley_and_leaves_the_road() -> None:
    text = "số nhà 12/3 ngõ 34 đường Hoàng Liên"
    assert seen(find_houses, text) == [("location", "số nhà 12/3 ngõ 34")]


@pytest.mark.parametrize("text", ["số nhà bị sập là 12", "tòa nhà số 21", "120 nhà sập", "ngõ 155"])
def test_counts_of_houses_and_alleys_stay(text: str) -> None:
    assert seen(find_houses, text) == []
