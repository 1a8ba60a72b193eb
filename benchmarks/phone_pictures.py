"""Draws pictures as people forward them from their phones, with the text that is in each.

Eight kinds, each with two templates: the first set is for tuning, the second for reporting, with
other colours, fonts, sizes and places of things. All that is said in them is invented, unless
other sentences are handed in. What stands in a picture is given line by line, from top to bottom.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from benchmarks.archive_phrases import CORES, FIRST, SECOND
from kiemtin.bulletin.paper import FONTS

Colour = tuple[int, int, int]
Sentences = Callable[[Generator], str]

TUNING, REPORTED = 0, 1
"""The two sets of templates."""
_SYSTEM = Path("/usr/share/fonts/truetype")
_FACES = {
    "project": (FONTS / "be-vietnam-pro-400.ttf", FONTS / "be-vietnam-pro-800.ttf"),
    "medium": (FONTS / "be-vietnam-pro-600.ttf", FONTS / "be-vietnam-pro-800.ttf"),
    "noto": (_SYSTEM / "noto/NotoSans-Regular.ttf", _SYSTEM / "noto/NotoSans-Bold.ttf"),
    "dejavu": (_SYSTEM / "dejavu/DejaVuSans.ttf", _SYSTEM / "dejavu/DejaVuSans-Bold.ttf"),
    "serif": (_SYSTEM / "dejavu/DejaVuSerif.ttf", _SYSTEM / "dejavu/DejaVuSerif-Bold.ttf"),
}
FACES = {name: paths for name, paths in _FACES.items() if paths[0].exists()}


@dataclass
class Page:
    """A picture being drawn: `unit` pixels to a point of the phone's screen (360 points wide)."""

    image: Image.Image
    face: str
    unit: float
    said: list[str] = field(default_factory=list)
    y: float = 0.0

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def write(
        self, words: str, x: float, y: float, points: float, colour: Colour, bold: bool = False
    ) -> None:
        """Put one line at a place and note that it is there."""
        self.draw.text((x, y), words, fill=colour, font=font(self.face, points * self.unit, bold))
        self.said.append(words)

    def wrap(self, words: str, width: float, points: float, bold: bool = False) -> list[str]:
        """Return the words in lines of at most `width` pixels."""
        face, lines = font(self.face, points * self.unit, bold), [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if face.getlength(longer) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def block(
        self, words: str, x: float, width: float, points: float, colour: Colour, bold: bool = False
    ) -> None:
        """Put a paragraph below what is there."""
        for line in self.wrap(words, width, points, bold):
            self.write(line, x, self.y, points, colour, bold)
            self.y += 1.4 * points * self.unit


@cache
def font(face: str, size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FACES.get(face, FACES["project"])[bold]), round(size))


def place(rng: Generator) -> str:
    return f"{rng.choice(FIRST)} {rng.choice(SECOND)}"


def invented(rng: Generator) -> str:
    """Return an invented sentence with a place, a number, now and then a time or a date."""
    wordings = CORES[int(rng.integers(len(CORES)))]
    core = wordings[int(rng.integers(len(wordings)))]
    said = core.format(p=place(rng), n=int(rng.integers(2, 900)))
    ends = [
        ".", "!", "?", ", bà con chú ý!", f" lúc {rng.integers(1, 24)}h{rng.integers(10, 60)}.",
        f" (ngày {rng.integers(1, 29)}/{rng.integers(1, 13)}/2026).",
        ", mọi người chia sẻ cho người thân biết nhé.", f", gọi ngay 0900 000 {rng.integers(100, 999)}.",
    ]  # fmt: skip
    return said[0].upper() + said[1:] + ends[int(rng.integers(len(ends)))]


def _page(rng: Generator, face: str, ground: Colour, tall: float, wide: int | None = None) -> Page:
    width = wide or int(rng.choice([720, 828, 1080, 1170, 1440]))
    unit = width / 360
    return Page(Image.new("RGB", (width, round(tall * width)), ground), face, unit)


def _clock(rng: Generator) -> str:
    return f"{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}"


def _photo(rng: Generator, width: int, height: int) -> Image.Image:
    """Return something with colours, edges and grain, like a photo of a landscape."""
    coarse = rng.integers(30, 226, (max(2, height // 90), max(2, width // 90), 3), dtype=np.uint8)
    image = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y, r = (int(rng.integers(0, most)) for most in (width, height, height // 6 + 2))
        tint = tuple(int(part) for part in rng.integers(0, 256, 3))
        draw.polygon([(x - r, y + r), (x, y - r), (x + r, y + r // 2)], fill=tint)
    grain = rng.normal(0, 8, (height, width, 1))
    noisy = np.clip(np.asarray(image.filter(ImageFilter.GaussianBlur(1.5))) + grain, 0, 255)
    return Image.fromarray(noisy.astype(np.uint8))


def _bubbles(
    page: Page, rng: Generator, say: Sentences, look: dict[str, Colour], round_: float
) -> None:
    """Put a conversation below what is there: theirs left, ours right, hours inside or below."""
    unit, width, bottom = page.unit, page.image.width, page.image.height
    inside = bool(rng.integers(2))
    while True:
        mine = rng.random() < 0.4
        lines = page.wrap(" ".join(say(rng) for _ in range(rng.integers(1, 4))), 232 * unit, 15)
        tall = (len(lines) * 21 + 20 + (16 if inside else 0)) * unit
        if page.y + tall > bottom - 30 * unit:
            return
        wide = max(font(page.face, 15 * unit).getlength(line) for line in lines) + 26 * unit
        left = width - wide - 12 * unit if mine else 52 * unit
        box = (left, page.y, left + wide, page.y + tall)
        colour = look["mine" if mine else "theirs"]
        page.draw.rounded_rectangle(box, radius=round_ * unit, fill=colour)
        if not mine:
            page.draw.ellipse((10 * unit, page.y, 42 * unit, page.y + 32 * unit), fill=look["face"])
        ink = look["my_ink" if mine else "ink"]
        for number, line in enumerate(lines):
            page.write(line, left + 13 * unit, page.y + (8 + 21 * number) * unit, 15, ink)
        if inside:
            page.write(_clock(rng), left + 13 * unit, page.y + tall - 20 * unit, 11, look["faint"])
        page.y += tall + float(rng.choice([6, 14])) * unit


def _bar(page: Page, title: str, ground: Colour, ink: Colour, size: float, bold: bool) -> None:
    page.draw.rectangle((0, 0, page.image.width, 56 * page.unit), fill=ground)
    page.write(title, 56 * page.unit, 16 * page.unit, size, ink, bold)
    page.draw.ellipse((12 * page.unit, 12 * page.unit, 44 * page.unit, 44 * page.unit), fill=ink)
    page.y = 70 * page.unit


def _chat(rng: Generator, say: Sentences, which: int, dark: bool) -> Page:
    looks: dict[tuple[int, bool], dict[str, Colour]] = {
        (0, False): {"ground": (226, 232, 240), "bar": (0, 132, 255), "bar_ink": (255, 255, 255), "mine": (214, 238, 255), "theirs": (255, 255, 255), "my_ink": (20, 20, 20), "ink": (20, 20, 20), "faint": (110, 118, 128), "face": (180, 150, 120)},
        (1, False): {"ground": (255, 255, 255), "bar": (247, 247, 247), "bar_ink": (10, 10, 10), "mine": (10, 124, 255), "theirs": (233, 233, 235), "my_ink": (255, 255, 255), "ink": (5, 5, 5), "faint": (120, 120, 126), "face": (90, 160, 110)},
        (0, True): {"ground": (24, 26, 27), "bar": (36, 37, 38), "bar_ink": (230, 230, 230), "mine": (0, 92, 75), "theirs": (48, 50, 52), "my_ink": (233, 237, 239), "ink": (228, 230, 235), "faint": (150, 156, 160), "face": (120, 90, 160)},
        (1, True): {"ground": (0, 0, 0), "bar": (18, 18, 18), "bar_ink": (245, 245, 245), "mine": (120, 60, 220), "theirs": (38, 38, 42), "my_ink": (255, 255, 255), "ink": (240, 240, 240), "faint": (152, 152, 160), "face": (200, 120, 60)},
    }  # fmt: skip
    look = looks[which, dark]
    page = _page(rng, ("noto", "project")[which], look["ground"], float(rng.uniform(1.4, 2.1)))
    title = f"{('Xóm', 'Nhóm lớp', 'Tổ dân phố')[int(rng.integers(3))]} {place(rng)}"
    _bar(page, title, look["bar"], look["bar_ink"], (16, 18)[which], bool(which))
    _bubbles(page, rng, say, look, (12, 18)[which])
    return page


def chat_light(rng: Generator, say: Sentences, which: int) -> Page:
    return _chat(rng, say, which, dark=False)


def chat_dark(rng: Generator, say: Sentences, which: int) -> Page:
    return _chat(rng, say, which, dark=True)


def sms(rng: Generator, say: Sentences, which: int) -> Page:
    """One long message of an unknown sender."""
    page = _page(rng, ("dejavu", "noto")[which], ((250, 250, 252), (18, 19, 22))[which], 1.3)
    unit, ink = page.unit, ((30, 30, 34), (226, 226, 232))[which]
    page.write(f"+84 900 000 {rng.integers(100, 999)}", (60, 130)[which] * unit, 18 * unit, 17, ink)
    page.write(f"Hôm nay, {_clock(rng)}", 140 * unit, 64 * unit, 12, (128, 128, 134))
    words = (
        " ".join(say(rng) for _ in range(3))
        + f" Truy cập https://vi-du{rng.integers(10, 99)}.example/nhan-qua"
    )
    lines = page.wrap(words, 270 * unit, 16)
    box = (16 * unit, 92 * unit, 316 * unit, (108 + 23 * len(lines)) * unit)
    page.draw.rounded_rectangle(box, 16 * unit, fill=((229, 229, 234), (44, 46, 52))[which])
    page.y = 100 * unit
    for line in lines:
        page.write(line, 30 * unit, page.y, 16, ink)
        page.y += 23 * unit
    return page


def poster(rng: Generator, say: Sentences, which: int) -> Page:
    """Big letters on a coloured ground, with a band."""
    grounds = (
        ((196, 30, 40), (12, 80, 160), (250, 205, 60)),
        ((18, 110, 70), (240, 240, 235), (235, 120, 20)),
    )
    ground = grounds[which][int(rng.integers(3))]
    light = sum(ground) > 480
    ink: Colour = (25, 25, 25) if light else (255, 255, 255)
    page = _page(rng, ("project", "dejavu")[which], ground, 1.3, int(rng.choice([720, 1080])))
    unit, width = page.unit, page.image.width
    band: Colour = ((255, 235, 60), (190, 20, 30))[which]
    page.draw.rectangle((0, 18 * unit, width, 74 * unit), fill=band)
    page.write(
        ("CẢNH BÁO KHẨN CẤP", "THÔNG BÁO KHẨN")[which],
        24 * unit,
        26 * unit,
        26,
        ((180, 0, 0), (255, 255, 255))[which],
        True,
    )
    page.y = 92 * unit
    page.block(say(rng).upper(), 24 * unit, 310 * unit, (23, 21)[which], ink, True)
    page.y += 12 * unit
    page.block(say(rng), 24 * unit, 310 * unit, (17, 16)[which], ink)
    if which:
        page.draw.ellipse(
            (270 * unit, page.y + 8 * unit, 340 * unit, page.y + 78 * unit), fill=band
        )
    page.y = max(page.y + 20 * unit, page.image.height - 44 * unit)
    page.write(f"Nguồn: Ban chỉ huy xã {place(rng)}", 24 * unit, page.y, 13, ink)
    return page


def web_page(rng: Generator, say: Sentences, which: int) -> Page:
    """A news article in a browser: address, headline, a picture, text."""
    page = _page(rng, ("serif", "noto")[which], (255, 255, 255), 1.9)
    unit, width = page.unit, page.image.width
    page.draw.rectangle((0, 0, width, 48 * unit), fill=((240, 242, 245), (32, 33, 36))[which])
    page.write(
        f"tin-{rng.integers(10, 99)}.example",
        70 * unit,
        14 * unit,
        14,
        ((60, 60, 60), (230, 230, 230))[which],
    )
    page.y = 64 * unit
    page.block(say(rng), 16 * unit, 328 * unit, (22, 20)[which], (15, 15, 15), True)
    page.write(
        f"{rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/2026 {_clock(rng)}",
        16 * unit,
        page.y + 4 * unit,
        12,
        (115, 115, 115),
    )
    page.y += 30 * unit
    if which == 0 or rng.random() < 0.5:
        shown = _photo(rng, round(328 * unit), round(150 * unit))
        page.image.paste(shown, (round(16 * unit), round(page.y)))
        page.y += 162 * unit
    while page.y < page.image.height - 130 * unit:
        page.block(
            f"{say(rng)} {say(rng)}", 16 * unit, 328 * unit, 16, ((34, 34, 34), (60, 64, 67))[which]
        )
        page.y += 12 * unit
    return page


def caption(rng: Generator, say: Sentences, which: int) -> Page:
    """A photo with words over it or on a bar."""
    page = _page(rng, ("noto", "medium")[which], (0, 0, 0), 1.0, int(rng.choice([720, 1080])))
    unit, width = page.unit, page.image.width
    page.image.paste(_photo(rng, width, page.image.height))
    lines = page.wrap(say(rng), 316 * unit, 20, True)
    page.y = (16 if which else 340 - 28 * len(lines)) * unit
    if which:
        page.draw.rectangle(
            (0, page.y - 8 * unit, width, page.y + (28 * len(lines) + 8) * unit), fill=(10, 10, 10)
        )
    face = font(page.face, 20 * unit, True)
    for line in lines:
        edge = 0 if which else round(1.5 * unit)
        colour = (255, 221, 51) if which else (255, 255, 255)
        page.draw.text(
            (22 * unit, page.y),
            line,
            fill=colour,
            font=face,
            stroke_width=edge,
            stroke_fill=(0, 0, 0),
        )
        page.said.append(line)
        page.y += 28 * unit
    return page


def notice(rng: Generator, say: Sentences, which: int) -> Page:
    """A typed letter with a stamp over a corner, as photographed flat."""
    page = _page(
        rng,
        ("serif", "serif")[which],
        ((252, 250, 244), (236, 238, 240))[which],
        1.35,
        int(rng.choice([1080, 1440])),
    )
    unit, ink = page.unit, ((20, 20, 20), (45, 42, 50))[which]
    page.write(
        f"ỦY BAN NHÂN DÂN XÃ {place(rng).upper()}", (24, 60)[which] * unit, 20 * unit, 11, ink, True
    )
    page.write(
        ("THÔNG BÁO", "CÔNG VĂN HỎA TỐC")[which], (140, 110)[which] * unit, 56 * unit, 16, ink, True
    )
    page.y = 92 * unit
    for number in range(1, 5):
        page.block(
            f"{number}. {say(rng)} {say(rng)}", 24 * unit, 314 * unit, (11.5, 12)[which], ink
        )
        page.y += 6 * unit
    page.write("TM. ỦY BAN NHÂN DÂN", 200 * unit, page.y + 12 * unit, 11, ink, True)
    middle = page.y + 66 * unit
    ring = (205 * unit, middle - 30 * unit, 275 * unit, middle + 40 * unit)
    page.draw.ellipse(ring, outline=(205, 40, 50), width=round(2.5 * unit))
    return page


def post(rng: Generator, say: Sentences, which: int) -> Page:
    """A post of a social network: name, hour, text, a picture, counts."""
    page = _page(rng, ("project", "dejavu")[which], ((255, 255, 255), (36, 37, 38))[which], 1.5)
    unit = page.unit
    ink, faint = (((5, 5, 5), (101, 103, 107)), ((228, 230, 235), (176, 179, 184)))[which]
    page.draw.ellipse((14 * unit, 14 * unit, 54 * unit, 54 * unit), fill=(90, 140, 190))
    page.write(f"Chợ {place(rng)}", 64 * unit, 14 * unit, 15, ink, True)
    page.write(f"{rng.integers(2, 23)} giờ trước", 64 * unit, 36 * unit, 12, faint)
    page.y = 68 * unit
    page.block(" ".join(say(rng) for _ in range(3)), 14 * unit, 332 * unit, 15, ink)
    page.y += 10 * unit
    shown = _photo(rng, page.image.width, round(150 * unit))
    page.image.paste(shown, (0, round(page.y)))
    page.write(f"{rng.integers(2, 900)} bình luận", 230 * unit, page.y + 160 * unit, 12, faint)
    return page


KINDS: dict[str, Callable[[Generator, Sentences, int], Page]] = {
    "chat, light": chat_light,
    "chat, dark": chat_dark,
    "SMS": sms,
    "poster": poster,
    "web page": web_page,
    "caption": caption,
    "notice": notice,
    "post": post,
}


@dataclass(frozen=True)
class Drawn:
    """A picture as JPEG bytes, its kind, whether it was forwarded, and the lines that are in it."""

    kind: str
    data: bytes
    forwarded: bool
    lines: tuple[str, ...]


def drawn(number: int, which: int, say: Sentences = invented) -> Drawn:
    """Return picture `number` of a set of templates; every second round is forwarded once."""
    rng = np.random.default_rng([number, which, 7])
    kind = list(KINDS)[number % len(KINDS)]
    page = KINDS[kind](rng, say, which)
    forwarded = number // len(KINDS) % 2 == 1
    data = _jpeg(page.image, int(rng.integers(60, 91)))
    if forwarded:
        data = _forwarded(data, rng)
    return Drawn(kind, data, forwarded, tuple(page.said))


def _forwarded(data: bytes, rng: Generator) -> bytes:
    """Return the picture as a messenger passes it on: at most 720 to 1,080 wide, pressed again."""
    with Image.open(BytesIO(data)) as image:
        scale = min(1.0, float(rng.choice([720, 828, 960])) / image.width)
        size = round(image.width * scale), round(image.height * scale)
        return _jpeg(image.resize(size, Image.Resampling.BILINEAR), int(rng.integers(60, 86)))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
