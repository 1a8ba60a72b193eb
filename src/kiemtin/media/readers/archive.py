"""What a WACZ or WARC of anyone holds, read record by record; its index is checked, never used.

Nothing is written anywhere, so a file's name inside can do no harm; one that tries to is refused
all the same, because no honest program wrote it.
"""

import gzip
import hashlib
import json
import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.web.records import Records

MEMBERS = 100_000
"""Pieces of one packed file: each holds a record, and empty ones only cost time."""

_NAMES = 2000
_STEP = 1024 * 1024
_PIECE = 16 * 1024  # what follows a member is copied each time
_OWN = {"datapackage.json", "datapackage-digest.json"}
_CODECS = ("utf-8", "ascii", "cp437", "latin-1", "idna")


class No(Exception):
    """The archive is not opened; made with a code of ArchiveRefused."""


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
        return _Reading(most).of(data)
    except No as no:
        return {"no": str(no)}, b""
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError):
        raise Refused("broken") from None


class _Reading:
    def __init__(self, most: int) -> None:
        self._left = most
        self._most = most
        self._doubts: dict[str, int] = {}

    def of(self, data: bytes) -> tuple[dict[str, object], bytes]:
        """Read a file of either kind."""
        about: dict[str, Any] = {"page": "", "title": "", "text": ""}
        if is_zipfile(BytesIO(data)):
            warcs, about = self._wacz(data)
        elif data[:5] == b"WARC/" or data[:2] == b"\x1f\x8b":
            self._doubt("no_digest")
            warcs = [data]
        else:
            raise No("kind")
        del data
        records = Records(self._most)
        while warcs:
            plain = self._plain(warcs.pop(0))
            if plain[:5] != b"WARC/":
                raise No("kind" if not about["page"] else "broken")
            records.read(plain)
        for code, count in records.doubts.items():
            self._doubt(code, count)
        if records.wrong:
            raise No("digest")
        facts = {**about, **records.facts(about["page"]), "doubts": self._doubts}
        return facts, records.bodies()

    def _doubt(self, code: str, count: int = 1) -> None:
        self._doubts[code] = self._doubts.get(code, 0) + count

    def _take(self, piece: bytes) -> bytes:
        self._left -= len(piece)
        if self._left < 0:
            raise No("too_big")
        return piece

    def _plain(self, packed: bytes) -> bytes:
        """Unpack a file of many gzip members; of one that is cut the beginning."""
        if packed[:2] != b"\x1f\x8b":
            return packed
        self._left = self._most
        out, rest = bytearray(), memoryview(packed)
        for _member in range(MEMBERS):
            member = zlib.decompressobj(16 + zlib.MAX_WBITS)
            try:
                while not member.eof and (rest or member.unconsumed_tail):
                    piece = member.unconsumed_tail or rest[:_PIECE]
                    if not member.unconsumed_tail:
                        rest = rest[_PIECE:]
                    out += self._take(member.decompress(piece, _STEP))
            except zlib.error:
                self._doubt("cut")
                return bytes(out)
            if not member.eof:
                self._doubt("cut")
                return bytes(out)
            back = len(member.unused_data) + len(member.unconsumed_tail)
            place = len(packed) - len(rest) - back
            rest = memoryview(packed)[place:]
            if not rest:
                return bytes(out)
        raise No("too_big")

    def _wacz(self, data: bytes) -> tuple[list[bytes], dict[str, Any]]:
        files = self._files(data)
        package = _object(files.get("datapackage.json", b""))
        self._check(files, package)
        for name in files:
            if name.startswith("indexes/") and not _is_index(name, files[name]):
                self._doubt("index")
        about = _about(package, files.get("pages/pages.jsonl", b""))
        named = sorted(name for name in files if re.fullmatch(r"archive/[^/]+\.warc(\.gz)?", name))
        if not named:
            raise No("kind")
        return [files[name] for name in named], about

    def _files(self, data: bytes) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        with ZipFile(BytesIO(data)) as packed:
            listed = packed.infolist()
            if len(listed) > _NAMES:
                raise No("too_big")
            for info in listed:
                if info.is_dir():
                    continue
                if _is_trick(info.filename) or info.filename in files or info.flag_bits & 1:
                    raise No("broken")
                files[info.filename] = self._file(packed, info)
        return files

    def _file(self, packed: ZipFile, info: Any) -> bytes:
        held = bytearray()
        with packed.open(info) as file:
            while piece := file.read(_STEP):
                held += self._take(piece)
        return bytes(held)

    def _check(self, files: dict[str, bytes], package: dict[str, Any]) -> None:
        """Compare every file with the digest given for it."""
        said = _object(files.get("datapackage-digest.json", b"")).get("hash")
        if said is not None and not _fits(said, files.get("datapackage.json", b"")):
            raise No("digest")
        listed: dict[str, Any] = {}
        for one in package.get("resources") or []:
            if isinstance(one, dict) and isinstance(one.get("path"), str):
                listed[one["path"]] = one.get("hash")
        if not listed:
            self._doubt("no_digest")
            return
        for path, digest in listed.items():
            if path not in files or not _fits(digest, files[path]):
                raise No("digest")
        if unlisted := len(set(files) - set(listed) - _OWN):
            self._doubt("unlisted", unlisted)


def _is_trick(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name[:3]


def _object(data: bytes) -> dict[str, Any]:
    try:
        read = json.loads(data.decode("utf-8", "replace") or "{}")
    except (ValueError, RecursionError):
        raise No("broken") from None
    return read if isinstance(read, dict) else {}


def _fits(said: Any, body: bytes) -> bool:
    kind, _, value = str(said).partition(":")
    if kind not in {"sha256", "sha512", "md5"}:
        return False
    return hashlib.new(kind, body, usedforsecurity=False).hexdigest() == value.lower()


def _about(package: dict[str, Any], pages: bytes) -> dict[str, Any]:
    main = package.get("mainPageUrl")
    first: dict[str, Any] = {}
    for line in pages.split(b"\n")[:5000]:
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict) and isinstance(said.get("url"), str):
            first = first or said
            if said["url"] == main:
                first = said
                break
    page = main if isinstance(main, str) else first.get("url", "")
    title = first.get("title") or package.get("title") or ""
    return {"page": page, "title": str(title)[:1000], "text": str(first.get("text") or "")}


def _is_index(name: str, data: bytes) -> bool:
    """Whether an index reads as CDXJ; it may be packed and then must not become a bomb."""
    if name.endswith(".idx"):
        return True
    try:
        if data[:2] == b"\x1f\x8b":
            with gzip.open(BytesIO(data)) as packed:
                data = packed.read(16 * _STEP)
    except (OSError, EOFError, zlib.error):
        return False
    return all(_is_line(line) for line in data.split(b"\n")[:20_000] if line.strip())


def _is_line(line: bytes) -> bool:
    if line.startswith(b"!meta"):
        return True
    parts = line.split(b" ", 2)
    try:
        return len(parts) == 3 and parts[1].isdigit() and isinstance(json.loads(parts[2]), dict)
    except (ValueError, RecursionError):
        return False
