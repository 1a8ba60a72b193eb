"""The settings of the message centre are read together, and no secret is shown again."""

import pytest

from kiemtin.channels.setting import SettingRefused, missing
from kiemtin.channels.smpp.settings import SETTINGS, read

GIVEN = {
    "KIEMTIN_SMPP_HOST": "smpp.example",
    "KIEMTIN_SMPP_SYSTEM_ID": "desk",
    "KIEMTIN_SMPP_PASSWORD": "hidden",
    "KIEMTIN_SMPP_SENDER": "KIEMTIN",
}


def test_the_usual_values_stand_in() -> None:
    settings = read(GIVEN)
    assert (settings.port, settings.tls, settings.transceiver) == (2775, False, False)
    assert (settings.alphabet, settings.hex_ids) == ("gsm7", False)


def test_what_is_missing_is_named() -> None:
    assert [one.name for one in missing(SETTINGS, {})] == list(GIVEN)


@pytest.mark.parametrize("sender", ["1900", "+84900000001", "UBND Xa A", "K"])
def test_a_name_or_a_number_may_send(sender: str) -> None:
    assert read(GIVEN | {"KIEMTIN_SMPP_SENDER": sender}).sender == sender


@pytest.mark.parametrize(
    "wrong",
    [
        {"KIEMTIN_SMPP_HOST": "smpp example"},
        {"KIEMTIN_SMPP_PORT": "0"},
        {"KIEMTIN_SMPP_TLS": "yes"},
        {"KIEMTIN_SMPP_SYSTEM_ID": "x" * 16},
        {"KIEMTIN_SMPP_SENDER": "Kiểm Tin"},
        {"KIEMTIN_SMPP_SENDER": "TWELVELETTERS"},
        {"KIEMTIN_SMPP_ALPHABET": "utf-8"},
        {"KIEMTIN_SMPP_BIND": "both"},
        {"KIEMTIN_SMPP_IDS": "decimal"},
    ],
)
def test_a_wrong_value_is_named(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingRefused, match=next(iter(wrong))):
        read(GIVEN | wrong)


def test_a_password_that_the_protocol_would_cut_is_refused_unshown() -> None:
    with pytest.raises(SettingRefused, match="8 characters") as refused:
        read(GIVEN | {"KIEMTIN_SMPP_PASSWORD": "hidden-hidden"})
    assert "hidden" not in refused.value.en() + repr(read(GIVEN))
