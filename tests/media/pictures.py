"""Pictures made for the tests: honest ones, and ones built to do harm."""

import struct
import zlib
from io import BytesIO

from PIL import Image

SECRET = b"CANARY-22-22-N-103-58-E"


def photo(width: int = 64, height: int = 48) -> Image.Image:
    """A picture with many colours, all four corners different."""
    image = Image.linear_gradient("L").resize((width, height))
    return Image.merge(
        "RGB",
        (image, image.rotate(180), image.transpose(Image.Transpose.TRANSPOSE).resize(image.size)),
    )


def drawing(width: int = 64, height: int = 48) -> Image.Image:
    """A picture with two colours; the upper left quarter is black."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("black", (0, 0, width // 2, height // 2))
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this kind."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    """EXIF data with an orientation, a maker and a place."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = SECRET.decode()
    data.get_ifd(0x8825).update({1: "N", 2: (22.0, 22.0, 0.0), 3: "E", 4: (103.0, 58.0, 0.0)})
    return data.tobytes()


def chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG file."""
    checked = name + body
    return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))


def png(width: int, height: int, *extra: bytes, rows: bytes = b"") -> bytes:
    """A PNG that declares a size, one bit a pixel, with more chunks and any packed rows."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            *extra,
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


def zeros(millions: int) -> bytes:
    """So many million zero bytes, packed a thousandfold."""
    return zlib.compress(bytes(millions * 1_000_000), 9)
