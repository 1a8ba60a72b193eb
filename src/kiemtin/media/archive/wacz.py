"""Pack a WARC with its index, its page and every file's digest as WACZ 1.1.1, reproducibly.

Specification: https://specs.webrecorder.net/wacz/1.1.1/ . Already packed files are stored as they
are, so that a viewer can read single records out of the archive.
"""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from kiemtin.media.archive.warc import SOFTWARE, Written

VERSION = "1.1.1"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Page:
    """What the list of pages says: `at` as WARC writes times."""

    url: str
    at: str
    title: str
    text: str


def pack(warc: bytes, written: Sequence[Written], page: Page) -> bytes:
    """Return the WACZ."""
    files = {
        "archive/data.warc.gz": warc,
        "indexes/index.cdx.gz": gzip.compress(cdxj(written).encode(), mtime=0),
        "pages/pages.jsonl": _pages(page).encode("utf-8", "replace"),
    }
    package = _json(_package(page, files))
    digest = _json({"path": "datapackage.json", "hash": _hash(package)})
    return _zip({**files, "datapackage.json": package, "datapackage-digest.json": digest})


def _package(page: Page, files: Mapping[str, bytes]) -> dict[str, object]:
    listed = [
        {"name": path.rpartition("/")[2], "path": path, "hash": _hash(body), "bytes": len(body)}
        for path, body in files.items()
    ]
    return {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": page.title or page.url,
        "created": page.at,
        "software": SOFTWARE,
        "mainPageUrl": page.url,
        "mainPageDate": page.at,
        "resources": listed,
    }


def cdxj(written: Sequence[Written]) -> str:
    """Return the index: a sortable key, the time, and where the record stands, a line each."""
    lines = []
    for one in written:
        place = {
            "url": one.url,
            "mime": one.mime or "unk",
            "status": str(one.status),
            "digest": one.digest,
            "length": str(one.length),
            "offset": str(one.offset),
            "filename": "data.warc.gz",
        }
        at = re.sub(r"\D", "", one.at)
        lines.append(f"{key(one.url)} {at} {json.dumps(place)}\n")
    return "".join(sorted(lines))


def key(url: str) -> str:
    """Return an address with its host turned round, so that those of one site stand together
    (SURT, as in http://crawler.archive.org/articles/user_manual/glossary.html)."""
    parts = urlsplit(url.lower())
    if parts.scheme not in {"http", "https"}:
        return url.lower().replace(" ", "%20")
    host = (parts.hostname or "").removeprefix("www.")
    turned = host if ":" in host else ",".join(reversed(host.split(".")))
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    return f"{turned}{port}){parts.path or '/'}{query}"


def _pages(page: Page) -> str:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": True}
    name = sha256(f"{page.url} {page.at}".encode()).hexdigest()[:12]
    said = {"id": name, "url": page.url, "ts": page.at, "title": page.title, "text": page.text}
    return f"{json.dumps(head)}\n{json.dumps(said, ensure_ascii=False)}\n"


def _zip(files: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as packed:
        for path, body in files.items():
            info = ZipInfo(path, _EPOCH)
            info.external_attr = 0o644 << 16
            packed.writestr(info, body)
    return held.getvalue()


def _json(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def _hash(body: bytes) -> str:
    return f"sha256:{sha256(body).hexdigest()}"
