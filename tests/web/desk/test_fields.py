"""A place is typed by name and kept by code; what is unclear is said with the places it may be."""

import pytest
from django.forms import ValidationError

from kiemtin.web.desk.fields import PlaceField


@pytest.mark.parametrize(
    ("typed", "code"), [("Lào Cai", "15"), ("Yên Bái", "15"), ("15", "15"), (" ", "")]
)
def test_a_name_or_a_code_becomes_the_code(typed: str, code: str) -> None:
    assert PlaceField(required=False).clean(typed) == code


def test_a_name_of_several_places_offers_them() -> None:
    with pytest.raises(ValidationError) as refused:
        PlaceField().clean("Tân Lập")
    assert "Có nhiều nơi mang tên này" in refused.value.messages[0]
    assert "Lào Cai" in refused.value.messages[0]


@pytest.mark.parametrize("typed", ["Không Hề Có", "99999"])
def test_a_name_or_code_of_no_place_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="Không tìm thấy"):
        PlaceField().clean(typed)


def test_an_empty_field_is_refused_where_a_place_is_needed() -> None:
    with pytest.raises(ValidationError):
        PlaceField().clean("")


def test_a_code_is_shown_by_its_name_and_typed_words_stay() -> None:
    field = PlaceField()
    assert field.prepare_value("15") == "Tỉnh Lào Cai"
    assert field.prepare_value("lao cai") == "lao cai"
    assert field.prepare_value(None) is None
