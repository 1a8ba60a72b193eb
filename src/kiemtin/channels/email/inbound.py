"""Read what came into the desk's mailbox since the last time; nothing there is changed or marked.

Each mail comes once: the cursor is the folder's UIDVALIDITY and the last UID read (RFC 3501,
section 2.3.1.1). When a server numbers anew, all are read again under their old names.
"""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from kiemtin.channels.email.mime import read_mail
from kiemtin.channels.email.settings import Server, Settings
from kiemtin.channels.inbound import Event, FetchFailed, Sent

AT_ONCE = 50
"""Mails in one look; what is left comes with the next."""

MAX_BYTES = 15 * 1024 * 1024
"""Read of one mail: the text comes first, then a picture of 10 MiB, a third longer in base64."""

TOGETHER = 24 * 1024 * 1024
"""Bytes of pictures after which the rest is left for the next look: all are held in memory."""

_BODY = f"BODY.PEEK[]<0.{MAX_BYTES}>"
_KEPT = (b"BODY[]<0>", b"BODY[]")


def fetch(settings: Settings, since: str) -> tuple[list[Event], str]:
    """Return what came after the cursor `since` ("" at the first time), and the next cursor.

    Raises FetchFailed (unreachable, denied, folder, answer); the cursor is then as it was.
    """
    if settings.imap is None:
        return [], since
    with _mailbox(settings, settings.imap) as mailbox:
        validity = _open(mailbox, settings.folder)
        last = _last(since, validity)
        uids = [uid for uid in sorted(mailbox.search(["UID", f"{last + 1}:*"])) if uid > last]
        found: list[Event] = []
        for uid in uids[:AT_ONCE]:
            answer = mailbox.fetch([uid], [_BODY, "INTERNALDATE"]).get(uid, {})
            found += _event(settings, answer)
            last = uid
            if sum(len(one.data) for event in found for one in event.pictures) > TOGETHER:
                break
    return found, f"{validity}:{last}"


def _event(settings: Settings, answer: Mapping[bytes, object]) -> Iterator[Event]:
    raw = next((answer[name] for name in _KEPT if name in answer), None)
    mail = read_mail(raw) if isinstance(raw, bytes) else None
    if mail is None or mail.sender.lower() == settings.address.lower():
        return
    at = answer.get(b"INTERNALDATE")
    known = isinstance(at, datetime) and at.tzinfo is not None
    # In UTC: IMAPClient's own time zone cannot be copied.
    happened_at = at.astimezone(UTC) if known and isinstance(at, datetime) else datetime.now(UTC)
    yield Event(
        "message",
        mail.name,
        happened_at,
        mail.sender,
        mail.text,
        attachments=mail.kinds,
        pictures=tuple(Sent(data=one) for one in mail.pictures),
    )


@contextmanager
def _mailbox(settings: Settings, server: Server) -> Iterator[IMAPClient]:
    """A connection that has logged in; whatever goes wrong inside is told as FetchFailed."""
    try:
        with _connect(settings, server) as mailbox:
            mailbox.normalise_times = False
            mailbox.login(settings.user or settings.address, settings.password)
            yield mailbox
    except FetchFailed:
        raise
    except LoginError as error:
        # The library says the same of a server that leaves while one signs in.
        left = isinstance(error.__context__, IMAPClientAbortError)
        raise FetchFailed("unreachable" if left else "denied") from None
    except (IMAPClientAbortError, OSError, EOFError):
        raise FetchFailed("unreachable") from None
    except (IMAPClientError, ValueError, TypeError, AssertionError):
        raise FetchFailed("answer") from None


def _connect(settings: Settings, server: Server) -> IMAPClient:
    trust: ssl.SSLContext = settings.trust()
    mailbox = IMAPClient(
        server.host,
        server.port,
        ssl=server.security == "tls",
        ssl_context=trust if server.security == "tls" else None,
        timeout=server.seconds,
    )
    if server.security == "starttls":
        try:
            mailbox.starttls(trust)
        except BaseException:
            mailbox.shutdown()
            raise
    return mailbox


def _open(mailbox: IMAPClient, folder: str) -> int:
    """Open for reading only and return UIDVALIDITY."""
    try:
        opened = mailbox.select_folder(folder, readonly=True)
    except IMAPClientError as error:
        if isinstance(error, IMAPClientAbortError):
            raise
        raise FetchFailed("folder") from None
    return int(opened.get(b"UIDVALIDITY", 0))


def _last(since: str, validity: int) -> int:
    was, _, uid = since.partition(":")
    known = was == str(validity) and uid.isascii() and uid.isdecimal()
    return int(uid) if known else 0
