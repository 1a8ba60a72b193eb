"""What the page needs: all there and well formed, no secret ever shown."""

import pytest

from kiemtin.channels.messenger.settings import SETTINGS, read
from kiemtin.channels.setting import SettingRefused, missing
from tests.support.peers.messenger import PAGE, SECRET, TOKEN, VERIFY

VALUES = {
    "KIEMTIN_MESSENGER_PAGE_ID": PAGE,
    "KIEMTIN_MESSENGER_APP_SECRET": SECRET,
    "KIEMTIN_MESSENGER_VERIFY_TOKEN": VERIFY,
    "KIEMTIN_MESSENGER_PAGE_TOKEN": TOKEN,
}


def test_what_is_there_is_read_and_secrets_are_not_shown() -> None:
    settings = read(VALUES)
    assert settings.api == "https://graph.facebook.com/v26.0"
    assert settings.page_id == PAGE
    assert not any(one in repr(settings) for one in (SECRET, VERIFY, TOKEN))
    assert missing(SETTINGS, VALUES) == []


@pytest.mark.parametrize("name", VALUES)
def test_each_one_is_needed(name: str) -> None:
    without = {key: value for key, value in VALUES.items() if key != name}
    assert [one.name for one in missing(SETTINGS, without)] == [name]
    with pytest.raises(SettingRefused, match=name):
        read(without)


def test_a_wrong_secret_is_refused_without_its_value() -> None:
    with pytest.raises(SettingRefused) as caught:
        read({**VALUES, "KIEMTIN_MESSENGER_PAGE_TOKEN": "EAAG mật"})
    assert "EAAG" not in caught.value.vi() + caught.value.en()


@pytest.mark.parametrize(
    ("name", "value"),
    [("KIEMTIN_MESSENGER_PAGE_ID", "my.page"), ("KIEMTIN_MESSENGER_API", "graph.facebook.com")],
)
def test_wrong_values_are_named(name: str, value: str) -> None:
    with pytest.raises(SettingRefused, match=name):
        read({**VALUES, name: value})
