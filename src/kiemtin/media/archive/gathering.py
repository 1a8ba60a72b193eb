"""Fetch what a page needs to be seen: style sheets, pictures, fonts; no scripts, frames or
recordings, and no page that it links to. What cannot be had is listed with the reason.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any
from urllib.parse import urldefrag

from kiemtin.media.apart.reader import ReaderRefused, read
from kiemtin.media.archive.limits import CaptureLimits
from kiemtin.media.fetch import Fetched, FetchRefused, Identity, Manners, Means, fetch
from kiemtin.media.readers.web.bundle import pack

_ORDER = {"style": 0, "font": 1, "picture": 2, "icon": 3}


@dataclass(frozen=True)
class Missing:
    """Something of the page that was not obtained: `kind` is style, font, picture or icon; `code`
    one of FetchRefused, or too_many (beyond a bound of `CaptureLimits`), or status_NNN."""

    url: str
    kind: str
    code: str


def let_busy_pass(refused: ReaderRefused) -> None:
    """Raise it again where no reader has time now: what could be read a minute later must not be
    missing from the archive for ever.
    """
    if refused.code == "busy":
        raise refused


class Gathering:
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
        let_busy_pass(refused)
        return []
    found: Any = facts.get("found")
    if not isinstance(found, list):
        return []
    pairs = [tuple(one) for one in found if isinstance(one, list) and len(one) == 2]
    return [(str(name), str(url)) for name, url in pairs if name in _ORDER]
