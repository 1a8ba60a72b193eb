"""Delivery receipts: which message of ours, and what became of it.

Source: SMPP 3.4, appendix B (the text of a receipt), 5.2.28 (states), 5.3.2.12, 5.3.2.35.
"""

import re
from dataclasses import dataclass

from kiemtin.channels.inbound import Kind

STATES: dict[str, Kind] = {
    "DELIVRD": "received",
    "EXPIRED": "failed",
    "DELETED": "failed",
    "UNDELIV": "failed",
    "REJECTD": "failed",
}
"""By the words of the receipt; ENROUTE, ACCEPTD and UNKNOWN say nothing yet."""

NUMBERS = {2: "DELIVRD", 3: "EXPIRED", 4: "DELETED", 5: "UNDELIV", 8: "REJECTD"}

_ID = re.compile(r"\bid:([^\s:]{1,65})")
_STATE = re.compile(r"\bstat:([A-Z]{3,8})")


@dataclass(frozen=True)
class Receipt:
    """What a receipt says; `state` is a word as in STATES, or "" for none."""

    ours: str
    state: str

    @property
    def kind(self) -> Kind:
        """What it is to the desk."""
        return STATES.get(self.state, "other")


def read_receipt(text: str, named: str, state: int | None, hex_ids: bool) -> Receipt:
    """Return what a receipt says; `named` and `state` are receipted_message_id and message_state,
    which stand above the text where the centre sends them."""
    found_id, found_state = _ID.search(text), _STATE.search(text)
    written = found_id[1] if found_id else ""
    # A centre that leaves out the end mark of the parameter loses its last sign in unpacking.
    ours = written if not named or (written[:-1] == named and not hex_ids) else named
    word = NUMBERS.get(state or 0, "") or (found_state[1] if found_state else "")
    # The parameter repeats the id as it was given; only the text counts in base 10.
    return Receipt(message_id(ours, hex_ids, decimal=not named), word)


def message_id(raw: str, hex_ids: bool, *, decimal: bool) -> str:
    """Return one spelling of an id where the centre has two (KIEMTIN_SMPP_IDS=hex): base 16,
    lower-case, without zeros in front."""
    digits = "0123456789" if decimal else "0123456789abcdefABCDEF"
    if not hex_ids or not raw or set(raw) - set(digits):
        return raw
    return f"{int(raw, 10 if decimal else 16):x}"
