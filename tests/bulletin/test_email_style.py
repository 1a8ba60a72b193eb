"""Every pair of colours in a letter can be read, by day and in the dark."""

import re

import pytest

from kiemtin.bulletin.email_style import DARK, STYLE


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink(style: str) -> str:
    found = re.search(r"(?<!-)color:(#\w{6})", style)
    assert found
    return found[1]


def ground(style: str) -> str:
    found = re.search(r"background:(#\w{6})", style)
    assert found
    return found[1]


def dark(name: str) -> str:
    found = re.search(rf"\.{name}\{{([^}}]*)\}}", DARK)
    assert found
    return found[1]


@pytest.mark.parametrize("name", ["page", "link", "small"])
def test_ink_on_each_ground(name: str) -> None:
    for paper in ("sheet", "rumour"):
        assert contrast(ink(STYLE[name]), ground(STYLE[paper])) >= 4.5
        assert contrast(ink(dark(name)), ground(dark(paper))) >= 4.5


def test_the_button() -> None:
    assert contrast(ink(STYLE["button"]), ground(STYLE["button"])) >= 4.5
    assert contrast(ink(dark("button")), ground(dark("button"))) >= 4.5
