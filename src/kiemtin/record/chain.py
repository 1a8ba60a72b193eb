"""A chain of entries, each under the hash of the one before it: what is changed, taken out or put
in between later is found and named.

What it cannot show by itself: that the newest entries were cut off, or that all of it was made
anew. Both are seen by whoever kept an earlier number and hash (`known`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from kiemtin.canonical_json import canonical_json
from kiemtin.refusal import Refusal, Say

TAG = b"kiemtin-audit-v1\n"
"""Keeps these hashes apart from every other use of SHA-256 in the project."""

START = sha256(TAG).hexdigest()
"""What the first entry holds in place of a hash before it."""

SHOWN = 20
"""So many findings are told one by one; a chain that was made anew has one for every entry."""

HASH = re.compile(r"[0-9a-f]{64}\Z")


class Broken(Refusal):
    """One thing that is wrong with a chain, and where."""

    sentences: ClassVar = {
        "changed": Say(
            "Mục {number}: nội dung không khớp mã băm của nó. Mục này đã bị sửa.",
            "Entry {number}: its content does not fit its hash. It has been altered.",
        ),
        "unlinked": Say(
            "Mục {number}: không nối vào mục ngay trước nó. Mục {before} đã bị thay, hoặc mục "
            "{number} là mục giả.",
            "Entry {number}: it does not follow from the one before it. Entry {before} has been "
            "replaced, or entry {number} is made up.",
        ),
        "start": Say(
            "Mục {number}: sổ phải bắt đầu từ mục 0 và chưa nối vào mục nào.",
            "Entry {number}: the book must begin with entry 0, linked to none.",
        ),
        "missing": Say(
            "Thiếu mục {first} đến {last}: đã bị xoá.",
            "Entries {first} to {last} are missing: they have been removed.",
        ),
        "order": Say(
            "Mục {number} đứng sau mục {before}: sai thứ tự hoặc lặp lại.",
            "Entry {number} stands after entry {before}: out of order, or twice.",
        ),
        "cut": Say(
            "Đã biết mục {number}, nhưng sổ này không còn mục đó: phần cuối đã bị cắt.",
            "Entry {number} was known, but it is no longer in this book: its end was cut off.",
        ),
        "rewritten": Say(
            "Mục {number} không phải mục đã biết trước đây: sổ đã bị viết lại.",
            "Entry {number} is not the one that was known: the book has been rewritten.",
        ),
    }


@dataclass(frozen=True)
class Link:
    """One entry as kept; `body` is None where the reader is shown the hash only."""

    number: int
    body: Mapping[str, object] | None
    previous: str
    hash: str


@dataclass(frozen=True)
class Checked:
    """What a check of a whole chain found; `head` is the newest entry's hash ("" for none).

    `sealed` counts entries of which only the hash was there; `broken` all that is wrong, of which
    `findings` tells the first ones.
    """

    entries: int
    sealed: int
    newest: int
    head: str
    broken: int
    findings: tuple[Broken, ...]

    @property
    def holds(self) -> bool:
        """True when nothing is wrong."""
        return self.broken == 0


def link_hash(previous: str, body: Mapping[str, object]) -> str:
    """SHA-256(tag ‖ previous hash ‖ canonical body), in hexadecimal; raises NotCanonical."""
    return sha256(TAG + bytes.fromhex(previous) + canonical_json(body)).hexdigest()


def check(links: Iterable[Link], known: Mapping[int, str] | None = None) -> Checked:
    """Read a chain from its first entry to its newest and tell what is wrong with it.

    `known`: hashes by number that were written down before. Reads each entry once, keeps none.
    """
    wanted, found = dict(known or {}), list[Broken]()
    last: Link | None = None
    entries = sealed = broken = 0
    for link in links:
        wrong = [*_place(last, link), *_content(link), *_known(link, wanted)]
        broken += len(wrong)
        found += wrong[: SHOWN - len(found)]
        entries, sealed, last = entries + 1, sealed + (link.body is None), link
    cut = [Broken("cut", {"number": number}) for number in sorted(wanted)]
    return Checked(
        entries,
        sealed,
        last.number if last else -1,
        last.hash if last else "",
        broken + len(cut),
        (*found, *cut[: SHOWN - len(found)]),
    )


def _place(last: Link | None, link: Link) -> list[Broken]:
    here = {"number": link.number}
    before = -1 if last is None else last.number
    if link.number <= before:
        return [Broken("order", here | {"before": before})]
    if link.number > before + 1:
        return [Broken("missing", {"first": before + 1, "last": link.number - 1})]
    if last is None:
        return [] if link.previous == START else [Broken("start", here)]
    return [] if link.previous == last.hash else [Broken("unlinked", here | {"before": before})]


def _content(link: Link) -> list[Broken]:
    whole = HASH.match(link.hash) and HASH.match(link.previous)
    if whole and (link.body is None or link_hash(link.previous, link.body) == link.hash):
        return []
    return [Broken("changed", {"number": link.number})]


def _known(link: Link, wanted: dict[int, str]) -> list[Broken]:
    before = wanted.pop(link.number, link.hash)
    return [] if before == link.hash else [Broken("rewritten", {"number": link.number})]
