"""Pack what was fetched of one page as WACZ, with what is known about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiemtin.media.archive.read_page import Readable
from kiemtin.media.archive.wacz import Page, pack
from kiemtin.media.archive.warc import Warc, stamp
from kiemtin.media.fetch import Fetched, Identity


@dataclass(frozen=True)
class Gathered:
    """What there is of one page: `missing` has address, kind and code of what was not obtained,
    `screenshot` is PNG or nothing."""

    page: Fetched
    resources: Sequence[Fetched]
    missing: Sequence[tuple[str, str, str]]
    read_as: Readable
    screenshot: bytes | None = None


def pack_captured(who: Identity, had: Gathered) -> bytes:
    """Return the archive."""
    url, read_as = had.page.hops[0].url, had.read_as
    warc = Warc(who, had.page.fetched_at)
    for one in (had.page, *had.resources):
        warc.fetched(one)
    about = [("asked", had.page.url), ("sha256", had.page.sha256)]
    about += [("missing", f"{code} {kind} {where}") for where, kind, code in had.missing]
    warc.metadata(url, about)
    if had.screenshot:
        # As other archives name a picture of a page, and its text.
        warc.resource(f"urn:view:{url}", had.screenshot, "image/png")
    if read_as.text:
        warc.resource(f"urn:text:{url}", read_as.text.encode(), "text/plain; charset=utf-8")
    told = Page(url, stamp(had.page.fetched_at), read_as.title, read_as.text)
    return pack(warc.data, warc.written, told)
