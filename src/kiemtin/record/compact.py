"""Numbers and short texts in bytes that are read one way only, so that no two codes say the same.

A number is unsigned LEB128 in as few bytes as it takes; a text is its length as such a number and
its UTF-8 bytes. Everything here raises StatementRefused.
"""

import re
import unicodedata

from kiemtin.record.statement_refusal import StatementRefused

NUMBER_BYTES = 7
MAX_NUMBER = (1 << (7 * NUMBER_BYTES)) - 1
"""Above any count of a desk, and exact in JavaScript too (under 2^53)."""

HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode categories of what is not seen, or turns the order of what is: none stands in a text."""

_SPACES = re.compile(r"\s+")


def write_number(value: int) -> bytes:
    """Return unsigned LEB128."""
    if not 0 <= value <= MAX_NUMBER:
        raise StatementRefused("number")
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def write_text(text: str) -> bytes:
    """Return the length and the bytes of a text that can be shown as it is."""
    require_shown(text)
    data = text.encode()
    return write_number(len(data)) + data


def require_shown(text: str) -> None:
    """Raise StatementRefused (text) for nothing, or for characters that no reader would see."""
    if not text.strip() or any(unicodedata.category(char) in HIDDEN for char in text):
        raise StatementRefused("text")


def as_shown(text: str) -> str:
    """Return the text in NFC on one line, without what no reader would see."""
    kept = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return "".join(char for char in kept if unicodedata.category(char) not in HIDDEN).strip()


class Reader:
    """Takes bytes from the front; what is left over at the end is refused by `end`."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes; raises StatementRefused (length)."""
        if count > len(self.data) - self.at:
            raise StatementRefused("length")
        self.at += count
        return self.data[self.at - count : self.at]

    def whole(self, count: int) -> int:
        """Return the next `count` bytes as an unsigned number, the highest byte first."""
        return int.from_bytes(self.take(count), "big")

    def number(self) -> int:
        """Return the next LEB128 number; raises StatementRefused (number, length)."""
        value = 0
        for place in range(NUMBER_BYTES):
            byte = self.whole(1)
            value |= (byte & 0x7F) << (7 * place)
            if byte < 0x80:
                if byte == 0 and place:
                    raise StatementRefused("number")
                return value
        raise StatementRefused("number")

    def text(self) -> str:
        """Return the next text; raises StatementRefused (text, number, length)."""
        data = self.take(self.number())
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise StatementRefused("text") from None
        require_shown(text)
        return text

    def end(self) -> None:
        """Raise StatementRefused (length) when anything is left over."""
        if self.at != len(self.data):
            raise StatementRefused("length")
