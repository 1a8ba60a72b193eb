"""A web site on this machine for the desk's tests: pages by path, which can change and go away."""

from collections.abc import Iterator
from contextlib import contextmanager

from pytest_django import Settings

from tests.media.fetch.site import means, named
from tests.support.peers.http import Asked, Peer, Reply

PAGE = """<!doctype html><html lang=vi><head><meta charset=utf-8><title>Hồ Suối Bạc an toàn</title>
<meta property="og:site_name" content="Báo Suối Bạc"><link rel=stylesheet href="/main.css">
<meta property="article:published_time" content="2025-09-30T08:30:00+07:00"></head>
<body><h1>Hồ Suối Bạc an toàn</h1><article><p>Ban quản lý hồ Suối Bạc cho biết mực nước sáng nay là
36,2 mét, thấp hơn đỉnh đập 4,1 mét. Các cửa xả đã được kiểm tra trong đêm và hoạt động bình
thường.</p><p>Đoàn kiểm tra không thấy vết nứt nào trên thân đập, và mời người dân tới xem tận nơi
vào buổi chiều. Nước chỉ được xả theo lịch đã báo trước cho các xã phía dưới.</p>{more}
<script>document.title = "changed"</script></article></body></html>"""


class WebSite(Peer):
    """`pages` by path; what is not there is 404."""

    def __init__(self) -> None:
        super().__init__()
        html = {"Content-Type": "text/html; charset=utf-8"}
        self.pages = {
            "/tin": Reply(200, PAGE.replace("{more}", "").encode(), html),
            "/main.css": Reply(200, b"h1{color:#036}", {"Content-Type": "text/css"}),
        }

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"{named(self)}/tin"

    def say(self, more: str) -> None:
        """Let the page say something more."""
        said = PAGE.replace("{more}", more).encode()
        self.pages["/tin"] = Reply(200, said, self.pages["/tin"].headers)

    def answer(self, asked: Asked) -> Reply:
        """Return the page of a path."""
        return self.pages.get(asked.path, Reply(404, b"khong co", {"Content-Type": "text/plain"}))


@contextmanager
def reached(settings: Settings) -> Iterator[WebSite]:
    """A site that the desk can reach, and nothing else."""
    settings.FETCH_MEANS = means()
    with WebSite() as site:
        yield site
