"""What documents say: PDF, DOCX and plain text, each read in a process apart."""

from kiemtin.media.apart.reader import read
from kiemtin.media.inside import doubt
from kiemtin.media.inside.shape import MAX_TEXT, Found


def pdf(data: bytes, _kind: str) -> Found:
    """Return the text of the pages, their count, the facts and oddities of a PDF.

    Raises ReaderRefused (password for one that does not open without, too_heavy, broken …).
    """
    return doubt.found(read("pdf", data, {"most": MAX_TEXT + 1})[0])


def docx(data: bytes, _kind: str) -> Found:
    """Return the text, facts and oddities of a DOCX; raises ReaderRefused (program, bomb …)."""
    return doubt.found(read("docx", data, {"most": MAX_TEXT + 1})[0])


def plain(data: bytes, _kind: str) -> Found:
    """Return the letters of a text file; those of an HTML page with its marks, as they are."""
    return doubt.found(read("plain", data, {"most": MAX_TEXT + 1})[0])
