"""A channel's settings are read together; a wrong value is named, a secret never shown."""

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from kiemtin.channels.setting import (
    Setting,
    SettingRefused,
    given,
    id_number,
    missing,
    one_of,
    secret,
    wanted,
    web_address,
    whole_number,
)
from kiemtin.refusal import Say

HERE = Say("đây", "here")
SETTINGS = (
    Setting("KEY", HERE, secret=True),
    Setting("PORT", HERE, needed=False, default="25"),
    Setting("NAME", HERE),
)


def test_defaults_stand_in_and_blanks_go() -> None:
    assert given(SETTINGS, {"KEY": " a ", "PORT": " "}) == {"KEY": "a", "PORT": "25", "NAME": ""}


def test_what_is_needed_and_not_there_is_missing() -> None:
    assert [one.name for one in missing(SETTINGS, {"KEY": "a", "NAME": " "})] == ["NAME"]


def test_a_channel_is_wanted_once_anything_of_it_is_set() -> None:
    assert wanted(SETTINGS, {"PORT": "26"})
    assert not wanted(SETTINGS, {"PORT": " ", "OTHER": "x"})


@pytest.mark.parametrize("raw", ["", "-1", "0", "65536", "٢", "1.5", "9" * 5000])
def test_a_number_out_of_range_is_refused(raw: str) -> None:
    with pytest.raises(SettingRefused, match="PORT"):
        whole_number("PORT", raw, 1, 65535)


def test_a_number_in_range_is_one() -> None:
    assert whole_number("PORT", "65535", 1, 65535) == 65535


@pytest.mark.parametrize("raw", ["", "x", "12 3", "١", "1" * 41])
def test_an_id_is_digits(raw: str) -> None:
    assert id_number("ID", "00123") == "00123"
    with pytest.raises(SettingRefused):
        id_number("ID", raw)


@pytest.mark.parametrize("raw", ["", "zalo.me", "ftp://x", "https://a b"])
def test_an_address_is_http(raw: str) -> None:
    assert web_address("API", "https://a.example/") == "https://a.example"
    with pytest.raises(SettingRefused, match="API"):
        web_address("API", raw)


def test_one_of_a_few() -> None:
    assert one_of("BIND", "a", ("a", "b")) == "a"
    with pytest.raises(SettingRefused, match="a, b"):
        one_of("BIND", "c", ("a", "b"))


@examples(st.text(min_size=8).filter(lambda raw: not raw.isascii() or " " in raw))
def test_a_secret_is_never_shown(raw: str) -> None:
    with pytest.raises(SettingRefused) as refused:
        secret("KEY", raw)
    assert raw not in refused.value.vi() + refused.value.en()
