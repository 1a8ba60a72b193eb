"""Which addresses are written to: one plain mailbox, nothing that could become a second header."""

import re

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]+")
_MACHINES = re.compile(
    r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|listserv|majordomo)([+.-].*)?@.*",
    re.IGNORECASE,
)
MAX_CHARS = 254
"""RFC 5321, section 4.5.3.1.3, without the brackets."""


def is_address(text: str) -> bool:
    """Whether `text` is one plain ASCII mailbox (RFC 5321 without quoted names)."""
    return len(text) <= MAX_CHARS and _ADDRESS.fullmatch(text) is not None


def is_machine(address: str) -> bool:
    """Whether by its name no person reads what is sent there."""
    return _MACHINES.fullmatch(address) is not None
