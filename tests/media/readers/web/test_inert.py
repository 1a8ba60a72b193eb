"""Only named elements and attributes of a page are shown; a link leads nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.inert import EMPTY, GONE, OUTSIDE, attributes, link, plain, shown_as


@pytest.mark.parametrize(
    ("tag", "in_drawing", "shown"),
    [
        ("p", False, "p"), ("svg", False, "svg"), ("form", False, "div"), ("blink", False, None),
        ("path", False, None), ("path", True, "path"), ("p", True, None), ("a", True, None),
        ("script", False, None), ("script", True, None),
    ],
)  # fmt: skip
def test_an_element_is_shown_as_itself_or_as_its_content(
    tag: str, in_drawing: bool, shown: str | None
) -> None:
    assert shown_as(tag, in_drawing) == shown


def test_what_is_left_out_is_never_shown() -> None:
    assert not [tag for tag in GONE | OUTSIDE if shown_as(tag, False)]
    assert all(shown_as(tag, False) for tag in EMPTY)


NAMES = ["onclick", "style", "src", "href", "xlink:href", "srcset", "action", "formaction", "ping"]
NAMES += ["background", "poster", "autofocus", "srcdoc", "target", "name", "http-equiv", "content"]


@given(
    st.sampled_from(["p", "a", "img", "input", "button", "svg", "path", "use", "table"]),
    st.dictionaries(st.sampled_from(NAMES), st.text(max_size=9), min_size=1),
    st.booleans(),
)
def test_what_acts_is_no_attribute(tag: str, given: dict[str, str], in_drawing: bool) -> None:
    kept = attributes(tag, given, in_drawing)
    assert not set(kept) & (set(NAMES) - {"href"})
    assert kept.get("href", "#").startswith("#")


@pytest.mark.parametrize(
    ("value", "stays"),
    [("red", True), ("url(#sky)", True), ("rgb(1 2 3)", True), ("url(https://x/#a)", False),
     ("url(#a) url(//x)", False), ("image(x)", False)],
)  # fmt: skip
def test_a_drawing_is_filled_from_itself_only(value: str, stays: bool) -> None:
    assert attributes("path", {"fill": value}, True) == ({"fill": value} if stays else {})


@pytest.mark.parametrize(
    ("tag", "given", "kept"),
    [
        ("input", {"type": "image", "value": "x"}, {"type": "text", "value": "x", "disabled": ""}),
        ("input", {"type": "CHECKBOX"}, {"type": "checkbox", "disabled": ""}),
        ("button", {"type": "submit"}, {"type": "button", "disabled": ""}),
        ("select", {"multiple": ""}, {"multiple": "", "disabled": ""}),
    ],
)
def test_nothing_can_be_filled_in_or_sent(
    tag: str, given: dict[str, str], kept: dict[str, str]
) -> None:
    assert attributes(tag, given, False) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"href": " #muc "}, {"href": "#muc"}),
        ({}, {}),
        ({"href": "/b", "title": "Xem"}, {"data-href": "https://x/b", "title": "Xem https://x/b"}),
        ({"href": "/b"}, {"data-href": "https://x/b", "title": "https://x/b"}),
    ],
)
def test_a_link_is_seen_and_not_followed(given: dict[str, str], kept: dict[str, str]) -> None:
    assert link(given, "https://x/b") == kept


def test_letters_that_parsers_disagree_about_are_dropped() -> None:
    assert plain("a\x00\x0b\x1f\x7f\ufffe\tb\n") == "a\tb\n"
