"""Where somebody who wrote over a channel is answered: address and receipt code, sealed together.

It is the loan of a reply address: with a message it ends with the answer or after 30 days, with a
reply of the desk when that was sent.
"""

import json

from kiemtin.desk.connectors import connector
from kiemtin.desk.models import ReplyAddress, Sending
from kiemtin.desk.sealing import seal, unseal


class Nobody(Exception):
    """There is nobody to send to any more: left, ended, or the address was erased."""


def pack(address: str, code: str) -> str:
    """Address and receipt code as one text, fit to be sealed."""
    return json.dumps({"to": address, "code": code})


def sealed(address: str, code: str = "") -> bytes:
    """The same, sealed, for a reply that is nobody's message."""
    return seal(pack(address, code))


def opened(sending: Sending) -> tuple[str, str]:
    """Address and receipt code of an answer or a reply; raises Nobody when they are erased."""
    held = sending.sealed
    if held is None and sending.message is not None:
        lent = ReplyAddress.objects.filter(message=sending.message.whole).first()
        held = lent.sealed if lent is not None else None
    if held is None:
        raise Nobody
    said = json.loads(unseal(bytes(held)))
    return said["to"], said["code"]


def sends_over(name: str) -> bool:
    """Whether something can be sent over this channel here."""
    found = connector(name)
    return found is not None and found.sender is not None
