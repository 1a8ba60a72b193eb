"""A newspaper's feed on this machine, with conditional GET (RFC 9110, section 13)."""

from tests.support.peers.http import Asked, Peer, Reply

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Báo thí dụ</title><link>https://bao.example/</link>
<item><guid isPermaLink="false">bao-2</guid>
<title>Hồ chứa vận hành &lt;b&gt;bình thường&lt;/b&gt;</title>
<link>https://bao.example/2</link><pubDate>Sun, 22 Nov 2026 07:00:00 +0700</pubDate>
<description>
<![CDATA[<p>Mực nước <script>alert(1)</script>thấp hơn mức báo động.</p>]]></description>
</item>
<item><guid isPermaLink="false">bao-1</guid><title>Đường về xã đã thông</title>
<link>https://bao.example/1</link></item>
<item><guid isPermaLink="false">bao-2</guid><title>Lặp lại</title><link>https://bao.example/2</link></item>
</channel></rss>
"""


class FeedPeer(Peer):
    """Serves `body`, and 304 to whoever has it."""

    def __init__(self) -> None:
        super().__init__()
        self.body = RSS.encode()

    def answer(self, asked: Asked) -> Reply:
        marks = {"ETag": '"v1"', "Last-Modified": "Sun, 22 Nov 2026 00:00:00 GMT"}
        if asked.headers.get("if-none-match") == '"v1"':
            return Reply(304, b"", marks)
        return Reply(200, self.body, marks | {"Content-Type": "application/rss+xml"})
