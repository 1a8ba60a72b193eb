"""Receipt codes: what an asker keeps to see the answer; the database holds only a keyed hash of
each.

A code is derived from channel and external id under the desk's secret, so a form that is sent
twice gets the same code and nobody else can guess it (60 bits).
"""

import re

from kiemtin.desk.keyed import mac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base32: no I, L, O, U to misread
LENGTH = 12


def code(channel: str, external_id: str) -> str:
    """The code for one item, such as "7KQM-2XPA-9TB4"."""
    number = int.from_bytes(mac("receipt", f"{channel}\0{external_id}")[:8], "big")
    letters = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))


def item(channel: str, external_id: str) -> str:
    """What the database holds of a channel's own name for an item: 64 hex digits. Channels and
    files name items by telephone numbers or accounts; the name itself is not kept.
    """
    return mac("item", f"{channel}\0{external_id}").hex()


def tidy(typed: str) -> str:
    """A code as typed by hand, put right: case, spaces, dashes, O for 0, I and L for 1."""
    letters = re.sub(r"[^0-9A-Z]", "", typed.upper())
    letters = letters.translate(str.maketrans("OIL", "011"))[:LENGTH]
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def lookup(typed: str) -> str:
    """What the database holds for a code: 64 hex digits."""
    return mac("lookup", tidy(typed)).hex()
