"""The files of a WACZ, each compared with the digest given for it; its index is never used.

A file whose name tries to leave its folder is refused, though nothing is written anywhere: no
honest program wrote it.
"""

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kiemtin.media.readers.web.gzipped import STEP
from kiemtin.media.readers.web.spent import No, Spent

_NAMES = 2000
_OWN = {"datapackage.json", "datapackage-digest.json"}
_WAYS = {ZIP_STORED, ZIP_DEFLATED}


def unwrap(data: bytes, spent: Spent) -> tuple[list[bytes], dict[str, Any]]:
    """Return the WARCs by name, and `page`, `title`, `text` of what it shows; raises No (kind,
    broken, digest, too_big) and what zipfile raises."""
    files = _files(data, spent)
    package = _object(files.get("datapackage.json", b""))
    _check(files, package, spent)
    for name in files:
        if name.startswith("indexes/") and not _is_index(name, files[name]):
            spent.doubt("index")
    about = _about(package, files.get("pages/pages.jsonl", b""))
    named = sorted(name for name in files if re.fullmatch(r"archive/[^/]+\.warc(\.gz)?", name))
    if not named:
        raise No("kind")
    return [files[name] for name in named], about


def _files(data: bytes, spent: Spent) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with ZipFile(BytesIO(data)) as packed:
        listed = packed.infolist()
        if len(listed) > _NAMES:
            raise No("too_big")
        for info in (one for one in listed if not one.is_dir()):
            if info.filename in files or not _is_honest(info):
                raise No("broken")
            files[info.filename] = _file(packed, info, spent)
    return files


def _is_honest(info: ZipInfo) -> bool:
    name = info.filename
    is_trick = name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name[:3]
    return not is_trick and not info.flag_bits & 1 and info.compress_type in _WAYS


def _file(packed: ZipFile, info: ZipInfo, spent: Spent) -> bytes:
    held = bytearray()
    with packed.open(info) as file:
        while piece := file.read(STEP):
            held += spent.take(piece)
    return bytes(held)


def _check(files: dict[str, bytes], package: dict[str, Any], spent: Spent) -> None:
    """Compare every file with the digest given for it."""
    said = _object(files.get("datapackage-digest.json", b"")).get("hash")
    if said is not None and not _fits(said, files.get("datapackage.json", b"")):
        raise No("digest")
    listed = _listed(package)
    if not listed:
        spent.doubt("no_digest")
        return
    for path, digest in listed.items():
        if path not in files or not _fits(digest, files[path]):
            raise No("digest")
    if unlisted := len(set(files) - set(listed) - _OWN):
        spent.doubt("unlisted", unlisted)


def _listed(package: dict[str, Any]) -> dict[str, Any]:
    listed = package.get("resources") or []
    named = [one for one in listed if isinstance(one, dict) and isinstance(one.get("path"), str)]
    return {one["path"]: one.get("hash") for one in named}


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
    for said in _pages(pages):
        first = first or said
        if said["url"] == main:
            first = said
            break
    page = main if isinstance(main, str) else first.get("url", "")
    title = first.get("title") or package.get("title") or ""
    return {"page": page, "title": str(title)[:1000], "text": str(first.get("text") or "")}


def _pages(data: bytes) -> Iterator[dict[str, Any]]:
    for line in data.split(b"\n")[:5000]:
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict) and isinstance(said.get("url"), str):
            yield said


def _is_index(name: str, data: bytes) -> bool:
    """Whether an index reads as CDXJ; it may be packed and then must not become a bomb."""
    if name.endswith(".idx"):
        return True
    try:
        if data[:2] == b"\x1f\x8b":
            with gzip.open(BytesIO(data)) as packed:
                data = packed.read(16 * STEP)
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
