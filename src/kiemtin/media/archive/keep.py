"""Keep one page as it is now, with what it needs to be seen, so that it can be shown later.

A person named the page; what it consists of is fetched with it: style sheets, pictures, fonts. No
scripts, frames or recordings, and no page that it links to. A thing that cannot be had never costs
the page; it is listed with the reason.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from time import monotonic
from typing import Any
from urllib.parse import urldefrag

from kiemtin.media.apart.reader import ReaderRefused, read
from kiemtin.media.archive.drawn import screenshot
from kiemtin.media.archive.limits import CAPTURE, CaptureLimits
from kiemtin.media.archive.packed import Gathered, pack_captured
from kiemtin.media.archive.read_page import NOTHING, Readable, readable
from kiemtin.media.archive.shape import Archive, Entry, is_page
from kiemtin.media.archive.shown import replay
from kiemtin.media.fetch import Fetched, FetchRefused, Identity, Manners, Means, fetch
from kiemtin.media.fetch.visit import MEANS
from kiemtin.media.readers.web.bundle import pack

_ORDER = {"style": 0, "font": 1, "picture": 2, "icon": 3}


@dataclass(frozen=True)
class Missing:
    """Something of the page that was not obtained: `kind` is style, font, picture or icon; `code`
    one of FetchRefused, or too_many (beyond a bound of `CaptureLimits`), or status_NNN."""

    url: str
    kind: str
    code: str


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
    gathering = _Gathering(who, means, limits)
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
        _let_busy_pass(refused)
        return NOTHING


def _picture(archive: Archive, chromium: str | None) -> bytes | None:
    if not chromium:
        return None
    try:
        return screenshot(replay(archive), chromium)
    except ReaderRefused as refused:
        _let_busy_pass(refused)
        return None


def _let_busy_pass(refused: ReaderRefused) -> None:
    """What could be read a minute later must not be missing from the archive for ever."""
    if refused.code == "busy":
        raise refused


class _Gathering:
    """Fetches what a page needs, in the page's order, within bounds."""

    def __init__(self, who: Identity, means: Means, limits: CaptureLimits) -> None:
        self._who, self._limits = who, limits
        each = replace(means.limits, most=limits.each, seconds=limits.one_seconds)
        # One page is one visit: its parts are asked for as a browser would, only more slowly.
        pause = 0.0 if means.manners.pause == 0 else limits.pause
        self._means = replace(means, limits=each, manners=Manners(pause=pause))
        self._until = monotonic() + limits.seconds
        self._left, self._count = limits.most, limits.things
        self._asked: set[str] = set()
        self.had: list[Fetched] = []
        self.missing: list[Missing] = []

    def around(self, page: Fetched) -> None:
        """Fetch everything that the page needs."""
        self._asked.add(page.final_url)
        wanted = _wanted([page], "page")
        later = [one for one in wanted if one[0] != "style"]
        sheets = [one for one in wanted if one[0] == "style"]
        for _depth in range(self._limits.deep + 1):
            came = self._all(sheets)
            found = _wanted(came, "style") if came else []
            later += [one for one in found if one[0] != "style"]
            sheets = [one for one in found if one[0] == "style"]
        self.missing += [Missing(url, kind, "too_many") for kind, url in self._new(sheets)]
        self._all(sorted(later, key=lambda one: _ORDER.get(one[0], 9)))

    def _new(self, wanted: list[tuple[str, str]]) -> list[tuple[str, str]]:
        fresh = []
        for kind, url in wanted:
            plain = urldefrag(url).url
            if plain not in self._asked:
                self._asked.add(plain)
                fresh.append((kind, plain))
        return fresh

    def _all(self, wanted: list[tuple[str, str]]) -> list[Fetched]:
        """Fetch several at once and return what came, in their order."""
        fresh = self._new(wanted)
        taken, beyond = fresh[: self._count], fresh[self._count :]
        self._count -= len(taken)
        came: list[Fetched] = []
        with ThreadPoolExecutor(self._limits.at_once) as pool:
            for (kind, url), had in zip(taken, pool.map(self._one, taken), strict=True):
                code = had if isinstance(had, str) else self._fits(had)
                if code:
                    self.missing.append(Missing(url, kind, code))
                if isinstance(had, Fetched) and code != "too_many":
                    self.had.append(had)
                    came.append(had)
        self.missing += [Missing(url, kind, "too_many") for kind, url in beyond]
        return came

    def _one(self, wanted: tuple[str, str]) -> Fetched | str:
        if monotonic() > self._until or self._left <= 0:
            return "too_many"
        try:
            return fetch(wanted[1], self._who, means=self._means)
        except FetchRefused as refused:
            return refused.code

    def _fits(self, had: Fetched) -> str:
        """Why something that came is not what was wanted, or nothing; too much is not kept."""
        if len(had.body) > self._left:
            return "too_many"
        self._left -= len(had.body)
        return "" if had.status < 300 else f"status_{had.status}"


def _wanted(files: list[Fetched], kind: str) -> list[tuple[str, str]]:
    """Ask the process apart what some files need; what cannot be read needs nothing."""
    about = [
        {"url": had.final_url, "type": had.headers.get("content-type", ""), "kind": kind}
        for had in files
    ]
    try:
        facts, _ = read("references", pack({"files": about}, [had.body for had in files]))
    except ReaderRefused as refused:
        _let_busy_pass(refused)
        return []
    found: Any = facts.get("found")
    if not isinstance(found, list):
        return []
    pairs = [tuple(one) for one in found if isinstance(one, list) and len(one) == 2]
    return [(str(name), str(url)) for name, url in pairs if name in _ORDER]
