"""A fourth set of pictures as phones show them, drawn without a look at the reader; for tuning now.

It was measured once before anything was set on it: 4.3 % of the characters were wrong (plain
Tesseract 8.0 %). There are kinds that the others lack: a story, a meme, a frame of a livestream, a
list of messages, the receipt of a transfer, a bulletin with a table of water levels.
"""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter

from benchmarks.phone_fourth_parts import (
    DARK,
    LIGHT,
    WHITE,
    box,
    centred,
    disc,
    grainy,
    label,
    landscape,
    ramp,
    right,
    row,
    status,
    strokes,
    thread,
)
from benchmarks.phone_page import Colour, Ink, Page, Sentences, clock, new_page, place


def story(rng: Generator, say: Sentences) -> Page:
    """A story: centred words on a ground that runs from one colour to another."""
    page = new_page(rng, "be", WHITE, float(rng.uniform(1.6, 1.9)))
    unit, which = page.unit, int(rng.integers(3))
    ends: tuple[Colour, ...] = ((226, 76, 70), (24, 128, 92), (255, 196, 92))
    other: tuple[Colour, ...] = ((150, 34, 130), (10, 62, 110), (255, 236, 190))
    page.image.paste(ramp(rng, page.image.size, ends[which], other[which]))
    colour: Colour = (70, 34, 10) if which == 2 else WHITE
    for at in range(3):
        box(page, (10 + 115 * at, 10, 120 + 115 * at, 12), colour)
    disc(page, 14, 22, 34, colour)
    page.write(f"Tiệm {place(rng)}", (58 * unit, 28 * unit), Ink(14, colour, bold=True))
    hours = f"{rng.integers(2, 23)} giờ"
    right(page, hours, (312 * unit, 29 * unit), Ink(13, colour), goes_on=True)
    page.face = ("heavy", "fine")[int(rng.integers(2))]
    words = say(rng)
    ink = Ink(27 if len(words) < 60 else 22, colour, bold=True)
    lines = len(page.wrap(words, 296 * unit, ink.points, True))
    page.y = page.image.height / 2 - lines * 0.72 * ink.points * unit
    centred(page, words, 296, ink, 1.42)
    page.y += 14 * unit
    page.face = "be"
    centred(page, f"Chia sẻ từ tram-{rng.integers(10, 99)}.example", 300, Ink(13, colour))
    return page


def captioned(rng: Generator, say: Sentences) -> Page:
    """A landscape with words that throw a soft shadow, or each line of them on a label."""
    face = ("heavy", "slant")[int(rng.integers(2))]
    page = new_page(rng, face, WHITE, 1.33, (828, 1080, 1170))
    unit, ink = page.unit, Ink(21, WHITE, bold=True)
    page.image.paste(landscape(rng, *page.image.size))
    page.y = 16 * unit
    tag = f"Xã {place(rng)}, {rng.integers(1, 29)}/{rng.integers(1, 13)}/2026"
    label(page, tag, Ink(12.5, WHITE), (20, 30, 40))
    words = say(rng)
    lines = page.wrap(words, 318 * unit, ink.points, True)
    page.y = page.image.height - (30 + 31 * len(lines)) * unit
    if rng.random() < 0.5:
        ground, colour = (((250, 250, 250), (24, 24, 28)), ((208, 30, 62), WHITE))[
            int(rng.integers(2))
        ]
        for number, line in enumerate(lines):
            label(page, line, Ink(20, colour, bold=True), ground, goes_on=number > 0)
        return page
    shade = Page(Image.new("RGB", page.image.size), face, unit, y=page.y + 1.5 * unit)
    centred(shade, words, 318, Ink(21, WHITE, bold=True), 31 / 21)
    dim = shade.image.convert("L").filter(ImageFilter.GaussianBlur(1.6 * unit))
    page.image.paste((0, 0, 0), (0, 0), dim.point(lambda part: min(235, 2 * part)))
    centred(page, words, 318, ink, 31 / 21)
    return page


def meme(rng: Generator, say: Sentences) -> Page:
    """A picture between two bars of narrow heavy words."""
    page = new_page(rng, "heavy", WHITE, 1.2, (900, 1100, 1350))
    unit, wide, high = page.unit, page.image.width, 190 * page.unit
    ground, colour = ((WHITE, (16, 16, 16)), ((14, 14, 14), WHITE))[int(rng.integers(2))]
    above, below, ink = say(rng), say(rng), Ink(21, colour, bold=True)
    tall = [(18 + 29 * len(page.wrap(of, 336 * unit, 21, True))) * unit for of in (above, below)]
    page.image = Image.new("RGB", (wide, round(sum(tall) + high)), ground)
    page.image.paste(landscape(rng, wide, round(high)), (0, round(tall[0])))
    page.y = 7 * unit
    centred(page, above, 336, ink, 29 / 21)
    at = (14 * unit, tall[0] + high - 24 * unit)
    page.write(f"cuoi{rng.integers(10, 99)}.example", at, Ink(12, WHITE, edge=0.7))
    page.y = tall[0] + high + 7 * unit
    centred(page, below, 336, ink, 29 / 21)
    narrow = round(0.82 * wide), page.image.height
    page.image = page.image.resize(narrow, Image.Resampling.LANCZOS)
    return page


def live(rng: Generator, say: Sentences) -> Page:
    """A frame of a livestream: a mark above, a heading in the lower third, a ticker below it."""
    page = new_page(rng, "noto", WHITE, 0.8, (1080, 1280, 1440))
    unit, low, which = page.unit, page.image.height / page.unit, int(rng.integers(2))
    page.image.paste(landscape(rng, *page.image.size))
    page.y = 12 * unit
    label(page, f"TRỰC TIẾP {clock(rng)}", Ink(12, WHITE, bold=True), (206, 18, 40))
    mark = Ink(14, WHITE, bold=True, edge=0.8)
    right(page, "KÊNH MẪU 9", (346 * unit, 14 * unit), mark)
    page.face, words, ticker = "heavy", say(rng), ""
    top = low - 44 - 23.5 * len(page.wrap(words, 330 * unit, 17, True))
    one: Colour = ((12, 44, 120), (110, 12, 34))[which]
    other: Colour = ((6, 20, 60), (54, 8, 20))[which]
    ground = ramp(rng, (page.image.width, round((low - top) * unit)), one, other)
    page.image.paste(ground, (0, round(top * unit)))
    box(page, (0, top - 24, 104, top), ((250, 208, 40), (240, 240, 236))[which])
    page.write("ĐIỂM NÓNG", (12 * unit, (top - 21) * unit), Ink(13, (20, 20, 30), bold=True))
    page.y = (top + 6) * unit
    page.block(words, 14 * unit, 330 * unit, Ink(17, WHITE, bold=True), 23.5 / 17)
    page.face, ink = "noto", Ink(13, (24, 24, 30))
    box(page, (0, low - 30, 360, low), (244, 244, 244))
    more = f"{place(rng)} {rng.integers(22, 37)}°C"
    while page.length(more, ink) < 334 * unit:
        ticker, more = more, f"{more}  •  {place(rng)} {rng.integers(22, 37)}°C"
    page.write(ticker, (14 * unit, (low - 25) * unit), ink)
    return page


def notice(rng: Generator, say: Sentences) -> Page:
    """A letter of narrow type, photographed a little askew in light that falls off to a side."""
    paper: Colour = ((250, 247, 238), (242, 243, 246))[int(rng.integers(2))]
    page = new_page(rng, "noto serif", paper, 1.25, (1170, 1280, 1440))
    unit, ink, bold = page.unit, Ink(12, (26, 26, 32)), Ink(12, (26, 26, 32), bold=True)
    page.y = 22 * unit
    centred(page, f"HỢP TÁC XÃ NÔNG NGHIỆP {place(rng).upper()}", 304, bold)
    centred(page, f"Số {rng.integers(10, 300)}/TB-HTX", 304, ink)
    page.y += 8 * unit
    centred(page, "THÔNG BÁO", 304, Ink(17, (26, 26, 32), bold=True))
    page.face = "serif slant"
    centred(page, f"Kính gửi: các hộ xã viên thôn {place(rng)}", 304, ink)
    page.face = "noto serif"
    page.y += 8 * unit
    while page.y < page.image.height - 175 * unit:
        page.block(f"- {say(rng)} {say(rng)}", 28 * unit, 304 * unit, ink, 1.42)
        page.y += 5 * unit
    page.face = "serif slant"
    day = f"Ngày {rng.integers(1, 29)} tháng {rng.integers(1, 13)} năm 2026"
    right(page, day, (332 * unit, page.y + 5 * unit), ink)
    page.face = "noto serif"
    right(page, "GIÁM ĐỐC", (300 * unit, page.y + 24 * unit), bold)
    askew = float(rng.uniform(-0.8, 0.8))
    seen = page.image.rotate(askew, Image.Resampling.BICUBIC, fillcolor=paper)
    seen = seen.resize((round(0.86 * seen.width), seen.height), Image.Resampling.LANCZOS)
    corners = Image.fromarray(rng.uniform(0.66, 1.0, (2, 2)).astype(np.float32))
    light = np.asarray(corners.resize(seen.size, Image.Resampling.BICUBIC))
    soft = np.asarray(seen.filter(ImageFilter.GaussianBlur(0.2 * unit)))
    page.image = grainy(rng, soft * light[..., None].astype(np.float64), 4)
    return page


def inbox(rng: Generator, say: Sentences) -> Page:
    """A phone's list of messages: senders, hours, how each begins."""
    dark = bool(rng.integers(2))
    ground: Colour = (17, 24, 22) if dark else (251, 252, 250)
    fill: Colour = (38, 48, 44) if dark else (232, 238, 234)
    ink, faint = ((234, 242, 238), (152, 168, 162)) if dark else ((22, 30, 27), (104, 116, 110))
    page = new_page(rng, "display" if dark else "be", ground, float(rng.uniform(1.5, 1.95)))
    unit = page.unit
    status(page, rng, ink)
    page.write("Hộp thư", (18 * unit, 36 * unit), Ink(26, ink, bold=True))
    box(page, (16, 78, 344, 114), fill, 18)
    page.write("Tìm trong tin nhắn", (34 * unit, 86 * unit), Ink(14, faint))
    page.y = 130 * unit
    senders = ("NH MAU SO {}", "Tổng đài {}", "0900 000 {}", "+84 900 000 {}", "Bưu cục {}")
    while page.y < page.image.height - 92 * unit:
        name = senders[int(rng.integers(5))].format(rng.integers(100, 999))
        one, two = (int(part) for part in rng.integers(70, 200, 2))
        disc(page, 16, page.y / unit + 4, 42, (one, 130, two))
        page.write(name, (70 * unit, page.y), Ink(15.5, ink, bold=True))
        day = f"{rng.integers(1, 29)} thg {rng.integers(1, 13)}"
        hour = clock(rng) if rng.random() < 0.5 else day
        right(page, hour, (344 * unit, page.y + 2 * unit), Ink(12, faint), goes_on=True)
        page.y += 23 * unit
        lines = page.wrap(f"{say(rng)} {say(rng)}", 256 * unit, 13.5)[:2]
        page.block(f"{' '.join(lines)}…", 70 * unit, 274 * unit, Ink(13.5, faint))
        page.y += 14 * unit
        strokes(page, [(70, page.y / unit - 7), (360, page.y / unit - 7)], fill, 0.7)
    return page


def receipt(rng: Generator, say: Sentences) -> Page:
    """A bank's app after a transfer: a sum, and a table with labels left and values right."""
    tint: Colour = ((206, 90, 10), (0, 128, 128), (92, 50, 160))[int(rng.integers(3))]
    face = ("noto", "be")[int(rng.integers(2))]
    page = new_page(rng, face, tint, float(rng.uniform(1.7, 1.9)))
    unit, ink, grey = page.unit, Ink(13.5, (28, 28, 32), bold=True), (112, 114, 122)
    box(page, (14, 52, 346, page.image.height / unit - 54), WHITE, 16)
    disc(page, 154, 26, 52, (40, 170, 90))
    strokes(page, [(168, 52), (177, 62), (193, 42)], WHITE, 4)
    page.y = 88 * unit
    centred(page, "Chuyển khoản thành công", 300, Ink(16, (28, 28, 32)))
    total = f"{int(rng.integers(50, 90_000)) * 1000:,}".replace(",", ".")
    centred(page, f"{total} VND", 300, Ink(26, tint, bold=True))
    day = f"{clock(rng)} ngày {rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/2026"
    centred(page, day, 300, Ink(12.5, grey))
    rows = {
        "Tài khoản nguồn": f"**** {rng.integers(1000, 9999)}",
        "Người nhận": f"CUA HANG MAU {rng.integers(10, 99)}",
        "Số tài khoản": f"0900 000 {rng.integers(100, 999)}",
        "Ngân hàng": f"NH Ví Dụ, phòng giao dịch {place(rng)}",
        "Nội dung": say(rng),
        "Phí": "Miễn phí",
        "Mã giao dịch": f"FT26{rng.integers(10**9, 10**10)}",
    }
    page.y += 16 * unit
    for name, value in rows.items():
        strokes(page, [(30, page.y / unit - 5), (330, page.y / unit - 5)], (226, 226, 232), 0.8)
        page.write(name, (30 * unit, page.y), Ink(13.5, grey))
        for line in page.wrap(value, 178 * unit, 13.5, True):
            right(page, line, (330 * unit, page.y), ink, goes_on=True)
            page.y += 20 * unit
        page.y += 11 * unit
    page.y = page.image.height - 40 * unit
    centred(page, "Chia sẻ biên lai", 300, Ink(15, WHITE, bold=True))
    return page


def levels(rng: Generator, say: Sentences) -> Page:
    """A bulletin of a hydrological station: a few sentences and a table of water levels."""
    page = new_page(rng, "display", (240, 247, 250), 1.4, (828, 1080, 1440))
    unit, ink = page.unit, (24, 36, 40)
    deep: Colour = ((8, 76, 108), (20, 92, 60))[int(rng.integers(2))]
    box(page, (0, 0, 360, 72), deep)
    page.y = 10 * unit
    centred(page, f"TRẠM THỦY VĂN {place(rng).upper()}", 340, Ink(12.5, (214, 234, 240)))
    centred(page, "BẢN TIN MỰC NƯỚC", 340, Ink(21, WHITE, bold=True))
    page.y, page.face = 82 * unit, "slim"
    day = f"Phát lúc {clock(rng)} ngày {rng.integers(1, 29)}/{rng.integers(1, 13)}/2026"
    page.write(day, (18 * unit, page.y), Ink(12.5, ink))
    page.y, page.face = 104 * unit, "display"
    page.block(say(rng), 18 * unit, 324 * unit, Ink(14.5, ink))
    page.y += 10 * unit
    row(page, ("Sông", "7 giờ", "13 giờ", "Báo động"), Ink(13, WHITE, bold=True), deep)
    for number in range(int(rng.integers(3, 6))):
        level, rise = float(rng.uniform(2, 30)), float(rng.uniform(-1, 2))
        seven, thirteen = (f"{of:.2f}".replace(".", ",") for of in (level, level + rise))
        grade = ("I", "II", "III", "Dưới I")[int(rng.integers(4))]
        ground: Colour = WHITE if number % 2 else (222, 235, 240)
        row(page, (place(rng), seven, thirteen, grade), Ink(13.5, ink), ground)
    page.y += 10 * unit
    warning = Ink(14, (176, 30, 20), bold=True)
    page.block(f"Cảnh báo: {say(rng)}", 18 * unit, 324 * unit, warning)
    return page


KINDS: dict[str, Callable[[Generator, Sentences], Page]] = {
    "chat, light": lambda rng, say: thread(rng, say, LIGHT),
    "chat, dark": lambda rng, say: thread(rng, say, DARK),
    "story": story,
    "captioned photo": captioned,
    "meme": meme,
    "livestream": live,
    "photographed notice": notice,
    "list of messages": inbox,
    "receipt": receipt,
    "water bulletin": levels,
}
