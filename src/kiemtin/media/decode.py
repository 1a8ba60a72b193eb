"""Turn one untrusted picture into a new one, in a process of its own that can do nothing else.

Run as a script: limits as JSON in the first argument, the picture on standard input; on standard
output a line of JSON and, unless it says "refused", the new picture. Nothing of the old file goes
over except its colours. Exit status 0: the line tells; the limit "heavy": too much memory; any
other: unreadable.
"""

import json
import resource
import struct
import sys
from io import BytesIO

from PIL import Image

JPEG_QUALITY = 85
FEW_COLOURS = 256
"""Drawings and plain screenshots have fewer; PNG keeps their letters sharp, in fewer bytes."""
OPEN_FILES = 32
_PLUGIN = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
_ORIENTATION_TAG = 0x0112
# EXIF 2.3, 4.6.4 A: what to do to the stored picture to see it upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
Answer = tuple[dict[str, object], bytes]


def confine(memory: int, cpu_seconds: int) -> None:
    """Give up memory (bytes), processor time, core files, written files and new processes."""
    for what, amount in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        resource.setrlimit(what, (amount, amount))


def decode(data: bytes, kind: str, pixels: int, longest: int) -> Answer:
    """Return the answer for a picture of `kind`; raises what Pillow raises for broken data."""
    if kind == "webp" and (size := webp_canvas(data)) and size[0] * size[1] > pixels:
        return refused("bomb", size), b""
    image = Image.open(BytesIO(data), formats=(_PLUGIN[kind],))
    if image.width * image.height > pixels:
        return refused("bomb", image.size), b""
    # JPEG can be decoded at a fraction of its size; this asks for no less than twice the need.
    image.draft(None, (2 * longest, 2 * longest))
    turn = orientation(image)
    small = plain(image)
    small.thumbnail((longest, longest))
    if turn in _UPRIGHT:
        small = small.transpose(_UPRIGHT[turn])
    return encode(small)


def refused(code: str, size: tuple[int, int]) -> dict[str, object]:
    """Return the line that refuses a picture of this size, with the reason."""
    return {"refused": code, "width": size[0], "height": size[1]}


def webp_canvas(data: bytes) -> tuple[int, int] | None:
    """Return the size a WebP file declares (RFC 9649, 2.5–2.7), before its decoder allocates it."""
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        return None
    if chunk == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", body[6:10])
    return width & 0x3FFF, height & 0x3FFF


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation 1 to 8; 1 when there is none or it cannot be read."""
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except (ValueError, SyntaxError, OSError, KeyError, TypeError, struct.error):
        return 1
    return value if isinstance(value, int) else 1


def plain(image: Image.Image) -> Image.Image:
    """Return the first frame as RGB on white."""
    image.load()
    if image.mode == "I;16":
        image = image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    return image.convert("RGB")


def encode(image: Image.Image) -> Answer:
    """Return the picture from its colours alone: as PNG where few colours make that smaller."""
    # A new image has no `info`, from which Pillow's writers copy comments and profiles.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    size = {"width": bare.width, "height": bare.height}
    jpeg = written(bare, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    if bare.getcolors(FEW_COLOURS) is not None:
        png = written(bare, "PNG")
        if len(png) <= len(jpeg):
            return {"content_type": "image/png", **size}, png
    return {"content_type": "image/jpeg", **size}, jpeg


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the file that Pillow writes."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def main() -> None:
    """Read limits and picture, write the answer; exit with `heavy` when memory runs out."""
    limits = json.loads(sys.argv[1])
    Image.init()
    # The caller of `decode` compares sizes with a limit of our own, well below Pillow's.
    Image.MAX_IMAGE_PIXELS = None
    confine(limits["memory"], limits["cpu_seconds"])
    try:
        data = sys.stdin.buffer.read()
        head, body = decode(data, limits["kind"], limits["pixels"], limits["longest"])
    except MemoryError:
        sys.exit(limits["heavy"])
    except ValueError as error:
        # Pillow's own guard against text and profile chunks that unpack to more than 1 MB.
        sys.exit(limits["heavy"] if "Decompressed data too large" in str(error) else 1)
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)


if __name__ == "__main__":
    main()
