"""The settings of the telephone are read together, and no secret is shown again."""

import pytest

from kiemtin.channels.setting import SettingRefused, missing
from kiemtin.channels.sms_gate.settings import SETTINGS, read

GIVEN = {
    "KIEMTIN_SMS_GATE_USER": "GATEUSER",
    "KIEMTIN_SMS_GATE_PASSWORD": "hidden-1",
    "KIEMTIN_SMS_GATE_SIGNING_KEY": "hidden-2",
}


def test_the_official_address_stands_in() -> None:
    assert read(GIVEN).api == "https://api.sms-gate.app/3rdparty/v1"


def test_the_telephone_may_be_asked_itself() -> None:
    local = {"KIEMTIN_SMS_GATE_API": "http://192.168.1.10:8080/"}
    assert read(GIVEN | local).api == "http://192.168.1.10:8080"


def test_what_is_missing_is_named() -> None:
    assert [one.name for one in missing(SETTINGS, {})] == list(GIVEN)


@pytest.mark.parametrize(
    "wrong",
    [
        {"KIEMTIN_SMS_GATE_PASSWORD": "hidden hidden"},
        {"KIEMTIN_SMS_GATE_DEVICE": "a/b"},
        {"KIEMTIN_SMS_GATE_API": "gate"},
    ],
)
def test_a_wrong_value_is_named_and_no_secret_shown(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingRefused, match=next(iter(wrong))) as refused:
        read(GIVEN | wrong)
    assert "hidden" not in refused.value.en() + refused.value.vi() + repr(read(GIVEN))
