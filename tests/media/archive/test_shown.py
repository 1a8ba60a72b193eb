"""An archived page is shown from the archive alone, as a document without anything that acts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from kiemtin.media.archive import Archive, Entry, replay
from kiemtin.media.readers import replay as reader
from kiemtin.media.readers.web.bundle import pack
from kiemtin.media.readers.web.inert import GONE, OUTSIDE
from kiemtin.text.words import words
from tests.media.archive.made import AT, URL, archive, entry, shown, shown_whole
from tests.support.peers.page_site import png

PNG = png(1, 2, 3)
ALLOWED_ADDRESS = re.compile(r"data:(?:image|font)/|data:,|#")


def test_pictures_styles_and_fonts_are_written_into_the_page() -> None:
    page = shown(
        "<link rel=stylesheet href=/a.css><img src=/p.png><p style='background:url(p.png)'>Chữ",
        entry("https://bao.example/a.css", "@import 'b.css';p{color:red}", "text/css"),
        entry("https://bao.example/b.css", "@font-face{src:url(f.woff2)}", "text/css"),
        entry("https://bao.example/f.woff2", b"wOF2" + bytes(9), "font/woff2"),
        entry("https://bao.example/p.png", PNG, "image/png"),
        entry("https://bao.example/tin/p.png", PNG, "image/png"),
    )
    assert page.count("data:image/png;base64,") == 2
    assert "data:font/woff2;base64," in page
    assert "p{color:red}" in page
    assert "Chữ" in page


@pytest.mark.parametrize(
    "image",
    [
        "<img src=data:image/gif;base64,R0lGOD data-src=/p.png>",
        "<img data-original=/p.png class=lazy>",
        "<img src=/missing.png srcset='/p.png 2x'>",
        "<img srcset='/missing.png 300w, /p.png 1200w'>",
        "<picture><source srcset=/p.png><img src=/missing.png></picture>",
        "<noscript><img src=/p.png></noscript>",
        "<img src=http://bao.example/p.png#x>",
        "<video poster=/p.png></video>",
        "<svg><image xlink:href=/p.png /></svg>",
    ],
)
def test_a_picture_is_found_however_the_page_names_it(image: str) -> None:
    page = shown(image, entry("https://bao.example/p.png", PNG, "image/png"))
    assert page.count("data:image/png;base64,") == 1


def test_what_the_archive_does_not_hold_is_left_out_and_counted() -> None:
    had = shown_whole("<img src=/a.png alt='Cầu'><iframe src=/b></iframe><object data=c></object>")
    assert had.left_out == 3
    assert 'alt="Cầu"' in had.html.decode()
    assert "iframe · https://bao.example/b" in had.html.decode()


def test_the_largest_pictures_are_dropped_first() -> None:
    small, large = png(1, 2, 3), png(3, 2, 1) + bytes(50_000)
    held = archive(
        "<p>Chữ</p><img src=/s.png><img src=/l.png>",
        entry("https://bao.example/s.png", small, "image/png"),
        entry("https://bao.example/l.png", large, "image/png"),
    )
    had = replay(held, most=20_000)
    assert (had.shown, had.dropped) == (1, 1)
    assert len(had.html) <= 20_000
    assert "Chữ" in had.html.decode()


def test_a_redirect_is_followed_in_the_archive() -> None:
    moved = Entry("https://bao.example/p", AT, 302, {}, b"", "https://anh.example/p.png")
    page = shown("<img src=/p>", moved, entry("https://anh.example/p.png", PNG, "image/png"))
    assert "data:image/png" in page


def test_an_error_page_does_not_become_a_style_sheet() -> None:
    gone = entry("https://bao.example/a.css", "p{color:red}", "text/css", 404)
    assert "color:red" not in shown("<link rel=stylesheet href=/a.css>x", gone)


def test_links_say_where_they_led_and_lead_nowhere() -> None:
    page = shown("<a href='/khac?a=1&b=\"'>Khác</a><a href='#muc'>Mục</a>")
    assert 'data-href="https://bao.example/khac?a=1&amp;b=&quot;"' in page
    assert 'title="https://bao.example/khac' in page
    assert '<a href="#muc">' in page


@pytest.mark.parametrize(
    ("body", "kind", "says"),
    [
        (PNG, "image/png", '<img src="data:image/png'),
        ("Mực nước <b>".encode(), "text/plain", "<pre>Mực nước &lt;b&gt;</pre>"),
        (b"%PDF-1.4\n", "application/pdf", "application/pdf, 9 B"),
        (b"", "text/html", "<body>"),
    ],
)
def test_what_is_no_page_is_shown_as_what_it_is(body: bytes, kind: str, says: str) -> None:
    assert says in shown(body, kind=kind)


def test_an_archive_without_its_page_shows_nothing() -> None:
    with pytest.raises(LookupError):
        replay(Archive(URL, ()))


TRICKS = [
    "<script>bad()</script>",
    "<svg><script>bad()</script><animate onbegin=bad() /></svg>",
    "<svg><style><img src=x onerror=bad()></style></svg>",
    "<img src=x onerror=bad()>",
    "<p style='x:expression(bad());behavior:url(x)'>",
    "<style>@import 'http://bao.example/x';</style><style></style><script>bad()</script></style>",
    "<style>p{background:u\\72l(http://bao.example/x)}</style>",
    "<a href='javascript:bad()'>x</a><a href=' java\nscript:bad()'>x</a>",
    "<a href='data:text/html,<script>bad()</script>'>x</a>",
    "<iframe srcdoc='<script>bad()</script>'></iframe>",
    "<noscript><p title='</noscript><img src=x onerror=bad()>'></noscript>",
    "<template><script>bad()</script></template>",
    "<div><template shadowrootmode=open><img src=x onerror=bad()><p>bóng</p></template></div>",
    "<link rel=preload href=/x as=image><link rel=dns-prefetch href=//x>",
    "<link rel=prefetch href=/x><link rel=icon href=/x>",
    "<meta http-equiv=refresh content='0;url=http://bao.example/x'><base href=http://khac.example/>",
    "<object data=x></object><embed src=x><applet code=x></applet>",
    "<video src=x poster=x></video><audio src=x autoplay></audio>",
    "<svg><a xlink:href='javascript:bad()'><text>x</text></a><use xlink:href='http://x/#a'/></svg>",
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--&gt;&lt;img src=1 onerror=bad()&gt;'>",
    "<form action=http://bao.example/x><input type=image src=/x>"
    "<button formaction=/x>x</button></form>",
    "<textarea><p title='</textarea><img src=x onerror=bad()>'></textarea>",
    "<title>x</title><title></title><img src=x onerror=bad()></title>",
    "<xmp><img src=x onerror=bad()></xmp><plaintext><script>bad()</script>",
    "<select><template><img src=x onerror=bad()></template></select>",
    "<svg></p><style><a id='</style><img src=1 onerror=bad()>'>",
    "<p id='\x00\"><img src=x onerror=bad()>'>x\x00y",
    "<!--><img src=x onerror=bad()>--><![CDATA[<img src=x onerror=bad()>]]>",
    "<body onload=bad() background=http://bao.example/x><table background=/x><td>x",
    "<img srcset='http://bao.example/x 1x, data:text/html,x 2x' ping=/x lowsrc=/x dynsrc=/x>",
    "<style>p{background:image-set('http://bao.example/x' 1x)}@font-face{src:url(//x/f)}</style>",
    "<svg fill='url(http://bao.example/x)'><filter>"
    "<feImage href=http://bao.example/x /></filter></svg>",
    "<foreignObject><img src=x onerror=bad()></foreignObject>",
    "<svg><foreignObject><img src=x onerror=bad()></foreignObject>"
    "<desc><img onerror=bad()></desc></svg>",
]  # fmt: skip
ENCODED = [
    "<script>bad()</script><p>x".encode("utf-16"),
    "<script>bad()</script><p>x".encode("utf-16-be"),
    b"<meta charset=utf-7>+ADw-script+AD4-bad()+ADw-/script+AD4-",
    b"<meta charset=iso-2022-jp>\x1b$B<script>bad()</script>\x1b(B<p>x",
    b"\xff\xfe<\x00s\x00c\x00r\x00i\x00p\x00t\x00>\x00",
    b"<scr\x00ipt>bad()</scr\x00ipt>",
]


def acts(document: str) -> list[str]:
    """Name whatever of a document runs, fetches or leads away, as a parser sees it."""
    root = html.document_fromstring(
        document.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    found = []
    for element in root.iter(etree.Element):
        if element.tag in (GONE | OUTSIDE) - {"head", "meta", "title", "style"}:
            found.append(element.tag)
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            found.append("refresh")
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {
                "srcdoc",
                "action",
                "formaction",
                "ping",
                "srcset",
            }:
                found.append(name)
            if name in {"src", "href", "poster", "background", "xlink:href", "data"}:
                found += [] if ALLOWED_ADDRESS.match(value) else [f"{name}={value}"]
        css = f"{element.get('style') or ''}{element.text or '' if element.tag == 'style' else ''}"
        for url in re.findall(r"url\(\s*['\"]?(.{0,12})", css):
            found += [] if ALLOWED_ADDRESS.match(url) else [url]
        if "@import" in css:
            found.append("@import")
    return found


@pytest.mark.parametrize("trick", [*TRICKS, *ENCODED])
def test_nothing_of_a_trick_acts(trick: str | bytes) -> None:
    body = trick if isinstance(trick, bytes) else f"<p>Còn</p>{trick}"
    assert acts(read(body).decode()) == []


PIECES = st.sampled_from(
    sorted(
        {" ", " onerror=", " src=", " href=", "@import ", "\x00", "<![CDATA[", "]]>", *"<>'\"={};)"}
        | words(
            """</ /> <!-- --> svg style math script p img title textarea noscript template
            javascript:x a url( &lt; &#60; table select form xlink:href= mglyph foreignObject desc
            iframe data: \\ """
        )
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_mixture_of_markup_acts(body: str) -> None:
    once = read(body.encode())
    assert acts(once.decode()) == []
    # Shown again, as whoever archives our document would, it is as harmless.
    assert acts(read(once).decode()) == []


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_can_be_shown(body: bytes) -> None:
    assert b"Content-Security-Policy" in read(body)


def read(page: bytes | str) -> bytes:
    """Run the reader here: it is pure."""
    body = page.encode() if isinstance(page, str) else page
    files = [{"url": URL, "said": "", "type": "text/html"}]
    return reader.read(pack({"files": files, "moved": {}}, [body]), {"most": 10**7})[1]


def test_deep_and_looping_pages_are_shown_as_far_as_they_go() -> None:
    sheet = "@import 'a.css'; @import 'b.css'; p{color:red}"
    page = shown(
        "<link rel=stylesheet href=/a.css>" + "<div>" * 100_000 + "Sâu",
        entry("https://bao.example/a.css", sheet, "text/css"),
        entry("https://bao.example/b.css", sheet, "text/css"),
    )
    assert page.count("<div>") <= 500
    assert page.count("color:red") < 100


def test_style_sheets_that_multiply_are_bounded() -> None:
    sheets = [
        entry(
            f"https://bao.example/{n}.css", f"@import '{n + 1}.css';" * 9 + "p{}" * 999, "text/css"
        )
        for n in range(8)
    ]
    had = shown_whole("<link rel=stylesheet href=/0.css>x", *sheets)
    assert len(had.html) < 5 * 2**20
