"""What is counted: many ways to write one unit, and names that only number things."""

import pytest

from kiemtin.text.details.amounts import amounts
from kiemtin.text.details.message import Message
from kiemtin.text.details.units import UNITS, Unit, unit_after, unit_before
from tests.text.details.reading import TODAY


def after(text: str) -> tuple[Unit, str] | None:
    """The unit of the first number, and what is written up to its end."""
    message = Message(text, TODAY)
    amount = next(amounts(message))
    found = unit_after(message, message.tokens[amount.last - 1].end, amount.last)
    return (found[0], message.scan.text[: found[1]]) if found else None


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [
        ("12 hộ dân ngập", Unit("hộ"), "12 hộ dân"),
        ("12 gia đình ngập", Unit("hộ"), "12 gia đình"),
        ("20cm nước", Unit("m", 0.01), "20cm"),
        ("5 tấn gạo", Unit("kg", 1000), "5 tấn"),
        ("3 tuần", Unit("ngày", 7, time=True), "3 tuần"),
        ("50% dân", Unit("%"), "50%"),
        ("900 m3/s", Unit("m3/s"), "900 m3/s"),
        ("900 mét khối trên giây", Unit("m3/s"), "900 mét khối trên giây"),
        ("hai khối nước", Unit("mét khối"), "hai khối"),
        ("20 ho ngap sau", Unit("hộ"), "20 ho"),
    ],
)
def test_a_unit_is_read_in_any_writing(text: str, unit: Unit, written: str) -> None:
    assert after(text) == (unit, written)


@pytest.mark.parametrize("text", ["12, hộ nào cũng ngập", "12\nhộ dân", "12 - hộ", "12 rồi"])
def test_what_is_parted_from_the_number_is_no_unit(text: str) -> None:
    assert after(text) is None


def test_the_token_after_the_unit_is_told() -> None:
    message = Message("900 m3/s nữa", TODAY)
    found = unit_after(message, 3, 1)
    assert found is not None
    assert message.flat_at(found[2]) == "nua"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("bão số 3", ("số", 0)),
        ("gió cấp 8", ("cấp", 4)),
        ("sạt ở quốc lộ 70", ("quốc lộ", 6)),
        ("QL70", ("quốc lộ", 0)),
        ("nhà có 3", None),
        ("gió cấp, 8", None),
    ],
)
def test_a_name_before_says_which_one_not_how_many(
    text: str, named: tuple[str, int] | None
) -> None:
    message = Message(text, TODAY)
    assert unit_before(message, len(message.tokens) - 1) == named


def test_a_normal_name_is_a_form_of_itself() -> None:
    names = {unit.name for unit in UNITS.values()}
    assert {name for name in names if name not in UNITS} == set()
    assert all(UNITS[name].factor == 1 for name in names)
