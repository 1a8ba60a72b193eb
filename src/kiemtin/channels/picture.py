"""Getting a picture that somebody sent from a channel's own API: where the settings say, within
limits, and nowhere else. Redirects are not followed: a token goes along.
"""

from collections.abc import Mapping
from time import monotonic
from typing import ClassVar
from urllib.parse import quote, urlsplit

import httpx

from kiemtin.channels.outbound import SendingFailed
from kiemtin.refusal import Refusal, Say

MOST_BYTES = 10 * 1024 * 1024
SECONDS = 15.0
"""For one answer, however slowly it drips."""

_PIECE = 64 * 1024
_PASSES = {"unreachable", "no_answer", "busy", "server"}


class PictureMissing(Refusal):
    """A picture that the channel does not give; `params` never carries an address or a token."""

    @property
    def may_pass(self) -> bool:
        """Whether the same picture may be had later."""
        return self.code == "unreachable"

    sentences: ClassVar = {
        "unreachable": Say(
            "Máy chủ của kênh chưa đưa được ảnh.", "The channel's server cannot give it now."
        ),
        "gone": Say("Kênh không còn giữ ảnh này.", "The channel does not have this picture."),
        "too_big": Say("Ảnh nặng hơn {limit} MB.", "The picture has more than {limit} MB."),
        "elsewhere": Say(
            "Kênh chỉ tới một máy chủ khác với máy chủ trong phần cài đặt.",
            "The channel points to another server than the one in the settings.",
        ),
        "answer": Say(
            "Câu trả lời của kênh không đọc được.", "The channel's answer cannot be read."
        ),
    }


def too_big() -> PictureMissing:
    """The refusal of a picture that is known to be too big."""
    return PictureMissing("too_big", {"limit": MOST_BYTES // 1024**2})


def of_failure(failed: SendingFailed) -> PictureMissing:
    """What it means for a picture that a question to the API failed."""
    return PictureMissing("unreachable" if failed.code in _PASSES else "gone")


def of_origin(address: str, origin: str) -> str:
    """Return an address that a peer named, put together anew behind the `origin` of the settings;
    raises PictureMissing (elsewhere) when it leads anywhere else.
    """
    try:
        given, own = urlsplit(address), urlsplit(origin)
    except ValueError:
        raise PictureMissing("elsewhere") from None
    if (given.scheme, given.netloc.lower()) != (own.scheme, own.netloc.lower()):
        raise PictureMissing("elsewhere")
    query = f"?{quote(given.query, safe='%=&+,:;/._-~')}" if given.query else ""
    return f"{own.scheme}://{own.netloc}{quote(given.path, safe='%/._-~')}{query}"


def get(
    http: httpx.Client,
    address: str,
    headers: Mapping[str, str] | None = None,
    most: int = MOST_BYTES,
) -> bytes:
    """Return what lies at an address of the API, at most `most` bytes, taken in SECONDS.

    Raises PictureMissing (unreachable, gone, too_big).
    """
    asked = {"Accept-Encoding": "identity", **(headers or {})}
    try:
        with http.stream("GET", address, headers=asked, follow_redirects=False) as answer:
            _require_there(answer)
            return _bounded(answer, most)
    except (httpx.HTTPError, httpx.InvalidURL):
        raise PictureMissing("unreachable") from None


def _require_there(answer: httpx.Response) -> None:
    if answer.status_code == 429 or answer.status_code >= 500:
        raise PictureMissing("unreachable")
    if answer.status_code != 200:
        raise PictureMissing("gone")


def _bounded(answer: httpx.Response, most: int) -> bytes:
    body, until = bytearray(), monotonic() + SECONDS
    for piece in answer.iter_bytes(_PIECE):
        body += piece
        if len(body) > most:
            raise too_big()
        if monotonic() > until:
            raise PictureMissing("unreachable")
    return bytes(body)
