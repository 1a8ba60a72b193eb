"""Draws pictures for measuring: deterministic by number, six kinds, with look-alikes among them.

Pictures of a kind come in families of eight that share a template: letterhead and title of a
document, ground and emblem of a poster, axes of a chart, colours and horizon of a landscape. What
they say or show differs, so they must not be taken for each other. All of it is invented.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.paper import FONTS
from kiemtin.media.alike.pixels import Light

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]
Drawer = Callable[[Generator, Generator], Image.Image]

FAMILY = 8
TUNING, REPORTED = 10_000, 700_000
"""First numbers of the pictures that thresholds were set on, and of those that are reported."""
_TEXT = (
    "nước sông dâng cao xã huyện cầu đường trạm bơm đập hồ chứa mưa lớn gió mạnh sạt lở di dời bà "
    "con thôn bản lương thực thuốc men trường học chợ bến đò ruộng lúa vườn cây nhà văn hóa trạm y "
    "tế thông báo khẩn cấp hướng dẫn an toàn điện nước sạch xe cứu hộ áo phao đội tình nguyện ngày "
    "giờ sáng chiều tối hôm nay ngày mai tuần tới"
)
_WORDS = _TEXT.split()


def draw(number: int) -> Image.Image:
    """Return picture `number`, RGB, 700 to 1,400 pixels on its longer side."""
    kinds = list(KINDS.values())
    kind = number % len(kinds)
    family = number // len(kinds) // FAMILY
    return kinds[kind](np.random.default_rng([family, kind, 1]), np.random.default_rng([number, 2]))


def kind_of(number: int) -> str:
    """Return what the picture shows."""
    return list(KINDS)[number % len(KINDS)]


def same_family(one: int, other: int) -> bool:
    """Say whether two numbers share a template."""
    kinds = len(KINDS)
    return one % kinds == other % kinds and one // kinds // FAMILY == other // kinds // FAMILY


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = f"be-vietnam-pro-{800 if bold else 400}.ttf"
    return ImageFont.truetype(str(FONTS / name), size)


def say(rng: Generator, words: int) -> str:
    return " ".join(rng.choice(_WORDS, words)).capitalize()


def _write(
    pen: ImageDraw.ImageDraw, box: Box, text: str, kind: ImageFont.FreeTypeFont, fill: Colour
) -> int:
    """Write the text into the box, wrapped; return where it ends."""
    left, y, right, bottom = box
    line, step = "", kind.size * 1.4
    for word in [*text.split(), ""]:
        longer = f"{line} {word}".strip()
        if word and kind.getlength(longer) <= right - left:
            line = longer
            continue
        if y + step > bottom:
            break
        pen.text((left, y), line, font=kind, fill=fill)
        y, line = int(y + step), word
    return y


def _colour(rng: Generator, low: int, high: int) -> Colour:
    red, green, blue = (int(one) for one in rng.integers(low, high, 3))
    return red, green, blue


def _clouds(rng: Generator, width: int, height: int, coarsest: int = 3) -> Light:
    """Return smooth noise of several sizes, 0 to 1."""
    total = np.zeros((height, width), dtype=np.float32)
    for octave in range(5):
        cells = coarsest * 2**octave
        grid = rng.normal(size=(cells, max(2, cells * width // height))).astype(np.float32)
        layer = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC)
        total += np.asarray(layer) * 0.6**octave
    return np.asarray((total - total.min()) / np.ptp(total))


def _mixed(share: Light, dark: Colour, light: Colour) -> Light:
    return np.asarray(dark) + share[..., None] * (np.asarray(light, dtype=np.float32) - dark)


def landscape(shared: Generator, own: Generator) -> Image.Image:
    """Sky, hills in three rows, water; the family shares colours and the horizon."""
    width, height = int(shared.integers(960, 1280)), int(shared.integers(640, 900))
    picture = _mixed(_clouds(own, width, height, 2), _colour(shared, 90, 170), (245, 245, 250))
    y = np.arange(height)[:, None]
    for row in range(3):
        line = height * (0.35 + 0.17 * row) + 0.3 * height * (_ridge(own, width) - 0.5)
        land = _mixed(
            _clouds(own, width, height, 6), _colour(shared, 10, 70), _colour(shared, 80, 180)
        )
        picture = np.where((y > line)[..., None], land, picture)
    return Image.fromarray(picture.clip(0, 255).astype(np.uint8))


def _ridge(rng: Generator, width: int) -> Light:
    points = rng.normal(size=(1, 24)).cumsum(axis=1).astype(np.float32)
    line = np.asarray(Image.fromarray(points).resize((width, 1), Image.Resampling.BICUBIC))[0]
    return np.asarray((line - line.min()) / np.ptp(line))


def texture(shared: Generator, own: Generator) -> Image.Image:
    """Something like a photo from near: noise, blobs and lines in the family's colours."""
    width, height = int(shared.integers(700, 1200)), int(shared.integers(700, 1000))
    ground = _mixed(_clouds(own, width, height), _colour(shared, 0, 110), _colour(shared, 130, 255))
    image = Image.fromarray(ground.clip(0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    for _ in range(int(own.integers(15, 40))):
        x, y = int(own.integers(0, width)), int(own.integers(0, height))
        across, down = (int(one) for one in own.integers(15, 160, 2))
        pen.ellipse((x - across, y - down, x + across, y + down), fill=_colour(own, 20, 240))
    grain = own.normal(0, 6, (height, width, 1))
    return Image.fromarray((np.asarray(image) + grain).clip(0, 255).astype(np.uint8))


def document(shared: Generator, own: Generator) -> Image.Image:
    """A letter: letterhead, title and stamp of the family, a text of its own."""
    width, height = 1000, 1400
    image = Image.new("RGB", (width, height), (250, 249, 245))
    pen = ImageDraw.Draw(image)
    ink = (25, 25, 35)
    _write(pen, (80, 60, 480, 180), say(shared, 7).upper(), font(24, bold=True), ink)
    _write(pen, (560, 60, 940, 180), say(shared, 8), font(24), ink)
    pen.line((80, 190, 920, 190), fill=ink, width=3)
    _write(pen, (200, 240, 900, 340), say(shared, 5).upper(), font(40, bold=True), ink)
    y = 360
    while y < 1080:
        y = 24 + _write(pen, (80, y, 920, 1120), say(own, int(own.integers(20, 50))), font(26), ink)
    x, mark = int(shared.integers(560, 760)), _colour(shared, 120, 220)
    pen.ellipse((x, 1150, x + 180, 1330), outline=mark, width=8)
    _write(pen, (x + 40, 1210, x + 160, 1300), say(shared, 2), font(26, bold=True), mark)
    return image


def poster(shared: Generator, own: Generator) -> Image.Image:
    """A notice: ground, emblem and foot of the family, headline and points of its own."""
    width, height = 1080, 1350
    dark, light = _colour(shared, 10, 90), _colour(shared, 100, 190)
    slope = np.linspace(0, 1, height, dtype=np.float32)[:, None] * np.ones((1, width), np.float32)
    image = Image.fromarray(_mixed(slope, dark, light).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    for _ in range(4):
        x, y, reach = (int(one) for one in shared.integers(60, 240, 3))
        pen.rectangle((x, y, x + reach, y + 30), fill=_colour(shared, 120, 255))
    pen.ellipse((820, 60, 1000, 240), fill=_colour(shared, 150, 255))
    white = (255, 255, 255)
    y = _write(pen, (80, 330, 1000, 700), say(own, 9).upper(), font(72, bold=True), white)
    for _ in range(4):
        y += 30
        pen.ellipse((84, y + 8, 104, y + 28), fill=white)
        y = _write(pen, (130, y, 1000, 1200), say(own, int(own.integers(8, 18))), font(36), white)
    pen.rectangle((0, 1230, width, height), fill=dark)
    _write(pen, (80, 1260, 1000, 1340), say(shared, 10), font(32), light)
    return image


def chart(shared: Generator, own: Generator) -> Image.Image:
    """Bars and a line over the axes, title and colours of the family."""
    width, height = 1200, 800
    image = Image.new("RGB", (width, height), (255, 255, 255))
    pen = ImageDraw.Draw(image)
    ink, first, second = (40, 40, 40), _colour(shared, 30, 180), _colour(shared, 30, 180)
    _write(pen, (100, 30, 1150, 110), say(shared, 8), font(38, bold=True), ink)
    for row in range(6):
        y = 700 - row * 110
        pen.line((100, y, 1150, y), fill=(215, 215, 215), width=2)
        _write(pen, (40, y - 16, 98, y + 40), str(row * 10), font(24), ink)
    bars = int(shared.integers(6, 13))
    tops = 700 - own.integers(30, 540, bars)
    ends = 700 - own.integers(30, 540, bars)
    step = 1050 // bars
    for at in range(bars):
        x = 110 + at * step
        pen.rectangle((x, int(tops[at]), x + step * 2 // 3, 700), fill=first)
        _write(pen, (x, 710, x + step, 790), say(own, 1), font(22), ink)
    line = [(110 + at * step + step // 3, int(ends[at])) for at in range(bars)]
    pen.line(line, fill=second, width=6)
    return image


def chat(shared: Generator, own: Generator) -> Image.Image:
    """A conversation on a telephone: bars and colours of the family, messages of its own."""
    width, height = 720, 1280
    image = Image.new("RGB", (width, height), _colour(shared, 225, 250))
    pen = ImageDraw.Draw(image)
    theirs, ours = (255, 255, 255), _colour(shared, 170, 230)
    pen.rectangle((0, 0, width, 110), fill=_colour(shared, 40, 150))
    _write(pen, (90, 40, 640, 100), say(shared, 3), font(34, bold=True), (255, 255, 255))
    y = 140
    while y < 1080:
        left = int(own.choice([30, 190]))
        text, size = say(own, int(own.integers(3, 22))), 28
        lines = -(-int(font(size).getlength(text) * 1.1) // 460)
        end = y + int(lines * size * 1.4) + 24
        pen.rounded_rectangle((left, y, left + 500, end), 20, fill=theirs if left == 30 else ours)
        _write(pen, (left + 20, y + 10, left + 480, end), text, font(size), (20, 20, 20))
        y = end + 22
    pen.rectangle((0, 1190, width, height), fill=theirs)
    _write(pen, (40, 1215, 600, 1270), say(shared, 3), font(28), (150, 150, 150))
    return image


KINDS: dict[str, Drawer] = {
    "landscape": landscape,
    "texture": texture,
    "document": document,
    "poster": poster,
    "chart": chart,
    "chat": chat,
}
