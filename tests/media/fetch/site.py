"""Fetching from the site of tricks, as the tests of this folder do it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from kiemtin.media.fetch import (
    LIMITS,
    Fetched,
    FetchRefused,
    Identity,
    Limits,
    Manners,
    Means,
    Network,
)
from kiemtin.media.fetch import fetch as fetch_as
from tests.support.peers.http import Peer

WHO = Identity("https://tin.example/", "ban@tin.example")
WHEN = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
NAMES = MappingProxyType({"bao.example": "127.0.0.1"})


def resolve(host: str, port: int) -> list[str]:
    """A name service that knows NAMES only."""
    if host not in NAMES:
        raise OSError
    return [NAMES[host]]


HERE = Network(resolve=resolve, loopback=True)


def means(
    limits: Limits = LIMITS, network: Network = HERE, manners: Manners | None = None
) -> Means:
    """Reach this machine, without pauses unless manners are given."""
    return Means(limits, network, manners or Manners(pause=0), lambda: WHEN)


def fetch(address: str, limits: Limits = LIMITS) -> Fetched:
    """Fetch from this machine."""
    return fetch_as(address, WHO, means=means(limits))


def refusal(address: str, limits: Limits = LIMITS, network: Network = HERE) -> str:
    """Return the code with which an address is refused; both sentences can be said."""
    with pytest.raises(FetchRefused) as caught:
        fetch_as(address, WHO, means=means(limits, network))
    assert "{" not in caught.value.vi() + caught.value.en()
    return caught.value.code


def trusting(ca: Path) -> Network:
    """This machine, its certificates spoken for by one file."""
    return replace(HERE, authorities=ca)


def named(peer: Peer, scheme: str = "http") -> str:
    """A peer's address by name."""
    return peer.address.replace("http://127.0.0.1", f"{scheme}://bao.example")
