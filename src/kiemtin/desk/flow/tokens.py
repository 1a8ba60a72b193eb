"""Tokens that a peer lends: renewed by one worker at a time, kept before they are used.

A refresh token that may be used once only is the whole access: the new one is written down sealed,
in a transaction of its own, before anything is sent with it. When the answer to a refresh is lost
nobody can say which token holds; the old one is tried once more, and then a person is needed.
"""

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from django.db.models import F, Q

from kiemtin.channels.outbound import SendingFailed, Tokens
from kiemtin.desk.connectors import Connector
from kiemtin.desk.models import ChannelState
from kiemtin.desk.moment import now
from kiemtin.desk.sealing import seal, unseal

log = logging.getLogger(__name__)
EARLY = timedelta(minutes=10)
"""Renewed so long before the end: what is being sent meanwhile still goes out."""

HELD = timedelta(minutes=2)
"""A worker that began to renew and was not heard of again is taken to be lost."""


def current(connector: Connector, http: httpx.Client) -> Tokens | None:
    """The tokens to send with, renewed when it is time; None where a channel lends none.

    Raises SendingFailed (token) when there are none and (busy) while another worker renews them.
    """
    if connector.lender is None:
        return None
    state = _state(connector)
    tokens = _read(state)
    if tokens.access and (tokens.access_until is None or tokens.access_until - EARLY > now()):
        return tokens
    return renew(connector, http, state.turn)


def renew(connector: Connector, http: httpx.Client, turn: int) -> Tokens:
    """Exchange the refresh token of this turn; raises SendingFailed."""
    assert connector.lender is not None
    moment = now()
    free = Q(refreshing_at=None) | Q(refreshing_at__lt=moment - HELD)
    mine = ChannelState.objects.filter(free, channel=connector.name, turn=turn)
    if not mine.update(refreshing_at=moment):
        raise SendingFailed("busy", "refresh", 2.0)
    held = ChannelState.objects.filter(channel=connector.name, turn=turn, refreshing_at=moment)
    try:
        refresh = _read(held.get()).refresh
        lent = connector.lender.refresh(connector.settings, http, refresh, now())
    except SendingFailed as failed:
        held.update(refreshing_at=None, failed_at=now(), error=failed.code)
        log.error("tokens.not_renewed channel=%s error=%s", connector.name, failed.code)
        raise
    held.update(
        sealed=_written(lent),
        turn=F("turn") + 1,
        refreshing_at=None,
        refreshed_at=now(),
        failed_at=None,
        error="",
    )
    log.info("tokens.renewed channel=%s", connector.name)
    return lent


def spent(connector: Connector) -> None:
    """The peer refused the access token: the next sending renews it first."""
    state = _state(connector)
    tokens = _read(state)
    over = Tokens("", tokens.refresh, None, tokens.refresh_until)
    rows = ChannelState.objects.filter(pk=state.pk, turn=state.turn)
    rows.update(sealed=_written(over), turn=F("turn") + 1)


def put(channel: str, tokens: Tokens) -> None:
    """Keep tokens that a person brought from the peer's console; those of before are over."""
    state, _created = ChannelState.objects.get_or_create(channel=channel)
    ChannelState.objects.filter(pk=state.pk).update(
        sealed=_written(tokens), turn=F("turn") + 1, refreshing_at=None, failed_at=None, error=""
    )


def good_until(channel: str) -> datetime | None:
    """Until when the access token of a channel is good; None when there is none, or no end."""
    state = ChannelState.objects.filter(channel=channel).first()
    if state is None or state.sealed is None:
        return None
    tokens = _read(state)
    return tokens.access_until if tokens.access else None


def _state(connector: Connector) -> ChannelState:
    state, _made = ChannelState.objects.get_or_create(channel=connector.name)
    first = getattr(connector.settings, "refresh_token", "")
    if state.sealed is None and first:
        # The first one comes from the settings; from then on the database has the one that holds.
        state.sealed = _written(Tokens("", first))
        ChannelState.objects.filter(pk=state.pk, sealed=None).update(sealed=state.sealed)
    return state


def _read(state: ChannelState) -> Tokens:
    if state.sealed is None:
        raise SendingFailed("token", "none")
    said: dict[str, Any] = json.loads(unseal(bytes(state.sealed)))
    ends = [_moment(said.get(name)) for name in ("access_until", "refresh_until")]
    return Tokens(said["access"], said["refresh"], *ends)


def _written(tokens: Tokens) -> bytes:
    said = {
        "access": tokens.access,
        "refresh": tokens.refresh,
        "access_until": tokens.access_until and tokens.access_until.isoformat(),
        "refresh_until": tokens.refresh_until and tokens.refresh_until.isoformat(),
    }
    return seal(json.dumps(said))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
