"""Takes out what cannot be spoken and names the signs that can: addresses, pictures, symbols."""

import re
import unicodedata
from typing import Final

_DOMAIN: Final = r"(?:[a-z0-9-]+\.)+(?:vn|com|org|net|info|edu|gov|io|me)"
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*[^\s.,;:!?)\]”\"’]", re.IGNORECASE)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BARE: Final = re.compile(rf"(?<![\w.@/])({_DOMAIN})(?:/\S*)?(?![\w])", re.IGNORECASE)
_NAMED: Final[dict[str, str]] = {
    "&": " và ", "+": " cộng ", "=": " bằng ", "±": " cộng trừ ", "≥": " từ ",
    "≤": " không quá ", ">": " trên ", "<": " dưới ", "≈": " khoảng ", "~": " khoảng ",
    "×": " nhân ", "%": " phần trăm ", "°": " độ ", "@": " a còng ", "$": " đô la ", "€": " ơ rô ",
    "₫": " đồng ", "→": ", ",
    "\u2044": "/",
}  # fmt: skip
_NUMBERS: Final = frozenset({"Nd", "No", "Nl"})
_MARKS: Final = str.maketrans(
    {
        "…": ".", ";": ",", ":": ",", "(": ",", ")": ",", "[": ",", "]": ",", "{": ",", "}": ",",
        "|": ",", "/": ",", "\\": " ", "“": "", "”": "", '"': "", "«": "", "»": "", "„": "",
        "_": " ", "*": " ", "#": " ", "`": "", "^": " ", "•": ",", "·": " ", "‘": "", "’": "'",
    }
)  # fmt: skip
_DASH: Final = re.compile(r"\s+[-–—−]+\s*|\s*[–—−]+\s*|(?<!\w)-|-(?!\w)")
_PAUSES: Final = re.compile(r"\s*([.,?!])(?:\s*[.,?!])*\s*")
_NOT_SPOKEN: Final = re.compile(r"[^\w\s.,?!']|_")
_LONE_QUOTE: Final = re.compile(r"(?<!\w)'|'(?!\w)")


def without_addresses(text: str, page: str) -> str:
    """Say `page` for a web address, leave mail addresses out, name a bare domain by its words."""
    text = _MAIL.sub(" ", _ADDRESS.sub(f" {page} ", text))
    return _BARE.sub(lambda hit: hit[1].replace(".", " chấm ").replace("-", " "), text)


def plain_figures(text: str) -> str:
    """Write each figure of another kind in the common ones: "²" → "2", "½" → "1/2"."""
    return "".join(map(_figure, unicodedata.normalize("NFC", text)))


def _figure(char: str) -> str:
    if char.isascii() or unicodedata.category(char) not in _NUMBERS:
        return char
    if char.isdecimal():
        return str(int(char))
    plain = unicodedata.normalize("NFKC", char).replace("\u2044", "/")
    return plain if plain.isascii() else " "


def spoken_signs(text: str) -> str:
    """Name the signs, turn the other marks into pauses, and leave out what has no sound.

    A line's end is a pause as long as a sentence's. Of the pauses side by side the longest stands.
    """
    text = ". ".join(line.strip() for line in text.splitlines() if line.strip())
    text = _DASH.sub(", ", "".join(_NAMED.get(char, char) for char in text).translate(_MARKS))
    text = _LONE_QUOTE.sub("", _NOT_SPOKEN.sub(" ", text.replace("-", " ")))
    text = _PAUSES.sub(_longest_pause, text)
    return " ".join(text.split()).lstrip(".,?! ").rstrip(" ,")


def _longest_pause(hit: re.Match[str]) -> str:
    marks = hit[0]
    found = next((mark for mark in "?!." if mark in marks), ",")
    return f"{found} "
