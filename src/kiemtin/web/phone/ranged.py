"""Gives a sound whole or in part: players ask for ranges, and some play nothing without (RFC 9110).

One range at a time; whatever else is asked for gets the whole.
"""

from __future__ import annotations

import re

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def sound(request: HttpRequest, file: File[bytes], content_type: str, tag: str) -> HttpResponse:
    """The file's bytes as asked for; `tag` is its hash, so that a phone need not fetch it twice."""
    size = file.size
    asked = _range(request.headers.get("Range", ""), size)
    if asked == (0, 0):
        gone = HttpResponse(status=416)
        gone.headers["Content-Range"] = f"bytes */{size}"
        return gone
    first, end = asked or (0, size)
    with file.open("rb") as opened:
        opened.seek(first)
        response = HttpResponse(opened.read(end - first), content_type=content_type)
    if asked:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {first}-{end - 1}/{size}"
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["ETag"] = f'"{tag}"'
    return response


def _range(header: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last; (0, 0) when nothing of it is there."""
    found = RANGE.fullmatch(header.strip())
    if found is None or found[1] == found[2] == "":
        return None
    if not found[1]:  # the last so many bytes
        first, end = max(0, size - int(found[2])), size
    else:
        first = int(found[1])
        end = min(size, int(found[2]) + 1) if found[2] else size
        if found[2] and int(found[2]) < first:
            return None
    return (first, end) if first < end else (0, 0)
