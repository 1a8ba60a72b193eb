"""Turn a page's bytes into text: what it says of its own letters is heard, but not believed.

Vietnamese pages of long ago say one thing and are written in another; bytes that are valid UTF-8
with letters beyond ASCII are UTF-8 whatever is said. UTF-7 is never read: it was only ever used to
hide markup.
"""

import codecs
import re

_SAID = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_CSS = re.compile(rb'@charset "([\w.:-]{1,40})"')
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# WHATWG Encoding names these three as one with a Windows page.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# What browsers read (WHATWG Encoding, 4.2), as Python calls it; utf-7 and utf-32 are not among it.
KNOWN = (
    *("utf-8", "utf-16-le", "utf-16-be", "cp1258", "cp1252", "cp1250", "cp1251", "cp1253"),
    *("cp1254", "cp1255", "cp1256", "cp1257", "cp874", "iso8859-2", "iso8859-15", "koi8-r"),
    *("gbk", "gb18030", "big5", "euc_jp", "shift_jis", "iso2022_jp", "euc_kr"),
)
# Windows-1258 writes a tone as a letter of its own, after its vowel: Ì (0xCC) is the grave.
_TONES = re.compile(rb"[\xcc\xd2\xde\xec\xf2]")
_TONED = re.compile(
    rb"[aeiouyAEIOUY\xc2\xca\xd4\xd5\xdd\xe2\xe3\xc3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]"
)
_HEAD = 4096


def warm() -> None:
    """Load every encoding: Python opens a file for each, which is too late once confined."""
    for name in KNOWN:
        b"".decode(name)


def decode(body: bytes, content_type: str = "") -> str:
    """Return the text without NUL and the mark of byte order; any bytes have one."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(name, "replace"))
    if name := _wide(body):
        return _clean(body.decode(name, "replace"))
    try:
        return _clean(body.decode("utf-8"))
    except UnicodeDecodeError:
        return _clean(_said(body, content_type))


def _said(body: bytes, content_type: str) -> str:
    found = _HEADER.search(content_type)
    meta = _SAID.search(body[:_HEAD]) or _CSS.match(body)
    names = [found[1] if found else "", meta[1].decode() if meta else ""]
    if _looks_1258(body):
        names.insert(0, "cp1258")
    for name in names:
        known = _known(name)
        # What is not UTF-8 may still be UTF-8 that was cut or mixed; then few letters suffer.
        if known and known != "utf-8":
            return body.decode(known, "replace")
    return body.decode("utf-8" if _mostly_utf8(body) else "cp1252", "replace")


def _known(name: str) -> str:
    try:
        found = codecs.lookup(_MEANT.get(name.lower(), name)).name
    except (LookupError, ValueError):
        return ""
    return found if found in KNOWN else ""


def _wide(body: bytes) -> str:
    """UTF-16 without a mark: every second byte of markup is nothing."""
    begin = body[:200]
    if len(begin) < 4:
        return ""
    for name, nothing, letter in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if not any(begin[nothing::2][:8]) and all(begin[letter::2][:8]):
            return name
    return ""


def _looks_1258(body: bytes) -> bool:
    tones, toned = len(_TONES.findall(body)), len(_TONED.findall(body))
    return toned >= 5 and toned >= 0.9 * tones


def _mostly_utf8(body: bytes) -> bool:
    lost = body.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte > 127 for byte in body[:200_000])
    return lost * 10 <= high


def _clean(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\x00", "")
