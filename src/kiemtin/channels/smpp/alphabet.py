"""How a text becomes octets and back: the GSM 7-bit alphabet, Latin-1 and UCS-2.

Sources: 3GPP TS 23.038 (6.2.1 the alphabet, 4 data coding schemes); SMPP 3.4, 5.2.19. In SMPP each
septet of the GSM alphabet takes one octet.
"""

from types import MappingProxyType

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ESCAPE = 0x1B
EXTENSION = MappingProxyType(
    {
        0x0A: "\f",
        0x14: "^",
        0x28: "{",
        0x29: "}",
        0x2F: "\\",
        0x3C: "[",
        0x3D: "~",
        0x3E: "]",
        0x40: "|",
        0x65: "€",
    }
)
"""What stands after an escape: two septets a character."""

DEFAULT, ASCII, LATIN1, UCS2 = 0, 1, 3, 8
"""Values of data_coding."""

_GSM7 = {char: bytes([code]) for code, char in enumerate(BASIC) if code != ESCAPE}
_GSM7 |= {char: bytes([ESCAPE, code]) for code, char in EXTENSION.items()}


def encode(text: str, default: str) -> tuple[int, list[bytes]]:
    """Return data_coding and the octets of each character, which no part may cut.

    The operator's default alphabet (gsm7, latin1, ucs2) where it has every character, else UCS-2.
    """
    if default == "gsm7" and all(char in _GSM7 for char in text):
        return DEFAULT, [_GSM7[char] for char in text]
    if default == "latin1" and all(ord(char) < 256 for char in text):
        return DEFAULT, [char.encode("latin-1") for char in text]
    return UCS2, [char.encode("utf-16-be", "replace") for char in text]


def decode(data: bytes, coding: int, default: str) -> str | None:
    """Return the text, with U+FFFD for what is none; None where it is no text but data."""
    bits = coding & 0x0C if coding & 0xF0 in {0x10, 0xF0} else -1
    if coding == UCS2 or bits == 0x08 or (coding == DEFAULT and default == "ucs2"):
        return data.decode("utf-16-be", "replace")
    if coding == LATIN1 or (coding == DEFAULT and default == "latin1"):
        return data.decode("latin-1")
    if coding == ASCII:
        return data.decode("ascii", "replace")
    return _decode_gsm7(data) if coding == DEFAULT or bits == 0 else None


def _decode_gsm7(data: bytes) -> str:
    text, escaped = "", False
    for code in data:
        if escaped:
            # A pair that the extension does not know reads as its plain character (6.2.1.1).
            text += EXTENSION.get(code) or _plain(code)
            escaped = False
        elif code == ESCAPE:
            escaped = True
        else:
            text += _plain(code)
    return text


def _plain(code: int) -> str:
    return BASIC[code] if code < 128 and code != ESCAPE else "\ufffd"
