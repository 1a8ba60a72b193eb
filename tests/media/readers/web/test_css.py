"""What a style sheet fetches is found, and once written again it fetches nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.css import address, join, references, rewrite

BASE = "https://bao.example/css/a.css"


def wanted(css: str) -> list[tuple[str, str]]:
    return [
        (one.kind, one.url.removeprefix("https://bao.example")) for one in references(css, BASE)
    ]


def inert(css: str) -> str:
    return rewrite(css, BASE, lambda _url: "data:,", lambda _url: None)


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("p{background:url(a.png)}", [("picture", "/css/a.png")]),
        ("p{background:URL( '/a b.png' )}", [("picture", "/a b.png")]),
        (r"p{background:u\72l(a.png)}", [("picture", "/css/a.png")]),
        (r"p{background:\url(a\.png)}", [("picture", "/css/a.png")]),
        ('@import "b.css" screen;', [("style", "/css/b.css")]),
        ("@import url(../b.css) layer(x) print", [("style", "/b.css")]),
        ("/* url(a.png) @import 'b.css' */ p{content:'url(c.png)'}", []),
        ("p{fill:url(#part);background:url()}", []),
        ("p{background:url(javascript:x)}", []),
        ("@font-face{src:url(a.eot),url(a.woff),url(a.woff2?1)}", [("font", "/css/a.woff2?1")]),
        ("@font-face{src:url(data:font/woff2,x),url(a)}", [("font", "/css/a")]),
        ("@font-face{src:url(a.ttf)}p{background:url(b)}", [("font", "/css/a.ttf"),
         ("picture", "/css/b")]),
    ],
)  # fmt: skip
def test_what_is_fetched_is_found_in_order(css: str, found: list[tuple[str, str]]) -> None:
    assert wanted(css) == found


@pytest.mark.parametrize(
    ("said", "url"),
    [("url(a)", "a"), ("url( 'a\\'b' )", "a'b"), ('"a"', "a"), ("'a\\\nb'", "ab"),
     ("'\\61 b'", "ab"), ("'\\d800'", "\ufffd"), ("'\\110000'", "\ufffd")],
)  # fmt: skip
def test_an_address_is_read_without_its_escapes(said: str, url: str) -> None:
    assert address(said) == url


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("b.png#x", "https://bao.example/css/b.png"),
        ("//anh.example/b", "https://anh.example/b"),
        ("data:image/png,x", "data:image/png,x"),
        ("#x", ""), ("", ""), (" ", ""), ("ftp://x/y", ""), ("file:///x", ""), ("http://[x", ""),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_joined(url: str, whole: str) -> None:
    assert join(BASE, url) == whole


def test_an_import_is_written_where_it_stood_under_its_media_and_layer() -> None:
    css = rewrite(
        '@import "b.css" layer(x) supports(display:grid) print; p{color:red}',
        BASE,
        lambda _url: "",
        lambda url: f"q{{content:'{url}'}}",
    )
    assert re.sub(r"\s+", " ", css).strip() == (
        "@layer x { @media print { q{content:'https://bao.example/css/b.css'} } } p{color:red}"
    )


@pytest.mark.parametrize(
    "css",
    [
        "p{width:expression(bad())}",
        "p{behavior : url(x.htc)}",
        "p{-moz-binding:url(x)}",
        "p{background:image-set('x.png' 1x)}",
        "p{background:-webkit-image-set('x.png' 1x)}",
        "@font-face{src:src('x')}",
        r"p{background:im\61ge-set('x.png' 1x)}",
    ],
)
def test_old_ways_of_fetching_and_running_mean_nothing(css: str) -> None:
    known = r"(?<!x-)(expression|behavior|-moz-binding|(?<!webkit-)image-set|-webkit-|(?<!\w)src\()"
    assert not re.search(known, inert(css))


TOKENS = ["url(", "'", '"', ")", "(", "a.png", "\\", "\\72", "/*", "*/", "@import ", ";", "{", "}"]
TOKENS += [
    "<",
    "</style>",
    "\0",
    "\n",
    "@font-face",
    "src:",
    "u",
    "rl(",
    "data:,",
    "#x",
    "//x",
    " ",
]


@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join))
def test_whatever_is_written_again_fetches_nothing_and_ends_no_element(css: str) -> None:
    written = inert(css)
    assert "<" not in written
    assert "\0" not in written
    assert {one.url for one in references(written, BASE)} <= {"data:,"}
