"""The desk's own keys for web push."""

import pytest

from kiemtin.channels.setting import SettingRefused
from kiemtin.channels.web_push.settings import decode, new_keys, read

SECRET, PUBLIC = new_keys()
VALUES = {"KIEMTIN_WEB_PUSH_KEY": SECRET, "KIEMTIN_WEB_PUSH_CONTACT": "https://tin.example/lien-he"}


def test_new_keys_belong_together_and_differ_each_time() -> None:
    settings = read(VALUES)
    assert settings.public_key == PUBLIC
    assert (len(SECRET), len(PUBLIC), len(decode(PUBLIC))) == (43, 87, 65)
    assert new_keys() != (SECRET, PUBLIC)
    assert SECRET not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KIEMTIN_WEB_PUSH_KEY", "A" * 43),
        ("KIEMTIN_WEB_PUSH_KEY", "_" * 43),
        pytest.param("KIEMTIN_WEB_PUSH_KEY", PUBLIC, id="the public key instead"),
        ("KIEMTIN_WEB_PUSH_KEY", "é"),
        ("KIEMTIN_WEB_PUSH_CONTACT", "ban@tin.example"),
    ],
)
def test_wrong_values_are_named_and_no_secret_shown(name: str, value: str) -> None:
    with pytest.raises(SettingRefused, match=name) as caught:
        read({**VALUES, name: value})
    assert name.endswith("CONTACT") or value not in caught.value.vi()
