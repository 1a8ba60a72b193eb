"""Forwarded: the pictures of an event are had from where the channel says they are, and taken in.

Public addresses by the desk's own way of fetching, others by the channel's module; whatever comes
is made anew before anything else sees it. One that cannot be had never costs the text.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

from kiemtin.channels.inbound import MOST_PICTURES, Event, Sent
from kiemtin.channels.outbound import client
from kiemtin.channels.picture import MOST_BYTES, PictureMissing
from kiemtin.desk import fetching
from kiemtin.desk.connectors import connector
from kiemtin.desk.flow.receive import Taken, take
from kiemtin.desk.moment import today
from kiemtin.desk.read_words import digits_back
from kiemtin.desk.urgency import looks_urgent
from kiemtin.media import ocr
from kiemtin.media.fetch import FetchRefused, fetch
from kiemtin.media.picture import PictureRefused
from kiemtin.refusal import Refusal
from kiemtin.text.canonical import TextRefused, check_text
from kiemtin.text.checkable import suggest

log = logging.getLogger(__name__)
SECONDS = 30.0
"""For the pictures of one message together; each gets what is left, at most ONE."""

ONE = 12.0
HOPS = 3
READING = ocr.Bounds(cpu_seconds=8, wait_seconds=10.0)
MOST_WORDS = 2_000
"""Characters that are read in the pictures of one message."""

_HEAVY = {"too_big", "bomb", "too_heavy", "decompression"}


@dataclass(frozen=True)
class Had:
    """`taken`: what came. `missing`: the code of the sentence about what did not, "" when all came.
    `may_pass`: whether trying again may bring more.
    """

    taken: tuple[Taken, ...] = ()
    missing: str = ""
    may_pass: bool = False


def have(channel: str, event: Event) -> Had:
    """Have the pictures of an event, one after the other."""
    taken, missing, may_pass = [], "", False
    if event.attachments.count("picture") > MOST_PICTURES:
        missing = "too_many"
    until = monotonic() + SECONDS
    for one in event.pictures[:MOST_PICTURES]:
        try:
            taken.append(take(_bytes(channel, one, min(ONE, until - monotonic()))))
        except Refusal as refused:
            log.info("picture.missing channel=%s code=%s", channel, refused.code)
            missing, may_pass = _why(refused), may_pass or _may_pass(refused)
    return Had(tuple(taken), missing, may_pass)


def _bytes(channel: str, one: Sent, seconds: float) -> bytes:
    if one.data:
        return one.data
    if seconds <= 0:
        raise PictureMissing("unreachable")
    if one.address:
        return _public(one.address, seconds)
    found = connector(channel)
    part = found.part("pictures") if found else None
    if found is None or part is None:
        raise PictureMissing("gone")
    with client() as http:
        return bytes(part.fetch(found.settings, http, one.name))


def _public(address: str, seconds: float) -> bytes:
    """Of an address that needs no token: asked like any page, in no network but the public one."""
    means = fetching.means()
    limits = replace(means.limits, most=MOST_BYTES, seconds=seconds, hops=HOPS)
    got = fetch(address, fetching.identity(), means=replace(means, limits=limits))
    if got.status == 200:
        return got.body
    raise PictureMissing("unreachable" if got.status == 429 or got.status >= 500 else "gone")


def _may_pass(refused: Refusal) -> bool:
    if isinstance(refused, PictureRefused):
        return refused.code == "busy"
    return isinstance(refused, FetchRefused | PictureMissing) and refused.may_pass


def _why(refused: Refusal) -> str:
    """The code of the sentence that its sender gets."""
    if refused.code in _HEAVY:
        return "too_big"
    unread = isinstance(refused, PictureRefused) and refused.code != "busy"
    return "unread" if unread else "gone"


def asks_by_picture(text: str, taken: Sequence[Taken]) -> bool:
    """Whether what is asked stands in the pictures: what was written says nothing to check."""
    vague = not suggest(text, today()).checkable and not looks_urgent(text)
    return bool(taken) and (not text.strip() or vague)


def read(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """The pictures with the words in them, as far as these can be read; bounded, never an error."""
    found = list(taken)
    for place, one in enumerate(taken):
        try:
            text = ocr.read_text(one.picture.data, bounds=READING).text
        except Refusal as refused:
            log.info("picture.unread code=%s", refused.code)
            break  # what hinders one hinders the others, and costs its time again
        found[place] = replace(one, words=text)
    return tuple(found)


def words(taken: Sequence[Taken]) -> str:
    """What was read in the pictures, "" for nothing."""
    found = [one.words for one in taken if one.words]
    return own_words(digits_back("\n".join(found))[:MOST_WORDS])


def own_words(text: str) -> str:
    """The text, "" when it has no letter and no digit: an emoji beside a picture says nothing that
    can be looked for. Raises TextRefused (too_long).
    """
    try:
        return check_text(text)
    except TextRefused as refused:
        if refused.code == "empty":
            return ""
        raise
