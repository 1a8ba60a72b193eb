"""A mailbox and a mail server on this machine: IMAP4rev1 (RFC 3501) as far as reading needs it, and
SMTP by aiosmtpd, each with or without TLS."""

import asyncio
import re
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ADDRESS, USER, PASSWORD = "ban@tin.example", "ban", "mat khau thu"


@contextmanager
def certificate(folder: Path, host: str = "") -> Iterator[tuple[ssl.SSLContext, Path]]:
    """Yield a server's context and the file of the authority that speaks for `host`, or else for
    127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.DNSName(host) if host else x509.IPAddress(ip_address("127.0.0.1"))
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([here]), False)
        .add_extension(x509.BasicConstraints(True, None), True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(secret)
    (folder / "ca.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    yield context, folder / "ca.pem"


class Mailbox:
    """An IMAP server with one folder; `put` adds a mail, `said` has every command it was given."""

    def __init__(self, tls: ssl.SSLContext | None = None, *, starttls: bool = False) -> None:
        self.mails: dict[int, bytes] = {}
        self.came: dict[int, str] = {}
        self.validity = 1
        self.said: list[str] = []
        self.breaks_at = ""
        self.tls, self.starttls = tls, starttls
        self._server = _Server(("127.0.0.1", 0), _Talk)
        self._server.mailbox = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        return int(self._server.server_address[1])

    def put(self, mail: bytes | EmailMessage) -> int:
        """Add a mail and return its UID."""
        uid = max(self.mails, default=0) + 1
        raw = mail if isinstance(mail, bytes) else mail.as_bytes()
        self.mails[uid] = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        return uid

    def number_anew(self) -> None:
        """Give every mail another UID, as after a restored backup."""
        self.validity += 1
        self.mails = dict(enumerate(self.mails.values(), 101))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.leaving.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = False
    mailbox: Mailbox

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.leaving = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is no fault of the peer."""


class _Talk(socketserver.StreamRequestHandler):
    server: _Server
    timeout = 30
    disable_nagle_algorithm = True

    def setup(self) -> None:
        box = self.server.mailbox
        if box.tls and not box.starttls:
            self.request = box.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        super().finish()
        self.request.close()

    def say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self) -> None:
        self.say("* OK ready")
        while line := self._line():
            tag, _, rest = line.partition(" ")
            name = rest.split()[1] if rest.upper().startswith("UID ") else rest.split(" ")[0]
            box = self.server.mailbox
            box.said.append(rest if name.upper() != "LOGIN" else "LOGIN")
            if box.breaks_at == name.upper():
                return
            if box.breaks_at == f"HANG {name.upper()}":
                self.server.leaving.wait(30)
                return
            if not getattr(self, f"do_{name.lower()}", self.unknown)(tag, rest):
                return

    def _line(self) -> str:
        """One command with its literals put in."""
        line = self.rfile.readline()
        while found := re.search(rb"\{(\d+)\}\r\n$", line):
            self.say("+ go on")
            literal = self.rfile.read(int(found[1]))
            line = line[: found.start()] + b'"' + literal + b'"' + self.rfile.readline()
        return line.decode().rstrip("\r\n")

    def unknown(self, tag: str, rest: str) -> bool:
        self.say(f"{tag} BAD unknown")
        return True

    def do_capability(self, tag: str, rest: str) -> bool:
        offer = " STARTTLS" if self.server.mailbox.starttls else ""
        self.say(f"* CAPABILITY IMAP4rev1{offer}\r\n{tag} OK done")
        return True

    def do_starttls(self, tag: str, rest: str) -> bool:
        self.say(f"{tag} OK now")
        tls = self.server.mailbox.tls
        assert tls
        self.request = tls.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", 0)
        return True

    def do_login(self, tag: str, rest: str) -> bool:
        good = USER in rest and PASSWORD in rest
        self.say(f"{tag} OK in" if good else f"{tag} NO [AUTHENTICATIONFAILED] wrong")
        return True

    def do_examine(self, tag: str, rest: str) -> bool:
        box = self.server.mailbox
        if "INBOX" not in rest:
            self.say(f"{tag} NO no such folder")
            return True
        self.say(f"* {len(box.mails)} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)")
        self.say(f"* OK [UIDVALIDITY {box.validity}] valid\r\n{tag} OK [READ-ONLY] done")
        return True

    def do_search(self, tag: str, rest: str) -> bool:
        found = re.search(r"UID (\d+):\*$", rest)
        assert found
        uids = self.server.mailbox.mails
        # n:* always holds the last mail, also where its number is smaller (RFC 3501, section 9).
        hits = sorted(
            {uid for uid in uids if uid >= int(found[1])} | ({max(uids)} if uids else set())
        )
        self.say(f"* SEARCH {' '.join(map(str, hits))}".rstrip() + f"\r\n{tag} OK done")
        return True

    def do_fetch(self, tag: str, rest: str) -> bool:
        found = re.search(r"FETCH (\d+) \(.*<0\.(\d+)>", rest)
        assert found
        uid, most = int(found[1]), int(found[2])
        raw = self.server.mailbox.mails[uid][:most]
        came = self.server.mailbox.came.get(uid, "22-Nov-2026 07:00:00 +0700")
        self.say(f'* {uid} FETCH (UID {uid} INTERNALDATE "{came}" BODY[]<0> {{{len(raw)}}}')
        self.wfile.write(raw + b")\r\n")
        self.say(f"{tag} OK done")
        return True

    def do_logout(self, tag: str, rest: str) -> bool:
        self.say(f"* BYE\r\n{tag} OK done")
        return False


class Post:
    """An SMTP server that keeps what it gets in `mails`; `answers` says what it answers instead,
    by command ("MAIL", "RCPT", "DATA")."""

    def __init__(self, tls: ssl.SSLContext | None = None, *, starttls: bool = False) -> None:
        self.mails: list[tuple[str, list[str], EmailMessage]] = []
        self.answers: dict[str, str] = {}
        self._controller = _Controller(
            self,
            hostname="127.0.0.1",
            port=0,
            ssl_context=None if starttls else tls,
            tls_context=tls if starttls else None,
            require_starttls=starttls,
            authenticator=self._may_enter,
            auth_require_tls=starttls,
        )

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        assert isinstance(self._controller.server, asyncio.Server)
        return int(self._controller.server.sockets[0].getsockname()[1])

    def _may_enter(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        good = data.login == USER.encode() and data.password == PASSWORD.encode()
        return AuthResult(success=good, handled=False)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if "DATA" in self.answers:
            return self.answers["DATA"]
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append((str(envelope.mail_from), list(envelope.rcpt_tos), mail))
        return "250 OK"

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._controller.stop()


class _Controller(Controller):
    def _trigger_server(self) -> None:
        """Knock where it listens: aiosmtpd itself would knock at port 0."""
        assert isinstance(self.server, asyncio.Server)
        socket.create_connection(self.server.sockets[0].getsockname()[:2], 5).close()
