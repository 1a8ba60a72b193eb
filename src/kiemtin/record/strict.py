"""Numbers, base64 and lines read one way only, so that no two texts mean the same.

Whoever changes a character of a signed or hashed text must be caught, even where a lenient reader
would read the same value. Everything here raises ValueError.
"""

import base64
import re

MAX_NUMBER = (1 << 63) - 1
"""Above any log; what a signed 64-bit number holds."""

NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


def read_base64(text: str) -> bytes:
    """Return the bytes of standard base64 with padding and no stray bits."""
    data = base64.b64decode(text, validate=True)
    if write_base64(data) != text:
        raise ValueError("base64")
    return data


def write_base64(data: bytes) -> str:
    """Return standard base64 with padding, as RFC 4648, 4."""
    return base64.b64encode(data).decode()


def read_number(text: str) -> int:
    """Return the whole number from ASCII digits without leading zeros, at most MAX_NUMBER."""
    if not NUMBER.fullmatch(text) or int(text) > MAX_NUMBER:
        raise ValueError("number")
    return int(text)


def read_lines(text: str) -> list[str]:
    """Return the lines of a text whose every line, the last too, ends with a newline."""
    if not text.endswith("\n"):
        raise ValueError("lines")
    return text[:-1].split("\n")


def read_text(data: bytes) -> str:
    """Return UTF-8 text without ASCII control characters other than the newline."""
    text = data.decode()
    if any(char < " " and char != "\n" for char in text):
        raise ValueError("control character")
    return text
