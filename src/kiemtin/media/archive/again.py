"""What became of an address since its page was kept: the same, changed, moved, gone, not shown.

Texts are compared as a reader would: without white space, letter case, times and days, counters,
and single lines that come and go as advertisements and lists of other news do.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from kiemtin.media.archive.read_page import Readable
from kiemtin.media.fetch import Fetched, FetchRefused
from kiemtin.refusal import Say
from kiemtin.text.edits import runs

State = Literal["same", "changed", "moved", "gone", "hidden", "silent"]

REASONS: dict[State, Say] = {
    "same": Say("Trang vẫn như bản đã lưu.", "The page is as it was kept."),
    "changed": Say(
        "Nội dung trang khác với bản đã lưu.", "The page says something else than when it was kept."
    ),
    "moved": Say("Địa chỉ nay dẫn tới một trang khác.", "The address now leads to another page."),
    "gone": Say("Trang không còn nữa.", "The page is gone."),
    "hidden": Say("Máy chủ không cho xem trang này nữa.", "The server no longer shows this page."),
    "silent": Say(
        "Máy chủ không trả lời; trang có thể chỉ tạm thời không xem được.",
        "The server does not answer; the page may be away for a while only.",
    ),
}
"""Why each state, in a sentence."""

MOST_PIECES, MOST_LINES = 40, 4000
"""Differing pieces that are told, and lines of a text that are compared."""

# A number is tried from its first digit alone: very long ones would take for ever.
_CHANGING = re.compile(
    r"""\d{1,2}\s*(?::|giờ|h)\s*\d{2}(?:\s*:\s*\d{2})?(?:\s*(?:phút|'|am|pm))? |
    \d{1,4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4} | (?:gmt|utc)\s*[+-]\s*\d+ |
    ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s*,?\s*(?:năm)?\s*\d{4})? |
    (?<!\d)\d+\s+(?:giây|phút|giờ|ngày|tuần|tháng|seconds?|minutes?|hours?|days?)\s+(?:trước|ago) |
    (?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\b |
    (?<![\d.,])[\d.,]+\s*[kmtr]?\s*(?:lượt\s+(?:xem|thích|chia\s+sẻ)|bình\s+luận|views?|likes?|comments?|shares?)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOTICES = re.compile(r"quảng cáo|tin liên quan|xem thêm|đọc thêm|advertisement|sponsored")
_GONE, _HIDDEN = {404, 410}, {401, 403, 407, 451}


@dataclass(frozen=True)
class Piece:
    """Lines that were kept and are there no more, and those in their place; either may be empty."""

    before: str
    after: str


@dataclass(frozen=True)
class LinkState:
    """What an address shows now; `status` is the server's or None, `now_at` where it leads when
    that is elsewhere, `pieces` how the texts differ."""

    state: State
    status: int | None = None
    now_at: str = ""
    pieces: tuple[Piece, ...] = ()

    def vi(self) -> str:
        """Return the reason in Vietnamese."""
        return REASONS[self.state].vi

    def en(self) -> str:
        """Return the reason in English."""
        return REASONS[self.state].en


@dataclass(frozen=True)
class Kept:
    """What is known of the page as it was kept: its text, where it was, the digest of its bytes."""

    read: Readable
    url: str
    sha256: str


def link_state(
    kept: Kept, now: Fetched | FetchRefused, read_now: Readable | None = None
) -> LinkState:
    """Return what became of a page; `read_now` is what can be read in `now`, where it was read.

    401, 403, 407 and 451 are hidden; 404 and 410 gone; no answer, other refusals and every other
    error silent. Another host or path than the one kept (apart from www., a last slash, letter case
    and the query) is moved. Without readable text the bytes decide.
    """
    if isinstance(now, FetchRefused):
        return LinkState("silent")
    if now.status in _GONE | _HIDDEN or now.status >= 400:
        state: State = "silent"
        if now.status in _GONE | _HIDDEN:
            state = "gone" if now.status in _GONE else "hidden"
        return LinkState(state, now.status)
    pieces = differ(kept.read.text, read_now.text) if read_now else ()
    if _place(now.final_url) != _place(kept.url):
        return LinkState("moved", now.status, now.final_url, pieces)
    if now.sha256 == kept.sha256:
        return LinkState("same", now.status)
    has_text = bool(kept.read.text) and read_now is not None
    changed = bool(pieces) if has_text else True
    return LinkState("changed" if changed else "same", now.status, "", pieces)


def differ(before: str, after: str) -> tuple[Piece, ...]:
    """Return how two texts differ, beyond what changes by itself.

    A line counts when something else stands in its place, or when it is gone and had three words or
    a number. Lines that came count from two lines and twelve words; those that announce other pages
    or advertisements never do.
    """
    old, new = _lines(before), _lines(after)
    pieces = []
    for run in runs([one[0] for one in old], [one[0] for one in new]):
        parts = old[run.old : run.old_end], new[run.new : run.new_end]
        if not run.same and _counts(*parts):
            said = [" ".join(line for _plain, line in part) for part in parts]
            pieces.append(Piece(said[0][:2000], said[1][:2000]))
    return tuple(pieces[:MOST_PIECES])


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in unicodedata.normalize("NFC", text).split("\n")[:MOST_LINES]:
        plain = " ".join(re.findall(r"\w+", _CHANGING.sub(" ", line).casefold()))
        if plain and not _NOTICES.search(line.casefold()):
            found.append((plain, line))
    return found


def _counts(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> bool:
    """Whether a difference is the page's own: something was taken away or put in its place, or at
    least two whole sentences came."""
    before = " ".join(plain for plain, _line in old)
    after = " ".join(plain for plain, _line in new)
    if before == after:
        return False
    if old:
        return len(before.split()) >= 3 or bool(new) or any(c.isdigit() for c in before)
    return len(new) >= 2 and len(after.split()) >= 12


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return host, parts.path.rstrip("/").lower()
