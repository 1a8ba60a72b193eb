"""What a channel's peer tells us, in one shape; a webhook is believed only when it is signed.

An event is raw: its text is not redacted and its sender is an address. It is kept sealed until it
has been worked on, and never logged or shown.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar, Literal

from kiemtin.refusal import Refusal, Say

MAX_BODY = 1024 * 1024
"""Bytes of one webhook. A text of 10,000 characters takes 40 kB; pictures come as links."""

MAX_AGE = timedelta(hours=24)
"""Where a time is signed: older is a replay. Peers try again for some hours (SMS Gate 2 days at the
most, Zalo 1 hour); what is late and true comes once more by the person."""

MOST_PICTURES = 3
"""Of one message: each costs a visit and two processes; more can come in another message."""

Kind = Literal["message", "follow", "unfollow", "received", "seen", "failed", "other"]


@dataclass(frozen=True)
class Sent:
    """A picture that somebody sent. Only one is given: its public `address`; the peer's `name` for
    it, with which the channel's own `pictures` module asks the API; or `data`, where the bytes came
    along. None is looked at before the event is worked on.
    """

    address: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Event:
    """One thing that happened at the peer.

    `external_id` names it for ever within the channel (made of the body's hash where the peer gives
    none); `sender` is where an answer would go; `ours` is the peer's id of a message of ours, for
    received, seen and failed; `why` is then a code of `SendingFailed`, for what a peer took at
    first and could not deliver; `attachments` are kinds ("picture", "sticker", "audio", …), never
    contents; `pictures` the first MOST_PICTURES of the pictures; `album` the peer's name for what
    was sent in one go and comes as several messages, answered once.
    """

    kind: Kind
    external_id: str
    happened_at: datetime
    sender: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    ours: str = ""
    why: str = ""
    attachments: tuple[str, ...] = ()
    pictures: tuple[Sent, ...] = field(default=(), repr=False)
    album: str = ""


class WebhookRefused(Refusal):
    """A request that is not what the peer would send; nothing of it is stored."""

    sentences: ClassVar = {
        "signature": Say(
            "Chữ ký của kênh không đúng. Hãy kiểm tra khoá bí mật ở cả hai phía.",
            "The channel's signature is wrong. Check the secret on both sides.",
        ),
        "replay": Say(
            "Thời điểm ký lệch quá xa giờ của máy chủ. Hãy kiểm tra đồng hồ ở cả hai phía.",
            "The signed time is too far from the server's. Check the clocks on both sides.",
        ),
        "body": Say(
            "Nội dung không phải dạng mà kênh này gửi.",
            "The body is not what this channel sends.",
        ),
        "too_big": Say("Nội dung nặng hơn {limit} byte.", "The body has more than {limit} bytes."),
    }


class FetchFailed(Refusal):
    """A mailbox or a feed could not be read this time; nothing was taken, the next try may do."""

    sentences: ClassVar = {
        "unreachable": Say("Không nối được tới máy chủ.", "The server cannot be reached."),
        "denied": Say(
            "Máy chủ không cho vào. Hãy kiểm tra tên và mật khẩu.",
            "The server let nobody in. Check the name and the password.",
        ),
        "folder": Say(
            "Máy chủ không có thư mục này. Hãy kiểm tra tên thư mục.",
            "The server has no such folder. Check its name.",
        ),
        "answer": Say(
            "Câu trả lời của máy chủ không đọc được.", "The server's answer cannot be read."
        ),
        "too_big": Say(
            "Câu trả lời nặng hơn {limit} byte hoặc đến quá chậm.",
            "The answer has more than {limit} bytes or comes too slowly.",
        ),
        "address": Say(
            "Địa chỉ này không được phép: chỉ nhận máy chủ công khai trên Internet.",
            "This address is not allowed: only public servers on the Internet are.",
        ),
        "status": Say("Máy chủ trả lời {status}.", "The server answered {status}."),
    }


Verify = Callable[[Mapping[str, str], bytes, datetime], None]
"""Headers (names in lower case), the raw body, now → raises WebhookRefused unless it is signed."""


def same(ours: str, theirs: str) -> bool:
    """Compare two secrets in a time that says nothing about where they differ."""
    return hmac.compare_digest(ours.encode(), theirs.encode("utf-8", "replace"))


def require_fresh(signed_at: datetime, now: datetime, most: timedelta = MAX_AGE) -> None:
    """Raise WebhookRefused (replay) when the signed moment is further than `most` from now."""
    if abs(now - signed_at) > most:
        raise WebhookRefused("replay")
