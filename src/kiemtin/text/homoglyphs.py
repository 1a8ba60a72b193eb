"""Turns letters that only look Latin into the Latin letters they imitate.

Cyrillic and Greek look-alikes are replaced inside words that also hold Latin letters or digits;
a word written wholly in Cyrillic or Greek is another language and stays.
Pairs: the confusables of Unicode Technical Standard 39 whose shapes coincide in common fonts.
"""

import re
import unicodedata

_CYRILLIC = "АаВЕеЅѕІіЈјКкМНОоРрСсТХхУуһԁԛԝѵ"
_LATIN_C = "AaBEeSsIiJjKkMHOoPpCcTXxYyhdqwv"
_GREEK = "ΑαΒΕεΖΗΙιΚκΜΝνΟοΡρΤΥυΧχ"
_LATIN_G = "AaBEeZHIiKkMNvOoPpTYuXx"
_OTHER = "ıɑɡℓƖ"
_LATIN_O = "iaglI"
LOOK_ALIKES = str.maketrans(_CYRILLIC + _GREEK + _OTHER, _LATIN_C + _LATIN_G + _LATIN_O)

_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fffıɑɡℓƖ]")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_ANCHOR = re.compile("[0-9A-Za-z\u00c0-\u024f\u1ea0-\u1ef9]")

# Same letter under another number: the Icelandic and African D with stroke, compatibility forms
# of Latin letters and digits (fullwidth, mathematical, circled letters, ligatures).
_STROKES = {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ"}
_COMPATIBLE = (
    (0x2102, 0x2140), (0x24B6, 0x24EA), (0xFB00, 0xFB07),
    (0xFF01, 0xFF5F), (0x1D400, 0x1D800), (0x1F130, 0x1F14A),
)  # fmt: skip


def _compatible() -> dict[int, str]:
    codes = (code for first, end in _COMPATIBLE for code in range(first, end))
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: plain for code, plain in table.items() if plain != chr(code) and plain.isascii()}


ONE_FORM = _STROKES | _compatible()


def latin_look_alikes(text: str) -> str:
    """Replace look-alikes inside mixed words of NFC text: "Вỡ đậр" → "Bỡ đập"."""
    if not _FOREIGN.search(text):
        return text
    return unicodedata.normalize("NFC", _WORD.sub(_unmask, unicodedata.normalize("NFD", text)))


def _unmask(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(LOOK_ALIKES) if _ANCHOR.search(word) else word
