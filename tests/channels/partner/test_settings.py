"""The file of partners: each with a name, a secure address and a secret of its own."""

from pathlib import Path

import pytest

from kiemtin.channels.partner.settings import read
from kiemtin.channels.setting import SettingRefused

GOOD = '[[partner]]\nname = "Đài"\naddress = "https://dai.example/in"\nsecret = "{}"\n'
SECRET = "0123456789abcdef0123456789abcdef"


def path(folder: Path, text: str) -> dict[str, str]:
    (folder / "p.toml").write_text(text, encoding="utf-8")
    return {"KIEMTIN_PARTNER_FILE": str(folder / "p.toml")}


def test_partners_are_read_and_secrets_not_shown(tmp_path: Path) -> None:
    settings = read(path(tmp_path, GOOD.format(SECRET)))
    assert settings.partners["Đài"].address == "https://dai.example/in"
    assert SECRET not in repr(settings)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml [",
        "partner = 3",
        "[[partner]]\n",
        GOOD.format("short"),
        GOOD.format(SECRET) * 2,
        GOOD.format(SECRET).replace("https", "http"),
        GOOD.format(SECRET).replace("https://dai.example/in", "ftp://x"),
        GOOD.format(SECRET).replace("https://dai.example/in", "https://[x"),
        GOOD.format(SECRET).replace('"Đài"', '""'),
    ],
)
def test_a_wrong_file_is_refused_without_its_secrets(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingRefused, match="KIEMTIN_PARTNER_FILE") as caught:
        read(path(tmp_path, text))
    assert SECRET not in caught.value.vi() + caught.value.en()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match=r"a TOML file"):
        read({"KIEMTIN_PARTNER_FILE": str(tmp_path / "gone.toml")})
