"""A web site on this machine with one article as news sites make them, and pages of tricks.

`ARTICLE` needs two style sheets, a font and pictures in every way that pages name them; `PAGES` are
tricks by path. Names are invented.
"""

import struct
import zlib
from collections.abc import Callable
from itertools import repeat

from tests.support.peers.http import Asked, Peer, Raw, Reply
from tests.support.peers.tricks import bomb, drip, endless, polyglot

HTML = {"Content-Type": "text/html; charset=utf-8"}
CSS = {"Content-Type": "text/css"}


def png(red: int, green: int, blue: int, side: int = 8) -> bytes:
    """Return a square of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = (b"\0" + bytes((red, green, blue)) * side) * side
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    packed = chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + packed


ARTICLE = """<!doctype html><html lang=vi><head><meta charset=utf-8>
<title>Hồ Suối Bạc vẫn an toàn</title>
<meta property="article:published_time" content="2026-11-02T08:30:00+07:00">
<meta property="og:site_name" content="Báo Suối Bạc">
<link rel=stylesheet href="/css/main.css"><link rel="shortcut icon" href="/icon.png">
<link rel=preload as=script href="/app.js"><link rel=dns-prefetch href="//ads.example">
<style>@import url("/css/second.css") screen; h1{background:url(/img/title.png)}</style>
<script src="/app.js"></script></head>
<body onload="alert(1)" style="background-image:url('/img/ground.png')">
<h1>Hồ Suối Bạc vẫn an toàn</h1><p>Thứ hai, 02/11/2026, 08:30 (GMT+7)</p>
<article><p>Ban quản lý hồ Suối Bạc cho biết mực nước sáng nay là 36,2 mét, thấp hơn cao trình đỉnh
đập 4,1 mét. Các cửa xả đã được kiểm tra và hoạt động bình thường trong đêm qua.</p>
<p>Tin nói đập đã nứt là không đúng. Đoàn kiểm tra không thấy vết nứt nào trên thân đập và mời
người dân tới xem tận nơi vào buổi chiều. Nước chỉ được xả theo lịch đã báo trước.</p>
<img src="/img/plain.png" alt="Thân đập">
<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
 class="lazy" data-src="/img/lazy.png">
<img src="/img/small.png" srcset="/img/small.png 320w, /img/large.png 1280w, /img/huge.png 4000w">
<picture><source srcset="/img/source.png 1x, /img/source2.png 2x"><img src="/img/old.png"></picture>
<video src="/film.mp4" poster="/img/poster.png"></video><iframe src="/frame"></iframe>
<a href="/khac">Tin khác</a></article></body></html>"""
MAIN = """@charset "utf-8"; @import "second.css";
@font-face{font-family:Tin;src:url(/font/tin.eot),url(/font/tin.woff2) format("woff2")}
h1{font-family:Tin;color:#036;background-image:url('../img/css.png')}"""

_NAMES = [
    "title",
    "ground",
    "plain",
    "lazy",
    "small",
    "large",
    "huge",
    "source",
    "source2",
    "old",
    "poster",
    "css",
]
IMAGES = {
    f"/img/{name}.png": png(number * 9 % 256, 80, 200 - number)
    for number, name in enumerate((*_NAMES, "poster", "css"))
}


class PageSite(Peer):
    """Serves the article at `/`, its parts, and PAGES; anything else is 404."""

    def answer(self, asked: Asked) -> Reply | Raw:
        """Return what stands at the path."""
        path = asked.path.partition("?")[0]
        if path in PAGES:
            return PAGES[path]()
        if path.startswith("/many-"):
            return Reply(200, png(1, 2, 3), {"Content-Type": "image/png"})
        return Reply(404, "<h1>Không có trang này</h1>".encode(), HTML)

    @property
    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [one.path for one in self.asked]


def page(text: str, headers: dict[str, str] = HTML) -> Callable[[], Reply]:
    """Return what answers with a text."""
    return lambda: Reply(200, text.encode(), headers)


def picture(body: bytes) -> Callable[[], Reply]:
    """Return what answers with a picture."""
    return lambda: Reply(200, body, {"Content-Type": "image/png"})


def loop_of_sheets() -> Reply:
    """A style sheet that imports itself and another one."""
    return Reply(200, b"@import 'loop.css'; @import 'loop2.css?1'; p{color:red}", CSS)


PAGES: dict[str, Callable[[], Reply | Raw]] = {
    "/": page(ARTICLE),
    "/css/main.css": page(MAIN, CSS),
    "/css/second.css": page("p{color:#222}", CSS),
    "/font/tin.woff2": lambda: Reply(200, b"wOF2" + bytes(40), {"Content-Type": "font/woff2"}),
    "/icon.png": lambda: Reply(200, png(9, 9, 9), {"Content-Type": "image/png"}),
    **{path: picture(body) for path, body in IMAGES.items()},
    "/moved": lambda: Reply(301, b"", {"Location": "/"}),
    "/gone": lambda: Reply(404, "<h1>Không còn</h1>".encode(), HTML),
    "/file.pdf": lambda: Reply(200, b"%PDF-1.4\n%%EOF\n", {"Content-Type": "application/pdf"}),
    "/text": page("Mực nước thấp.", {"Content-Type": "text/plain; charset=utf-8"}),
    "/loops": page("<link rel=stylesheet href=/loop.css><p>Vòng</p>"),
    "/loop.css": loop_of_sheets,
    "/loop2.css": loop_of_sheets,
    "/many": page("<p>x</p>" + "".join(f"<img src=/many-{n}.png>" for n in range(10_000))),
    "/huge-data": page(f"<img src='data:image/png;base64,{'A' * 3_000_000}'><p>To</p>"),
    "/deep": page("<div>" * 100_000 + "Sâu"),
    "/bad-letters": lambda: Reply(
        200, b"<meta charset=utf-7><p>+ADw-script+AD4-\xff\xfe\x80", HTML
    ),
    "/hostile": page(
        "<p>Còn</p><img src=/slow-img><img src=/endless><img src=/bomb><img src=/polyglot>"
        "<link rel=stylesheet href=/endless.css><img src=http://10.0.0.1/a.png>"
        "<img src=/circle><img src='http://[bad'><img src=/page-as-picture>"
    ),
    "/slow-img": lambda: drip("HTTP/1.1 200 OK|Content-Type: image/png||"),
    "/endless": endless,
    "/endless.css": endless,
    "/bomb": bomb,
    "/polyglot": polyglot,
    "/circle": lambda: Reply(302, b"", {"Location": "/circle"}),
    "/page-as-picture": page("<script>alert(1)</script>"),
    "/zeros": lambda: Raw(
        [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", *repeat(b"<", 9)]
    ),
}
