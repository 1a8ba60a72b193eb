"""Keep a web page so that it can be shown later, and show it again without any network.

Everything that strangers sent is read in a process apart; what is shown again is one document that
fetches nothing and runs nothing.
"""

from kiemtin.media.archive.again import Kept, LinkState, Piece, link_state
from kiemtin.media.archive.drawn import screenshot
from kiemtin.media.archive.gathering import Missing
from kiemtin.media.archive.keep import Captured, capture, keep, read_fetched
from kiemtin.media.archive.limits import CAPTURE, CaptureLimits
from kiemtin.media.archive.opened import open_archive
from kiemtin.media.archive.read_page import Readable, readable
from kiemtin.media.archive.refusal import ArchiveRefused, Doubt
from kiemtin.media.archive.shape import Archive, Entry
from kiemtin.media.archive.shown import Replay, replay

__all__ = [
    "CAPTURE",
    "Archive",
    "ArchiveRefused",
    "CaptureLimits",
    "Captured",
    "Doubt",
    "Entry",
    "Kept",
    "LinkState",
    "Missing",
    "Piece",
    "Readable",
    "Replay",
    "capture",
    "keep",
    "link_state",
    "open_archive",
    "read_fetched",
    "readable",
    "replay",
    "screenshot",
]
