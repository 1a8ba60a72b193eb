"""What a WACZ or WARC of anyone holds, read record by record; its index is checked, never used."""

import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, is_zipfile

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.web.gzipped import plain
from kiemtin.media.readers.web.package import unwrap
from kiemtin.media.readers.web.records import Records
from kiemtin.media.readers.web.spent import No, Spent

_CODECS = ("utf-8", "ascii", "cp437", "latin-1", "idna")


def warm() -> None:
    """Load what names in archives are written in."""
    for name in _CODECS:
        b"".decode(name)


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return `entries` with their `sizes` and the bodies, or `no`: why the archive is not opened.

    `most` bytes may come of unpacking everything.
    """
    most = settings["most"]
    assert isinstance(most, int)
    try:
        return _read(data, Spent(most), Records(most))
    except No as no:
        return {"no": str(no)}, b""
    except (BadZipFile, RuntimeError, zlib.error, EOFError):
        raise Refused("broken") from None


def _read(data: bytes, spent: Spent, records: Records) -> tuple[dict[str, object], bytes]:
    warcs, about = _files(data, spent)
    while warcs:
        unpacked = plain(warcs.pop(0), spent)
        if unpacked[:5] != b"WARC/":
            raise No("kind" if not about["page"] else "broken")
        records.read(unpacked)
    if records.wrong:
        raise No("digest")
    for code, count in records.doubts.items():
        spent.doubt(code, count)
    return {**about, **records.facts(about["page"]), "doubts": spent.doubts}, records.bodies()


def _files(data: bytes, spent: Spent) -> tuple[list[bytes], dict[str, Any]]:
    """Return the WARCs of a file of either kind, and what it says about its page."""
    if is_zipfile(BytesIO(data)):
        return unwrap(data, spent)
    if data[:5] != b"WARC/" and data[:2] != b"\x1f\x8b":
        raise No("kind")
    spent.doubt("no_digest")
    return [data], {"page": "", "title": "", "text": ""}
