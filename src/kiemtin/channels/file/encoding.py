"""Which encoding a text file is in, told from its bytes; a legacy one is a guess and says so."""

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STEP = 1024 * 1024
_AROUND = 50_000
_SAMPLE = 4_096


@dataclass(frozen=True)
class Encoding:
    """A codec name, how its errors are kept (as lone surrogates), and whether it is a guess."""

    name: str
    errors: str
    guessed: bool = False


def sniff(data: bytes) -> Encoding | None:
    """Return the encoding of `data`, or None when no known one fits.

    Byte-order mark, then UTF-16 without one, UTF-8, UTF-8 with some damage, and Windows-1258.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _marked(data, name)
    unmarked = _utf16_without_mark(data[:_SAMPLE])
    if unmarked is not None:
        return _strict(data, Encoding(unmarked, "surrogatepass"))
    failed = _first_error(data, "utf-8", "strict")
    if failed is None or _mostly_utf8(data, failed):
        return Encoding("utf-8", "surrogateescape")
    return _strict(data, Encoding("cp1258", "strict", guessed=True))


def _marked(data: bytes, name: str) -> Encoding | None:
    if name == "utf-8-sig":
        return Encoding(name, "surrogateescape")
    return _strict(data, Encoding(name, "surrogatepass"))


def _strict(data: bytes, encoding: Encoding) -> Encoding | None:
    return encoding if _first_error(data, encoding.name, encoding.errors) is None else None


def _first_error(data: bytes, name: str, errors: str) -> int | None:
    """The place of the first byte that cannot be decoded, decoding piece by piece."""
    decoder = codecs.getincrementaldecoder(name)(errors)
    for start in range(0, len(data), _STEP):
        end = start + _STEP
        try:
            decoder.decode(data[start:end], final=end >= len(data))
        except UnicodeDecodeError as error:
            return start + error.start
    return None


def _mostly_utf8(data: bytes, place: int) -> bool:
    """Around a first error: are there far more letters of UTF-8 than broken bytes?"""
    part = data[max(0, place - _AROUND) : place + _AROUND].decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= char <= "\udcff" for char in part)
    letters = sum(not char.isascii() for char in part) - broken
    return letters > 10 * broken


def _utf16_without_mark(sample: bytes) -> str | None:
    """Vietnamese in UTF-16 has zero bytes on one side only: those of its ASCII characters."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 4 * even and odd * 10 > len(sample):
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd and even * 10 > len(sample) else None
