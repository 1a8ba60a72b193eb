"""A picture's addresses come best first, the same for getting and for showing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from kiemtin.media.readers.web.pictures import best, candidates, lazy

BASE = "https://bao.example/"


@pytest.mark.parametrize(
    ("srcset", "found"),
    [
        (None, ""),
        ("", ""),
        ("a.png", "a.png"),
        ("a.png 1x, b.png 2x, c.png 3x", "b.png"),
        ("a.png 320w, b.png 1280w, c.png 4000w", "b.png"),
        ("a.png 4000w, b.png 3000w", "b.png"),
        ("a,b.png 100w,c.png 200w", "c.png"),
        ("data:image/png;base64,AA== 1x, a.png 2x", ""),
        ("a.png ....w, b.png 9w", "b.png"),
    ],
)
def test_the_largest_form_that_is_of_use_is_taken(srcset: str | None, found: str) -> None:
    assert best(srcset, BASE).removeprefix(BASE) == found


@given(st.text("a.,123wx \n\\(", max_size=40))
def test_any_set_of_forms_gives_an_address_or_none(srcset: str) -> None:
    assert best(srcset, BASE) == "" or best(srcset, BASE).startswith(BASE)


def image(markup: str) -> html.HtmlElement:
    return next(html.fromstring(f"<div>{markup}</div>").iter("img"))


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<img src=a>", ["a"]),
        ("<img src=a srcset='b 1x'>", ["b", "a"]),
        ("<img src=a data-src=c data-srcset='d 2x'>", ["d", "c", "a"]),
        ("<img src=a data-src=a>", ["a"]),
        ("<picture><source srcset=e><source data-srcset=f><img src=a></picture>", ["e", "f", "a"]),
        ("<picture><source srcset=e></picture><img src=a>", ["a"]),
        ("<img>", []),
    ],
)
def test_what_a_script_would_show_comes_first(markup: str, found: list[str]) -> None:
    assert [one.removeprefix(BASE) for one in candidates(image(markup), BASE)] == found


def test_only_what_waits_for_a_script_is_lazy() -> None:
    assert lazy(image("<img src=a srcset='b 1x' data-original=c>"), BASE) == [f"{BASE}c"]
