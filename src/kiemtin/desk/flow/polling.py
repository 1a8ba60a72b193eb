"""Polling: mailboxes, sources and message centres that do not call the desk are asked by it, by one
worker at a time; what comes is stored before the place where reading stopped is moved.

Whatever is read twice after a break has one effect.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from kiemtin.channels.inbound import Event, FetchFailed
from kiemtin.desk import keep_on
from kiemtin.desk.connectors import Connector, connector
from kiemtin.desk.flow import incoming, looking, shelf
from kiemtin.desk.models import ChannelState
from kiemtin.desk.moment import now

log = logging.getLogger(__name__)
EMAIL_EVERY = timedelta(minutes=1)
IDLE_SECONDS = 5.0
BEFORE = timedelta(hours=1)
"""So long before the first look a letter is still taken for one to the desk."""

Cursor = dict[str, Any]


def start(stop: threading.Event) -> list[threading.Thread]:
    """Begin to ask whatever is set up, a thread a channel, and to read the chosen sources."""
    steps: dict[str, Callable[[], bool]] = {
        "sources": looking.look,
        "pages": looking.look_at_page,
        "encoding": looking.encode,
        "passages": shelf.Keeper().step,
    }
    if connector("email"):
        steps["email"] = look_mail
    threads = [
        keep_on.start(f"polling.{name}", step, stop, IDLE_SECONDS) for name, step in steps.items()
    ]
    centre = connector("smpp")
    if centre:
        threads.append(keep_on.start("polling.smpp", partial(_listen, centre, stop), stop, 5.0))
    return threads


def look_mail() -> bool:
    """Fetch what came into the mailbox, when it is time; True when there was anything."""
    found = connector("email")
    if found is None or found.settings.imap is None:
        return False
    taken = _claim("email", EMAIL_EVERY)
    if taken is None:
        return False
    try:
        events, reached = found.part("inbound").fetch(found.settings, taken.get("since", ""))
    except FetchFailed as failed:
        _failed("email", failed.code)
        return False
    # What lay in the mailbox before it was set up here was not written to the desk of today.
    first = taken.get("from") or (now() - BEFORE).isoformat()
    with transaction.atomic():
        incoming.store("email", [one for one in events if one.happened_at.isoformat() >= first])
        # More may wait than is fetched at once: then the next look follows at once.
        begun = {} if events else {"polling_at": taken["polling_at"]}
        _reached(
            "email", taken, taken | {"since": reached, "from": first, "polling_at": None} | begun
        )
    return bool(events)


def _listen(centre: Connector, stop: threading.Event) -> bool:
    """Keep a connection to the message centre up until `stop` is set."""
    centre.part("inbound").listen(centre.settings, _take, stop)
    return False


def _take(event: Event) -> None:
    """Store before it is acknowledged; a connection to the database that broke is made anew."""
    try:
        incoming.store("smpp", [event])
    except Exception:
        connection.close()
        raise


def _claim(channel: str, every: timedelta) -> Cursor | None:
    """Take the turn to ask; None before it is time, and for all workers but one. A worker that is
    lost meanwhile holds nobody up: the next turn is free again.
    """
    state, _made = ChannelState.objects.get_or_create(channel=channel)
    moment, last = now(), state.cursor.get("polling_at")
    if last and datetime.fromisoformat(last) + every > moment:
        return None
    mine = state.cursor | {"polling_at": moment.isoformat()}
    return mine if _as_it_was(channel, last).update(cursor=mine) else None


def _as_it_was(channel: str, polling_at: str | None) -> Any:
    rows = ChannelState.objects.filter(channel=channel)
    if polling_at is None:
        no = Q(cursor__polling_at__isnull=True) | Q(cursor__polling_at=None)
        return rows.filter(no)
    return rows.filter(cursor__polling_at=polling_at)


def _reached(channel: str, taken: Cursor, cursor: Cursor) -> None:
    """Move the cursor, unless another took the turn meanwhile."""
    rows = _as_it_was(channel, taken["polling_at"])
    rows.update(cursor=cursor, failed_at=None, error="")


def _failed(channel: str, code: str) -> None:
    ChannelState.objects.filter(channel=channel).update(failed_at=now(), error=code)
    log.error("polling.failed channel=%s error=%s", channel, code)
