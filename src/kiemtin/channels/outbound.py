"""What a channel sends, in one shape, and the ways in which sending can fail.

Nothing is sent twice by itself when it may have arrived: a failure says which kind it is.
"""

import json
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from time import monotonic
from typing import Any, ClassVar

import httpx

from kiemtin.refusal import Refusal, Say

TIMEOUT = httpx.Timeout(10.0, connect=5.0)
"""A peer that says nothing for ten seconds is tried again later; a worker is not held longer."""

SECONDS = 20.0
"""A whole answer; TIMEOUT alone counts pauses only."""

MAX_ANSWER = 256 * 1024


@dataclass(frozen=True)
class Outgoing:
    """One bulletin to one address. `key` names it for ever: a peer that knows keys sends it once.

    `to`, `text` and `html` are content and never logged; `attachments` are (name, type, bytes).
    """

    to: str = field(repr=False)
    text: str = field(repr=False)
    key: str = ""
    subject: str = field(default="", repr=False)
    html: str = field(default="", repr=False)
    url: str = ""
    leave_url: str = field(default="", repr=False)
    attachments: tuple[tuple[str, str, bytes], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Tokens:
    """What a peer lends for sending; `refresh` may be used once only. Moments are aware."""

    access: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    access_until: datetime | None = None
    refresh_until: datetime | None = None


class SendingFailed(Refusal):
    """A message did not go out, or nobody can say whether it did; the code says which.

    `wait`: seconds that the peer asked for. `status` is what the peer called it, never its text.
    """

    def __init__(self, code: str, status: str = "", wait: float | None = None) -> None:
        self.wait = wait
        super().__init__(code, {"status": status[:40]})

    @property
    def permanent(self) -> bool:
        """Whether trying again is of no use."""
        return self.code in {"gone", "window", "refused"}

    @property
    def uncertain(self) -> bool:
        """Whether the peer may have it: only one that knows our keys may be asked again."""
        return self.code in {"no_answer", "answer"}

    sentences: ClassVar = {
        "unreachable": Say(
            "Không nối được tới máy chủ của kênh.", "The channel's server cannot be reached."
        ),
        "no_answer": Say(
            "Máy chủ của kênh không trả lời; không rõ tin đã đi chưa.",
            "The channel's server did not answer; nobody can say whether it went out.",
        ),
        "busy": Say(
            "Kênh báo gửi quá nhanh hoặc đang quá tải ({status}).",
            "The channel says that it is too fast or overloaded ({status}).",
        ),
        "server": Say(
            "Máy chủ của kênh gặp lỗi ({status}).", "The channel's server failed ({status})."
        ),
        "token": Say(
            "Mã truy cập của kênh hết hạn hoặc không đúng ({status}).",
            "The channel's access token is over or wrong ({status}).",
        ),
        "gone": Say(
            "Người nhận không còn nhận tin qua kênh này ({status}).",
            "The recipient takes nothing by this channel any more ({status}).",
        ),
        "window": Say(
            "Kênh chỉ cho gửi trong một thời gian sau tin cuối của người nhận, nay đã quá "
            "({status}).",
            "The channel allows sending only for a time after the last message, and it is over "
            "({status}).",
        ),
        "refused": Say(
            "Kênh không nhận tin này ({status}).", "The channel refused the message ({status})."
        ),
        "answer": Say(
            "Câu trả lời của kênh không đọc được; không rõ tin đã đi chưa.",
            "The channel's answer cannot be read; nobody can say whether it went out.",
        ),
    }


def client() -> httpx.Client:
    """Return a client as every channel uses it: no redirects, no proxies of the environment.

    httpx and httpcore would log addresses and headers, and in these some peers want their tokens.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.Client(verify=_trusted(), timeout=TIMEOUT, follow_redirects=False, trust_env=False)


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities that are trusted; reading them takes longer than most sendings: done once."""
    return httpx.create_ssl_context(trust_env=False)


def post(http: httpx.Client, address: str, **given: Any) -> httpx.Response:
    """POST, and tell what failed apart: SendingFailed (unreachable, no_answer, busy, server).

    What the peer says with another status (400, 401, 403, …) is for the channel to read. At most
    MAX_ANSWER bytes are read, for at most SECONDS however slowly they drip.
    """
    try:
        with http.stream("POST", address, **given) as answer:
            body = _bounded(answer)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise SendingFailed("unreachable") from None
    except httpx.HTTPError:
        raise SendingFailed("no_answer") from None
    if answer.status_code == 429:
        raise SendingFailed("busy", "429", _wait(answer) or _told_wait(body))
    if answer.status_code == 504:
        raise SendingFailed("no_answer")
    if answer.status_code >= 500:
        raise SendingFailed("server", str(answer.status_code), _wait(answer))
    if body is None:
        raise SendingFailed("answer")
    return httpx.Response(answer.status_code, headers=_plain(answer.headers), content=body)


def _bounded(answer: httpx.Response) -> bytes | None:
    """Return the body, or None when it is too long or too slow."""
    body, until = b"", monotonic() + SECONDS
    for piece in answer.iter_bytes(16 * 1024):
        body += piece
        if len(body) > MAX_ANSWER or monotonic() > until:
            return None
    return body


def _plain(headers: httpx.Headers) -> list[tuple[str, str]]:
    """The headers without those that were true of the body as it travelled."""
    gone = {"content-encoding", "content-length", "transfer-encoding"}
    return [(name, value) for name, value in headers.multi_items() if name.lower() not in gone]


def json_answer(answer: httpx.Response) -> dict[str, object]:
    """Return the JSON object that the peer answered with; raises SendingFailed: answer, or token
    or refused where the status alone says that nothing was taken."""
    try:
        read: object = json.loads(answer.content)
    except (ValueError, RecursionError):
        read = None
    if isinstance(read, dict):
        return read
    refused = "token" if answer.status_code in {401, 404} else "refused"
    code = "answer" if answer.status_code < 300 else refused
    raise SendingFailed(code, str(answer.status_code))


def asked_wait(said: Mapping[str, object]) -> float | None:
    """Return the seconds of `parameters.retry_after`, at most an hour: how bots are told to wait
    (core.telegram.org/bots/api, ResponseParameters)."""
    told = said.get("parameters")
    seconds = told.get("retry_after") if isinstance(told, dict) else None
    if isinstance(seconds, bool) or not isinstance(seconds, int) or seconds <= 0:
        return None
    return float(min(seconds, 3600))


def _told_wait(body: bytes | None) -> float | None:
    try:
        said = json.loads(body or b"")
    except (ValueError, RecursionError):
        return None
    return asked_wait(said) if isinstance(said, dict) else None


def _wait(answer: httpx.Response) -> float | None:
    """Seconds of Retry-After, at most an hour; its form as a date is not used by any peer here."""
    said = answer.headers.get("Retry-After", "")
    return min(float(said), 3600.0) if said.isascii() and said.isdecimal() else None
