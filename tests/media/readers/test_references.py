"""What a page needs to be seen is named once, in its order; nothing else is."""

from typing import Any

import pytest

from kiemtin.media.readers import references
from kiemtin.media.readers.references import MOST, read
from kiemtin.media.readers.web.bundle import pack

URL = "https://bao.example/tin/1"


def wanted(*files: tuple[str, str]) -> dict[str, Any]:
    """What files need, each by kind and text."""
    references.warm()
    about = [{"url": URL, "type": "text/html; charset=utf-8", "kind": kind} for kind, _ in files]
    return read(pack({"files": about}, [text.encode() for _, text in files]), {})[0]


def found(page: str, kind: str = "page") -> list[tuple[str, str]]:
    return [
        (what, url.removeprefix("https://bao.example"))
        for what, url in wanted((kind, page))["found"]
    ]


@pytest.mark.parametrize(
    ("page", "needs"),
    [
        ("<link rel=stylesheet href=/a.css>", [("style", "/a.css")]),
        ("<link rel='shortcut icon' href=/a.ico>", [("icon", "/a.ico")]),
        ("<link rel=preload as=image href=/a.png>", [("picture", "/a.png")]),
        ("<link rel=preload as=image imagesrcset='/a 1x, /b 2x'>", [("picture", "/b")]),
        ("<link rel=preload as=script href=/a.js><link rel=dns-prefetch href=//b>", []),
        ("<script src=/a.js></script><iframe src=/b></iframe><a href=/c>d</a>", []),
        ("<video src=/a.mp4 poster=/b.png></video><audio src=c>", [("picture", "/b.png")]),
        ("<style>@import 'b.css';p{background:url(/a)}</style>",
         [("style", "/tin/b.css"), ("picture", "/a")]),
        ("<p style='background:url(/a)' data-bg=/b>", [("picture", "/a"), ("picture", "/b")]),
        ("<svg><image xlink:href=/a /><image href=/b /></svg>",
         [("picture", "/a"), ("picture", "/b")]),
        ("<img src=/a data-src=/b srcset='/c 2x' data-lazy=/d>",
         [("picture", "/b"), ("picture", "/d"), ("picture", "/c")]),
        ("<base href=/khac/><img src=a>", [("picture", "/khac/a")]),
        ("<img src=/a><p background=/a><img src='data:image/png,x'><img src=ftp://x/y>",
         [("picture", "/a")]),
    ],
)  # fmt: skip
def test_what_a_page_needs_is_found(page: str, needs: list[tuple[str, str]]) -> None:
    assert found(page) == needs


def test_a_style_sheet_is_read_as_one() -> None:
    sheet = "@font-face{src:url(f.woff2)} <img src=x>"
    assert found(sheet, "style") == [("font", "/tin/f.woff2")]


def test_several_files_want_a_thing_once() -> None:
    had = wanted(("page", "<img src=/a>"), ("style", "p{background:url(/a)}q{background:url(/b)}"))
    assert [url for _, url in had["found"]] == ["https://bao.example/a", "https://bao.example/b"]
    assert had["more"] is False


def test_more_than_anyone_fetches_is_cut() -> None:
    had = wanted(("page", "".join(f"<img src=/{n}>" for n in range(MOST + 1))))
    assert (len(had["found"]), had["more"]) == (MOST, True)
