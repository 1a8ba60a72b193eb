"""A fifth set of pictures as phones show them, drawn without a look at the reader.

Whoever wrote it knew what the other sets look like and nothing of what reads them; nothing in the
reader may be set on these.
"""

from collections.abc import Callable

from numpy.random import Generator

from benchmarks.phone_fifth_more import leaflet, notice, receipt, shade
from benchmarks.phone_fifth_parts import (
    DAY,
    NIGHT,
    WIDE,
    day,
    fade,
    folded,
    panel,
    shaded,
    smiley,
    street,
    talk,
)
from benchmarks.phone_fourth_parts import WHITE, box, centred, disc, ramp, right, strokes
from benchmarks.phone_hard import pick
from benchmarks.phone_page import Colour, Ink, Page, Sentences, clock, new_page, place

BLACK: Colour = (20, 20, 24)


def status(rng: Generator, say: Sentences) -> Page:
    """A post without a photo: centred words on a coloured square, counts below."""
    dark = rng.random() < 0.4
    ground, ink, faint = (
        ((28, 30, 34), (232, 234, 238), (164, 168, 176))
        if dark
        else (WHITE, BLACK, (104, 106, 112))
    )
    page = new_page(rng, "clear", ground, 1.42, WIDE)
    unit, wide = page.unit, page.image.width
    disc(page, 14, 14, 42, (214, 120, 150))
    page.write(f"Nhà {place(rng)}", (66 * unit, 12 * unit), Ink(16, ink, bold=True))
    page.write(f"{rng.integers(2, 23)} giờ · Công khai", (66 * unit, 36 * unit), Ink(12.5, faint))
    one, other, colour = pick(
        rng,
        (
            ((255, 112, 80), (232, 52, 120), WHITE),
            ((34, 40, 96), (96, 60, 190), (255, 244, 214)),
            ((186, 226, 250), (250, 214, 236), (44, 32, 84)),
            ((250, 214, 70), (250, 150, 40), (60, 22, 0)),
        ),
    )
    square = Page(ramp(rng, (wide, round(345 * unit)), one, other), "clear", unit)
    for _ in range(7):
        x, y, size = (float(part) for part in rng.uniform((-20, -20, 20), (340, 320, 90)))
        tint = tuple((3 * a + b) // 4 for a, b in zip(one, other, strict=True))
        disc(square, x, y, size, (tint[0], tint[1], tint[2]))
    page.image.paste(square.image, (0, round(68 * unit)))
    words, face = say(rng), page.face
    page.face = pick(rng, ("pen", "loud", "heavy", "slim"))
    strong = Ink(25 if len(words) < 70 else 20.5, colour, bold=True)
    lines = len(page.wrap(words, 300 * unit, strong.points, True))
    page.y = (68 + 172 - lines * 0.73 * strong.points) * unit
    centred(page, words, 300, strong, 1.46)
    page.face, below = face, 422 * unit
    smiley(page, 14, 423, 18)
    counts = f"{rng.integers(2, 90)} bình luận · {rng.integers(2, 300)} lượt chia sẻ"
    page.write(str(rng.integers(30, 999)), (38 * unit, below), Ink(13.5, faint))
    right(page, counts, (346 * unit, below), Ink(13.5, faint), goes_on=True)
    strokes(page, [(14, 449), (346, 449)], faint, 0.5)
    for number, (x, name) in enumerate(((48, "Thích"), (150, "Bình luận"), (276, "Chia sẻ"))):
        at = x * unit, 462 * unit
        page.write(name, at, Ink(14, faint, bold=True), goes_on=number > 0)
        box(page, (x - 22, 464, x - 6, 478), None, 5)
    return page


def captioned(rng: Generator, say: Sentences) -> Page:
    """A photo with a sentence above and, below, the stamp of a camera: hour, day, place."""
    page = new_page(rng, "loud", WHITE, 1.33, (1080, 1200, 1440))
    unit, low = page.unit, page.image.height / page.unit
    page.image.paste(street(rng, *page.image.size))
    words, ink = (
        say(rng),
        Ink(19.5, pick(rng, (WHITE, (255, 236, 120), (190, 255, 206))), bold=True),
    )
    page.y = 22 * unit
    if rng.random() < 0.5:
        tall = 27.3 * len(page.wrap(words, 304 * unit, ink.points, True))
        dark = rng.random() < 0.5
        panel(page, (16, 12, 344, 30 + tall), BLACK if dark else WHITE, 0.68 if dark else 0.86, 10)
        page.block(
            words, 28 * unit, 304 * unit, ink if dark else Ink(19.5, (20, 34, 66), bold=True)
        )
    else:
        shaded(page, words, 20, 316, ink)
    fade(page, low - 130, low - 20, 0.62)
    page.face, top = "display", low - 84
    hour, thin = clock(rng), Ink(38, WHITE)
    page.write(hour, (18 * unit, (top - 10) * unit), thin)
    x = 30 + page.length(hour, thin) / unit
    strokes(page, [(x, top), (x, top + 40)], (255, 196, 40), 3)
    page.write(day(rng), ((x + 10) * unit, top * unit), Ink(15, WHITE))
    week = pick(rng, ("Thứ Ba", "Thứ Sáu", "Chủ Nhật"))
    page.write(week, ((x + 10) * unit, (top + 20) * unit), Ink(15, WHITE), goes_on=True)
    page.write(
        f"Thôn {place(rng)}, xã {place(rng)}", (18 * unit, (top + 48) * unit), Ink(15, WHITE)
    )
    return page


def news(rng: Generator, say: Sentences) -> Page:
    """A card of a news site: a photo, below it a headline on a colour and where it is from."""
    page = new_page(rng, pick(rng, ("press", "loud", "lean")), WHITE, 1.25, (1080, 1200, 1350))
    unit, low, wide = page.unit, page.image.height / page.unit, page.image.width
    ground, colour, accent = pick(
        rng,
        (
            ((92, 16, 40), WHITE, (255, 204, 120)),
            ((246, 240, 226), (36, 30, 28), (190, 40, 20)),
            ((0, 62, 70), (240, 252, 250), (120, 236, 200)),
            ((255, 206, 0), (24, 22, 16), (150, 20, 20)),
        ),
    )
    words, points = say(rng), 21.0
    words = words.upper() if len(words) < 80 and rng.random() < 0.4 else words
    while len(lines := page.wrap(words, 320 * unit, points, True)) > 5:
        points -= 1
    step = 1.36 * points
    top = low - 74 - step * len(lines)
    page.image.paste(street(rng, wide, round(top * unit) + 1))
    box(page, (0, top, 360, low), ground)
    site, face = f"nhipsong{rng.integers(10, 99)}.example", page.face
    page.face = "clear"
    name = Ink(13, WHITE, bold=True)
    long = page.length(site, name) / unit
    panel(page, (14, 14, 34 + long, 40), BLACK, 0.6, 13)
    page.write(site, (24 * unit, 18 * unit), name)
    tag = pick(rng, ("ĐỜI SỐNG", "THỜI SỰ ĐỊA PHƯƠNG", "SỨC KHỎE", "CẢNH BÁO"))
    long = page.length(tag, name) / unit
    box(page, (20, top - 13, 40 + long, top + 12), accent)
    page.write(tag, (30 * unit, (top - 10) * unit), Ink(13, ground, bold=True))
    page.face, page.y = face, (top + 20) * unit
    for number, line in enumerate(lines):
        ink = Ink(points, accent if number == 0 else colour, bold=True)
        page.write(line, (20 * unit, page.y), ink, goes_on=number > 0)
        page.y += step * unit
    page.face, page.y = "clear", page.y + 14 * unit
    strokes(page, [(20, page.y / unit - 4), (70, page.y / unit - 4)], accent, 2)
    source = f"Nguồn: {folded(place(rng)).replace(' ', '').lower()}.example"
    page.write(source, (20 * unit, page.y), Ink(13, colour))
    right(page, day(rng), (340 * unit, page.y), Ink(13, colour), goes_on=True)
    return page


def video(rng: Generator, say: Sentences) -> Page:
    """A frame of a short video: tabs, subtitles, a rail of counts, who made it and what of."""
    page = new_page(rng, "clear", BLACK, float(rng.uniform(1.72, 1.95)), WIDE)
    unit, low = page.unit, page.image.height / page.unit
    page.image.paste(street(rng, *page.image.size))
    fade(page, 80, 0, 0.7)
    fade(page, low - 190, low - 20, 0.7)
    plain, strong = Ink(15, (206, 206, 206), bold=True), Ink(15, WHITE, bold=True)
    page.write("Đang theo dõi", (70 * unit, 20 * unit), plain)
    page.write("Dành cho bạn", (190 * unit, 20 * unit), strong, goes_on=True)
    strokes(page, [(222, 45), (254, 45)], WHITE, 2)
    words, page.face, page.y = say(rng), pick(rng, ("heavy", "lean", "noto")), 0.2 * low * unit
    lines = page.wrap(words, 300 * unit, 19, True)
    boxed = rng.random() < 0.5
    ink = Ink(19, WHITE, bold=True, edge=0 if boxed else 1.4)
    for number, line in enumerate(lines):
        x, long = (page.image.width - page.length(line, ink)) / 2, page.length(line, ink) / unit
        if boxed:
            at = (180 - long / 2 - 7, page.y / unit - 1, 180 + long / 2 + 7, page.y / unit + 26)
            panel(page, at, BLACK, 0.75, 4)
        hot = number == len(lines) - 1 and number > 0 and not boxed
        tint = Ink(19, (255, 232, 0), bold=True, edge=1.4) if hot else ink
        page.write(line, (x, page.y), tint, goes_on=number > 0)
        page.y += 28 * unit
    page.face = "clear"
    rail = max(page.y / unit + 24, low - 360)
    for place_of, most in enumerate((90, 40, 30)):
        top = rail + 60 * place_of
        disc(page, 312, top, 30, (250, 90, 110) if place_of == 0 else (240, 240, 240))
        count = f"{rng.integers(1, most)},{rng.integers(1, 10)}K"
        left = 327 * unit - page.length(count, Ink(12.5, WHITE, bold=True)) / 2
        page.write(count, (left, (top + 33) * unit), Ink(12.5, WHITE, bold=True, edge=0.5))
    lines = page.wrap(say(rng), 276 * unit, 14.5)
    page.y = (low - 68 - 20.3 * len(lines)) * unit
    maker = f"@be.{folded(place(rng)).replace(' ', '').lower()}{rng.integers(10, 99)}"
    page.write(maker, (16 * unit, page.y - 25 * unit), Ink(15.5, WHITE, bold=True))
    shaded(page, " ".join(lines), 16, 276, Ink(14.5, WHITE))
    page.y += 3 * unit
    shaded(
        page,
        pick(rng, ("#canhbao #tinnong", "#xuhuong #tin24h", "#quetoi")),
        16,
        300,
        Ink(14.5, WHITE, bold=True),
    )
    box(page, (0, low - 12, 360, low - 10), (120, 120, 120))
    box(page, (0, low - 12, 360 * float(rng.random()), low - 10), WHITE)
    return page


KINDS: dict[str, Callable[[Generator, Sentences], Page]] = {
    "chat, light": lambda rng, say: talk(rng, say, DAY),
    "chat, dark": lambda rng, say: talk(rng, say, NIGHT),
    "status": status,
    "captioned photo": captioned,
    "news card": news,
    "short video": video,
    "official notice": notice,
    "notifications": shade,
    "payment receipt": receipt,
    "warning leaflet": leaflet,
}
