"""Reading a mail that anyone may have sent, broken as it may be, down to what a person wrote.

Attachments are named by kind; of pictures alone the bytes are taken along, unread.
"""

from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from kiemtin.channels.email.addresses import is_address
from kiemtin.channels.email.automatic import is_automatic
from kiemtin.channels.email.written import own_words
from kiemtin.channels.inbound import MOST_PICTURES
from kiemtin.channels.payload import name_of
from kiemtin.channels.plain import text_of_html

MAX_PARTS = 100
MAX_KINDS = 10
ICON = 8 * 1024
"""Bytes: what stands in the text and is smaller is an icon of a signature, no screenshot."""

_KINDS = {"image": "picture", "audio": "audio", "video": "video", "text": "file"}


@dataclass(frozen=True)
class Mail:
    """What is taken from a mail; `name` is the same however often the mail is read."""

    name: str
    sender: str = field(repr=False)
    text: str = field(repr=False)
    kinds: tuple[str, ...]
    pictures: tuple[bytes, ...] = field(default=(), repr=False)


def read_mail(raw: bytes) -> Mail | None:
    """Return what a person wrote, or None: an automatic mail, no sender, nothing in it.

    Any bytes are taken; a mail that is cut off is read as far as it goes.
    """
    try:
        mail = message_from_bytes(raw)
        return _read(mail)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        # The standard library's reader fails in many ways on mail made to break it.
        return None


def _read(mail: Message) -> Mail | None:
    sender = _sender(mail)
    if not sender or is_automatic(mail, sender):
        return None
    plain, html, kinds = "", "", []
    pictures: list[bytes] = []
    for part in _leaves(mail):
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment" or part.get_filename()
        if kind == "text/plain" and not attached:
            plain += _text(part)
        elif kind == "text/html" and not attached:
            html += _text(part)
        elif kind != "message/delivery-status":
            found = _picture(part)
            kind = _KINDS.get(part.get_content_maintype(), "file")
            kinds.append("icon" if kind == "picture" and not found else kind)
            pictures += found
    # A person's own words in HTML stand outside the quotation that mail programs mark.
    body = plain.strip() or text_of_html(html, quotes=False) or text_of_html(html)
    text = own_words(_header(mail, "Subject"), body)
    if not text and not kinds:
        return None
    names = (_header(mail, one) for one in ("Message-ID", "Date"))
    name = name_of(*names, sender, text)
    return Mail(name, sender, text, tuple(kinds[:MAX_KINDS]), tuple(pictures[:MOST_PICTURES]))


def _picture(part: Message) -> list[bytes]:
    raw = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
    attached = part.get_content_disposition() == "attachment"
    return [raw] if isinstance(raw, bytes) and (attached or len(raw) >= ICON) else []


def _sender(mail: Message) -> str:
    """The one address of From; Reply-To is not believed, it could be anybody's."""
    found = [one for _name, one in getaddresses([_header(mail, "From")]) if one]
    return found[0] if len(found) == 1 and is_address(found[0]) else ""


def _leaves(mail: Message) -> list[Message]:
    leaves = []
    for count, part in enumerate(mail.walk()):
        if count >= MAX_PARTS:
            break
        if not part.is_multipart():
            leaves.append(part)
    return leaves


def _text(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1258"):
        try:
            return raw.decode(charset)
        except (LookupError, ValueError):
            continue
    return raw.decode("utf-8", "replace")


def _header(mail: Message, name: str) -> str:
    raw = str(mail.get(name, ""))[:2000]
    try:
        return "".join(_piece(text, charset) for text, charset in decode_header(raw))
    except (MessageError, LookupError, ValueError):
        return raw


def _piece(text: bytes | str, charset: str | None) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return text.decode("utf-8", "replace")
