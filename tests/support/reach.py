"""Channels set up for a test, each leading to a peer on this machine; calls as peers make them."""

from datetime import datetime

from django.test import Client
from pytest_django import Settings

from kiemtin.desk import connectors
from kiemtin.desk.flow import deliver, incoming, sending
from tests.support.peers import zalo_oa

ASKER = "246845883529197922"
Signed = tuple[dict[str, str], bytes]


def set_up(settings: Settings, *environs: dict[str, str]) -> None:
    """Set up the channels of these environments and no other."""
    together: dict[str, str] = {}
    for one in environs:
        together |= one
    found, problems = connectors.read(together)
    assert not problems
    settings.CHANNELS = found


def call(client: Client, channel: str, signed: Signed) -> int:
    """A peer calls; return the status it is answered with."""
    headers, body = signed
    named = {name: value for name, value in headers.items() if name != "content-type"}
    answer = client.post(
        f"/kenh/{channel}/", body, content_type=headers["content-type"], headers=named
    )
    return int(answer.status_code)


def zalo_writes(client: Client, at: datetime, text: str, number: str, who: str = ASKER) -> int:
    """Somebody writes to the Official Account."""
    event = zalo_oa.message(at, text, who=who, number=number)
    return call(client, "zalo_oa", zalo_oa.signed(event))


def work() -> None:
    """The worker does all there is to do: events, jobs, sendings, until nothing is left."""
    while incoming.work_all() + deliver.run_due() + sending.send_due():
        pass
