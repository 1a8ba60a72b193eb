"""The channels that are set up here, each behind the one shape that all of them have.

A channel's code is loaded when it is used: a desk without SMS loads nothing of SMS.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol, cast

import httpx
from django.conf import settings

from kiemtin.channels.inbound import Event
from kiemtin.channels.outbound import Outgoing, Tokens
from kiemtin.channels.setting import Setting, SettingRefused, missing, wanted

NAMES: tuple[str, ...] = (
    *("email", "zalo_oa", "zalo_bot", "telegram", "sms_gate", "smpp", "messenger", "whatsapp"),
    *("web_push", "partner", "feeds"),
)
"""Every channel that has settings, the most asked for first."""


class Settable(Protocol):
    """A channel's `settings` module."""

    NAME: str
    SETTINGS: Sequence[Setting]
    read: Callable[[Mapping[str, str]], Any]


class Webhook(Protocol):
    """A channel's `inbound` module, where its peer calls us. Only some have a handshake."""

    verify: Callable[[Any, Mapping[str, str], bytes, datetime], None]
    events: Callable[[Any, bytes, datetime], list[Event]]
    handshake: Callable[[Any, Mapping[str, str]], str]


class Sender(Protocol):
    """A channel's `outbound` module: what it can take, and how it is given."""

    KNOWS_KEYS: bool
    MOST_CHARS: int
    A_SECOND: float
    send: Callable[[Any, httpx.Client, Tokens | None, Outgoing], str]


class Lender(Protocol):
    """A channel's `tokens` module, where access is lent for hours only."""

    refresh: Callable[[Any, httpx.Client, str, datetime], Tokens]


@dataclass(frozen=True)
class Connector:
    """One channel that is set up, its settings read; its parts are loaded when asked for."""

    name: str
    settings: Any

    @property
    def webhook(self) -> Webhook | None:
        """What reads the peer's calls; None where the peer never calls."""
        found = _part(self.name, "inbound")
        return cast("Webhook", found) if hasattr(found, "verify") else None

    @property
    def sender(self) -> Sender | None:
        """What sends; None for a channel that only brings something in."""
        return cast("Sender | None", _part(self.name, "outbound"))

    @property
    def lender(self) -> Lender | None:
        """What renews tokens; None where access does not end."""
        return cast("Lender | None", _part(self.name, "tokens"))

    def part(self, name: str) -> Any:
        """Another module of the channel, None when it has none."""
        return _part(self.name, name)


def settable(name: str) -> Settable:
    """What a channel needs to be set up."""
    return cast("Settable", _part(name, "settings"))


def read(values: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The settings of every channel that is set up wholly, and a sentence for each fault.

    A channel of which nothing is set is off and no fault; one of which something is missing is off
    too, and `kiemtin channels check` says what.
    """
    found: dict[str, Any] = {}
    problems: list[str] = []
    for name in NAMES:
        if find_spec(f"kiemtin.channels.{name}") is None or _part(name, "settings") is None:
            continue
        channel = settable(name)
        if wanted(channel.SETTINGS, values) and not missing(channel.SETTINGS, values):
            try:
                found[name] = channel.read(values)
            except SettingRefused as refused:
                problems.append(refused.en())
    return found, problems


def connector(name: str) -> Connector | None:
    """The channel of this name when it is set up."""
    found = settings.CHANNELS.get(name)
    return Connector(name, found) if found is not None else None


def connectors() -> list[Connector]:
    """Every channel that is set up."""
    return [Connector(name, found) for name, found in settings.CHANNELS.items()]


def _part(name: str, part: str) -> Any:
    path = f"kiemtin.channels.{name}"
    return import_module(f"{path}.{part}") if find_spec(f"{path}.{part}") else None
