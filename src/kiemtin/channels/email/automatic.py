"""Mail that no person wrote for the desk: automatic answers, lists, bounces. It is never answered,
so that two machines do not write to each other for ever (RFC 3834)."""

from email.message import Message

from kiemtin.channels.email.addresses import is_machine

_BULK = {"bulk", "junk", "list", "auto_reply"}
_LISTS = ("List-Id", "List-Post", "List-Unsubscribe", "List-Help", "Mailing-List", "Feedback-ID")
_ANSWERS = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Failed-Recipients", "X-Loop")


def is_automatic(mail: Message, sender: str) -> bool:
    """Whether a machine wrote it, as far as its headers tell."""
    said = _value(mail, "Auto-Submitted").split(";")[0].strip()
    if said not in {"", "no"} or _value(mail, "Precedence") in _BULK:
        return True
    if any(name in mail for name in (*_LISTS, *_ANSWERS)):
        return True
    kind = mail.get_content_type()
    return _value(mail, "Return-Path") == "<>" or kind == "multipart/report" or is_machine(sender)


def _value(mail: Message, name: str) -> str:
    return str(mail.get(name, "")).strip().lower()
