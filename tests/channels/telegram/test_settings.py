"""The settings of the bot on Telegram are read together, and no secret is shown again."""

import pytest

from kiemtin.channels.setting import SettingRefused, missing
from kiemtin.channels.telegram.settings import SETTINGS, read

GIVEN = {
    "KIEMTIN_TELEGRAM_TOKEN": "1:hidden",
    "KIEMTIN_TELEGRAM_WEBHOOK_SECRET": "hidden-hidden",
}


def test_the_official_address_stands_in() -> None:
    assert read(GIVEN).api == "https://api.telegram.org"


def test_what_is_missing_is_named() -> None:
    assert [one.name for one in missing(SETTINGS, {})] == list(GIVEN)


@pytest.mark.parametrize(
    "wrong",
    [
        {"KIEMTIN_TELEGRAM_TOKEN": ""},
        {"KIEMTIN_TELEGRAM_WEBHOOK_SECRET": "hidden"},
        {"KIEMTIN_TELEGRAM_WEBHOOK_SECRET": "hidden+hidden"},
        {"KIEMTIN_TELEGRAM_API": "telegram"},
    ],
)
def test_a_wrong_value_is_named_and_no_secret_shown(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingRefused, match=next(iter(wrong))) as refused:
        read(GIVEN | wrong)
    assert "hidden" not in refused.value.en() + refused.value.vi() + repr(read(GIVEN))
