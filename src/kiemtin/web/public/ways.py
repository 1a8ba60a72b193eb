"""The ways by which somebody can be told of new fact-checks: only those that are set up here."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.connectors import connector
from kiemtin.desk.flow.joining import can_join

WRITTEN: dict[str, str | Promise] = {
    "zalo_oa": "Zalo",
    "zalo_bot": "Zalo Bot",
    "telegram": "Telegram",
    "sms_gate": _("Tin nhắn SMS"),
    "smpp": _("Tin nhắn SMS"),
}
"""Channels to which a person writes by themselves: nobody types the number of another. Messenger
and WhatsApp are not among them: they allow nothing after 24 hours.
"""


WRITTEN_MORE: dict[str, str | Promise] = {"email": _("Thư điện tử")}
"""A communicator can write by these too: who it is stands in the code that is written."""


@dataclass(frozen=True)
class Way:
    """A channel to write to; `where` is a number, a name or an address, "" when nobody said it."""

    label: str | Promise
    where: str

    @property
    def is_link(self) -> bool:
        """Whether it can be opened by a tap."""
        return self.where.startswith("https://")


def written() -> list[Way]:
    """The channels to write to."""
    places = settings.WRITE_TO
    return [Way(label, places.get(name, "")) for name, label in WRITTEN.items() if connector(name)]


def of_communicators() -> dict[str, Way]:
    """The channels by which a communicator can ask for bulletins, by their names."""
    labels = {name: label for name, label in (WRITTEN | WRITTEN_MORE).items() if can_join(name)}
    found = {name: Way(label, _where(name)) for name, label in labels.items()}
    return {name: way for name, way in found.items() if name != "email" or way.where}


def _where(name: str) -> str:
    """Where to write; to a mailbox only where the desk reads it."""
    mailbox = connector("email")
    if name != "email" or mailbox is None:
        return str(settings.WRITE_TO.get(name, ""))
    return str(mailbox.settings.address) if mailbox.settings.imap else ""


def email() -> bool:
    """Whether the desk can send e-mail."""
    return connector("email") is not None


def push_key() -> str:
    """The public key by which a browser lets the desk send notices; "" when it is not set up."""
    found = connector("web_push")
    return str(found.settings.public_key) if found else ""
