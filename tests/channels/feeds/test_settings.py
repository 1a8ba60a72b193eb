"""The file of sources: chosen ones of three kinds, never what persons say on a network."""

from pathlib import Path

import pytest

from kiemtin.channels.feeds.settings import Source, is_social, read
from kiemtin.channels.setting import SettingRefused

GOOD = """
[[source]]
name = "Cổng thông tin tỉnh"
address = "https://tinh.example/rss"
kind = "official"
licence = "Được dẫn lại, ghi nguồn"
"""


def values(folder: Path, text: str) -> dict[str, str]:
    (folder / "feeds.toml").write_text(text, encoding="utf-8")
    return {"KIEMTIN_FEEDS": str(folder / "feeds.toml")}


def test_sources_are_read(tmp_path: Path) -> None:
    told = "Được dẫn lại, ghi nguồn"
    source = Source("Cổng thông tin tỉnh", "https://tinh.example/rss", "official", told)
    assert read(values(tmp_path, GOOD)).sources == (source,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[source",
        "source = 1",
        "[[source]]",
        GOOD + GOOD,
        GOOD.replace("official", "blog"),
        GOOD.replace("https://tinh.example/rss", "file:///etc/hostname"),
        GOOD.replace("https://tinh.example/rss", "https://tinh.example:22/"),
        GOOD.replace("https://tinh.example/rss", "https://www.facebook.com/nguoi-nao-do"),
        GOOD.replace('"Cổng thông tin tỉnh"', '""'),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingRefused, match="KIEMTIN_FEEDS") as caught:
        read(values(tmp_path, text))
    assert caught.value.vi() != caught.value.en()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused):
        read({"KIEMTIN_FEEDS": str(tmp_path / "none")})


@pytest.mark.parametrize(
    ("address", "social"),
    [
        ("https://www.youtube.com/feeds/videos.xml?channel_id=x", True),
        ("https://X.com/a", True),
        ("https://rsshub.app/telegram/channel/a", True),
        ("https://notx.com/rss", False),
        ("https://tinh.example/facebook.com", False),
    ],
)
def test_networks_on_which_persons_speak(address: str, social: bool) -> None:
    assert is_social(address) is social
