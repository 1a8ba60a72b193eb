"""Keep one page as it is now, with what it needs to be seen, so that it can be shown later.

A person named the page; what it consists of is fetched with it. A thing that cannot be had never
costs the page; it is listed with the reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from kiemtin.media.apart.reader import ReaderRefused
from kiemtin.media.archive.drawn import screenshot
from kiemtin.media.archive.gathering import Gathering, Missing, let_busy_pass
from kiemtin.media.archive.limits import CAPTURE, CaptureLimits
from kiemtin.media.archive.packed import Gathered, pack_captured
from kiemtin.media.archive.read_page import NOTHING, Readable, readable
from kiemtin.media.archive.shape import Archive, Entry, is_page
from kiemtin.media.archive.shown import replay
from kiemtin.media.fetch import Fetched, Identity, Means, fetch
from kiemtin.media.fetch.visit import MEANS


@dataclass(frozen=True)
class Captured:
    """A page that was kept. `wacz` is the archive, `sha256` its digest in hex; `resources` are in
    the page's order; `screenshot` is PNG or nothing where no Chromium could make one."""

    page: Fetched
    resources: tuple[Fetched, ...] = field(repr=False)
    missing: tuple[Missing, ...]
    readable: Readable
    screenshot: bytes | None = field(repr=False)
    wacz: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The digest of the archive."""
        return sha256(self.wacz).hexdigest()

    @property
    def at(self) -> datetime:
        """When the page came."""
        return self.page.fetched_at

    @property
    def archive(self) -> Archive:
        """What was kept, as `open_archive` would find it."""
        return archive_of(self.page, self.resources, self.readable)


def capture(
    address: str,
    who: Identity,
    *,
    means: Means = MEANS,
    chromium: str | None = None,
    limits: CaptureLimits = CAPTURE,
) -> Captured:
    """Return the page at an address, kept; a redirect, an error page, a PDF or a picture as what it
    is. `chromium` is the path of a browser that draws it; without one there is no screenshot.

    Raises FetchRefused when the page itself cannot be had, ReaderRefused (busy) when this process
    reads too much at once.
    """
    page = fetch(address, who, means=means)
    gathering = Gathering(who, means, limits)
    if is_page(page.said_type, page.found_type):
        gathering.around(page)
    return keep(who, page, gathering.had, gathering.missing, chromium)


def keep(
    who: Identity,
    page: Fetched,
    parts: Sequence[Fetched] = (),
    gone: Sequence[Missing] = (),
    chromium: str | None = None,
) -> Captured:
    """Return what was fetched of a page as one archive; `parts` and what is `gone` in its order.

    Raises ReaderRefused (busy).
    """
    resources, missing = tuple(parts), tuple(gone)
    read_as = read_fetched(page)
    picture = _picture(archive_of(page, resources, read_as), chromium)
    told = [(one.url, one.kind, one.code) for one in missing]
    wacz = pack_captured(who, Gathered(page, resources, told, read_as, picture))
    return Captured(page, resources, missing, read_as, picture, wacz)


def archive_of(page: Fetched, resources: tuple[Fetched, ...], read_as: Readable) -> Archive:
    """Return what was fetched as an archive holds it."""
    entries = [entry for one in (page, *resources) for entry in _entries(one)]
    return Archive(page.hops[0].url, tuple(entries), read_as.title, read_as.text)


def _entries(had: Fetched) -> Iterator[Entry]:
    steps = list(had.hops)
    for hop, after in zip(steps, [*steps[1:], None], strict=True):
        body = b"" if after else had.body
        yield Entry(
            hop.url, had.fetched_at, hop.status, hop.headers, body, after.url if after else ""
        )


def read_fetched(page: Fetched) -> Readable:
    """Return what can be read in a page or text; nothing in any other file, or where it cannot be
    read. The same for the page that is kept and for a later look. Raises ReaderRefused (busy)."""
    is_html = is_page(page.said_type, page.found_type)
    if not is_html and page.found_type not in {"text/html", "text/plain", "application/xml"}:
        return NOTHING
    try:
        return readable(
            page.body, page.headers.get("content-type", "") if is_html else "text/plain"
        )
    except ReaderRefused as refused:
        let_busy_pass(refused)
        return NOTHING


def _picture(archive: Archive, chromium: str | None) -> bytes | None:
    if not chromium:
        return None
    try:
        return screenshot(replay(archive), chromium)
    except ReaderRefused as refused:
        let_busy_pass(refused)
        return None
