"""Pack what was fetched of one page as WACZ, with what is known about it."""

from collections.abc import Sequence

from kiemtin.media.archive.read_page import Readable
from kiemtin.media.archive.wacz import Page, pack
from kiemtin.media.archive.warc import Warc, stamp
from kiemtin.media.fetch import Fetched, Identity


def pack_captured(  # noqa: PLR0913, PLR0917
    who: Identity,
    page: Fetched,
    resources: Sequence[Fetched],
    missing: Sequence[tuple[str, str, str]],
    read_as: Readable,
    screenshot: bytes | None,
) -> bytes:
    """Return the archive; `missing` has address, kind and code of what was not obtained."""
    url = page.hops[0].url
    warc = Warc(who, page.fetched_at)
    for had in (page, *resources):
        warc.fetched(had)
    about = [("asked", page.url), ("sha256", page.sha256)]
    about += [("missing", f"{code} {kind} {where}") for where, kind, code in missing]
    warc.metadata(url, about)
    if screenshot:
        # As other archives name a picture of a page, and its text.
        warc.resource(f"urn:view:{url}", screenshot, "image/png")
    if read_as.text:
        warc.resource(f"urn:text:{url}", read_as.text.encode(), "text/plain; charset=utf-8")
    told = Page(url, stamp(page.fetched_at), read_as.title, read_as.text)
    return pack(warc.data, warc.written, told)
