"""The settings of the Official Account are read together, and no secret is shown again."""

import pytest

from kiemtin.channels.setting import SettingRefused, missing
from kiemtin.channels.zalo_oa.settings import SETTINGS, read

GIVEN = {
    "KIEMTIN_ZALO_OA_APP_ID": "1234567890",
    "KIEMTIN_ZALO_OA_APP_SECRET": "hidden-1",
    "KIEMTIN_ZALO_OA_SECRET_KEY": "hidden-2",
    "KIEMTIN_ZALO_OA_REFRESH_TOKEN": "hidden-3",
}


def test_the_official_addresses_stand_in() -> None:
    settings = read(GIVEN)
    assert settings.api == "https://openapi.zalo.me"
    assert settings.oauth == "https://oauth.zaloapp.com"
    assert settings.timestamp_header == ""


def test_a_header_is_kept_in_lower_case() -> None:
    named = GIVEN | {"KIEMTIN_ZALO_OA_TIMESTAMP_HEADER": " X-ZEvent-Timestamp "}
    assert read(named).timestamp_header == "x-zevent-timestamp"


def test_what_is_missing_is_named() -> None:
    assert [one.name for one in missing(SETTINGS, {})] == list(GIVEN)


@pytest.mark.parametrize(
    "wrong",
    [
        {"KIEMTIN_ZALO_OA_APP_ID": "app"},
        {"KIEMTIN_ZALO_OA_SECRET_KEY": "two words"},
        {"KIEMTIN_ZALO_OA_API": "openapi.zalo.me"},
        {"KIEMTIN_ZALO_OA_TIMESTAMP_HEADER": "x: y"},
    ],
)
def test_a_wrong_value_is_named(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingRefused, match=next(iter(wrong))):
        read(GIVEN | wrong)


def test_no_secret_is_shown() -> None:
    assert "hidden" not in repr(read(GIVEN))
    with pytest.raises(SettingRefused) as refused:
        read(GIVEN | {"KIEMTIN_ZALO_OA_SECRET_KEY": "hidden two"})
    assert "hidden" not in refused.value.en() + refused.value.vi()
