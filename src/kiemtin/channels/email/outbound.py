"""One mail to one person, under the desk's name, with one tap to leave (RFC 8058).

There is never a second recipient, open or hidden.
"""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import httpx

from kiemtin.channels.email.addresses import is_address
from kiemtin.channels.email.settings import Settings
from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens
from kiemtin.channels.payload import clean, name_of

KNOWS_KEYS = False
"""The Message-ID is made of the key, but no server has to drop a second one."""

MOST_CHARS = 100_000
"""The longest body that is sent."""

A_SECOND = 2.0
"""Gmail and Outlook allow some 30 messages a minute and 2,000 to 10,000 a day to one account."""

MAX_ATTACHED = 10 * 1024 * 1024
"""Bytes, before base64 makes a third more of them: most servers take 20 to 25 MB."""

_POLICY = SMTP.clone(max_line_length=990)
"""RFC 5322 allows 998; folding at 78 would break long links in headers into encoded pieces."""

_GONE = ("5.1.", "5.2.1", "5.7.13")
_GONE_PLAIN = {550, 551, 553}
_TOKEN = {530, 534, 535, 538}


def send(settings: Settings, http: httpx.Client, tokens: Tokens | None, out: Outgoing) -> str:
    """Send the mail and return its Message-ID; raises SendingFailed."""
    mail = message(settings, out)
    body = mail.as_bytes()
    with _server(settings) as server:
        _say(server.mail(settings.address), "sender")
        _say(server.rcpt(out.to), "recipient")
        _hand_over(server, body)
    return str(mail["Message-ID"])


def message(settings: Settings, out: Outgoing) -> EmailMessage:
    """Return the mail as it goes out; raises SendingFailed (gone, refused) before anything goes."""
    if not is_address(out.to):
        raise SendingFailed("gone", "address")
    if len(out.text) > MOST_CHARS or sum(len(one[2]) for one in out.attachments) > MAX_ATTACHED:
        raise SendingFailed("refused", "length")
    mail = EmailMessage(_POLICY)
    user, _, domain = settings.address.rpartition("@")
    mail["From"] = Address(settings.name, user, domain)
    mail["To"] = out.to
    mail["Subject"] = clean(" ".join(out.subject.split()))[:300]
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = f"<{name_of(out.key)}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    _let_leave(mail, out.leave_url)
    mail.set_content(clean(out.text), cte="base64")
    if out.html:
        mail.add_alternative(clean(out.html), subtype="html", cte="base64")
    for name, kind, data in out.attachments:
        main, _, sub = kind.partition("/")
        mail.add_attachment(data, main, sub or "octet-stream", filename=clean(name))
    return mail


def _let_leave(mail: EmailMessage, url: str) -> None:
    if not url or not url.isascii() or set(url) & set("<> \r\n") or len(url) > 900:
        return
    mail["List-Unsubscribe"] = f"<{url}>"
    if url.startswith("https://"):
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


@contextmanager
def _server(settings: Settings) -> Iterator[smtplib.SMTP]:
    """A connection that has logged in. Until the mail is handed over, a failure is a plain one."""
    server = _connect(settings)
    try:
        if settings.smtp.security == "starttls":
            server.starttls(context=settings.trust())
        if settings.password:
            server.login(settings.user or settings.address, settings.password)
        server.ehlo_or_helo_if_needed()
        yield server
    except smtplib.SMTPAuthenticationError as error:
        raise _failure(error.smtp_code, error.smtp_error, "login") from None
    except smtplib.SMTPResponseException as error:
        raise _failure(error.smtp_code, error.smtp_error, "sender") from None
    except smtplib.SMTPNotSupportedError:
        raise SendingFailed("token", "server") from None
    except (OSError, smtplib.SMTPException, UnicodeError):
        raise SendingFailed("unreachable") from None
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


def _connect(settings: Settings) -> smtplib.SMTP:
    one = settings.smtp
    # The machine's own name is nobody's business, and looking it up can take long.
    name = settings.address.rpartition("@")[2]
    try:
        if one.security == "tls":
            trust = settings.trust()
            return smtplib.SMTP_SSL(one.host, one.port, name, timeout=one.seconds, context=trust)
        return smtplib.SMTP(one.host, one.port, name, timeout=one.seconds)
    except smtplib.SMTPConnectError as error:
        raise _failure(error.smtp_code, error.smtp_error, "sender") from None
    except (OSError, smtplib.SMTPException):
        raise SendingFailed("unreachable") from None


def _hand_over(server: smtplib.SMTP, body: bytes) -> None:
    """After the last dot nobody can say whether a silent server has it."""
    try:
        code, said = server.data(body)
    except smtplib.SMTPDataError as error:
        raise _failure(error.smtp_code, error.smtp_error, "data") from None
    except (OSError, smtplib.SMTPServerDisconnected):
        raise SendingFailed("no_answer") from None
    _say((code, said), "data")


def _say(answer: tuple[int, bytes], step: str) -> None:
    if not 200 <= answer[0] < 300:
        raise _failure(answer[0], answer[1], step)


def _failure(code: int, said: bytes | str, step: str) -> SendingFailed:
    """What an answer means (RFC 5321, section 4.2; RFC 3463): the code, never the server's text,
    which may quote the address."""
    text = said.decode("ascii", "replace") if isinstance(said, bytes) else said
    detail = text.split(maxsplit=1)[0] if text.split() else ""
    detail = detail if detail.replace(".", "").isdecimal() and detail.count(".") == 2 else ""
    status = f"{code} {detail}".strip()
    if code < 200:
        # smtplib's own number for an answer that is none of SMTP.
        return SendingFailed("unreachable")
    if code in _TOKEN or (step == "login" and code >= 500):
        return SendingFailed("token", status)
    if code < 500:
        return SendingFailed("busy" if code in {421, 450, 451, 452} else "server", status)
    if step == "recipient" and (detail.startswith(_GONE) if detail else code in _GONE_PLAIN):
        return SendingFailed("gone", status)
    return SendingFailed("refused", status)
