"""A third set of pictures as phones show them, written before anything was measured on it.

Nothing in the reader is set on these. Fonts, sizes, colours and places of things differ from both
other sets, and there are kinds that they lack: a newspaper's two columns, a stamped photo with a
bar of words, notices of a bank on a locked screen, a thread of comments.
"""

from collections.abc import Callable

from numpy.random import Generator
from PIL import Image, ImageDraw

from benchmarks.phone_chat import Look, chat
from benchmarks.phone_page import Colour, Ink, Page, Sentences, clock, font, new_page, photo, place

_LIGHT = Look(
    ground=(239, 231, 219),
    bar=(7, 94, 84),
    mine=(220, 248, 198),
    theirs=(255, 255, 252),
    my_ink=(17, 27, 33),
    ink=(17, 27, 33),
    faint=(102, 119, 129),
    face=(70, 120, 180),
    font="narrow",
    title=Ink(17, (255, 255, 255), bold=True),
    points=16,
    corner=7,
)
_DARK = Look(
    ground=(15, 23, 42),
    bar=(30, 41, 59),
    mine=(2, 132, 199),
    theirs=(51, 65, 85),
    my_ink=(248, 250, 252),
    ink=(226, 232, 240),
    faint=(148, 163, 184),
    face=(217, 119, 6),
    font="display",
    title=Ink(15, (226, 232, 240)),
    points=14,
    corner=6,
)


def newspaper(rng: Generator, say: Sentences) -> Page:
    """Part of a printed page: a headline over two columns."""
    page = new_page(rng, "slim serif", (247, 243, 233), 1.2, (1080, 1440))
    unit, black = page.unit, (28, 26, 24)
    page.y = 16 * unit
    page.block(say(rng), 16 * unit, 328 * unit, Ink(20, black, bold=True), 1.25)
    top = page.y + 12 * unit
    page.draw.line((16 * unit, top - 4 * unit, 344 * unit, top - 4 * unit), black, 2)
    for left in (16, 190):
        page.y = top
        while page.y < page.image.height - 100 * unit:
            page.block(f"{say(rng)} {say(rng)}", left * unit, 154 * unit, Ink(10.5, black), 1.35)
            page.y += 7 * unit
    return page


def stamped(rng: Generator, say: Sentences) -> Page:
    """A photo with a dim bar of words below and a tilted red stamp above."""
    page = new_page(rng, "narrow", (0, 0, 0), 1.1, (828, 1080))
    unit, width = page.unit, page.image.width
    page.image.paste(photo(rng, width, page.image.height))
    stamp = Image.new("RGBA", (round(150 * unit), round(50 * unit)))
    draw, red = ImageDraw.Draw(stamp), (214, 24, 32, 255)
    draw.rectangle((3, 3, stamp.width - 4, stamp.height - 4), (255, 255, 255, 235), red, 8)
    draw.text((14 * unit, 8 * unit), "TIN GIẢ", fill=red, font=font("dejavu", 26 * unit, True))
    stamp = stamp.rotate(float(rng.uniform(4, 12)), Image.Resampling.BICUBIC, expand=True)
    page.image.paste(stamp, (round(100 * unit), round(40 * unit)), stamp)
    page.said.append(["TIN GIẢ"])
    words = say(rng)
    low = page.image.height
    high = low - round((24 + 26 * len(page.wrap(words, 330 * unit, 19))) * unit)
    bar = Image.new("RGBA", (width, low - high), (12, 16, 30, 190))
    page.image.paste(bar, (0, high), bar)
    page.y = high + 10 * unit
    page.block(words, 15 * unit, 330 * unit, Ink(19, (255, 255, 255)), 26 / 19)
    return page


def bank(rng: Generator, say: Sentences) -> Page:
    """A locked screen: the hour, and notices on cards over a picture of colours."""
    page = new_page(rng, "display", (0, 0, 0), 1.9)
    unit, width, low = page.unit, page.image.width, page.image.height
    ends = rng.integers(20, 150, (4, 2, 3), dtype="uint8")
    page.image.paste(Image.fromarray(ends).resize((width, low), Image.Resampling.BICUBIC))
    page.write(clock(rng), (112 * unit, 48 * unit), Ink(52, (255, 255, 255)))
    page.write("Thứ Hai, 7 tháng 9", (108 * unit, 124 * unit), Ink(16, (255, 255, 255)))
    page.y = 170 * unit
    dark = bool(rng.integers(2))
    ink, faint = ((242, 242, 246), (174, 174, 182)) if dark else ((20, 20, 24), (92, 92, 98))
    for name in ("Ngân hàng Vi Dụ", "Tin nhắn", "Ví Điện Tử Mẫu"):
        sum_ = f"{int(rng.integers(1, 900)) * 1000:,}".replace(",", ".")
        words = f"TK ***{rng.integers(100, 999)} {rng.choice(['+', '-'])}{sum_} VND. ND: {say(rng)}"
        tall = (46 + 20 * len(page.wrap(words, 288 * unit, 14.5))) * unit
        if page.y + tall > low - 20 * unit:
            break
        tint = (44, 44, 50, 225) if dark else (246, 246, 250, 225)
        card = Image.new("RGBA", (round(328 * unit), round(tall)), tint)
        page.image.paste(card, (round(16 * unit), round(page.y)), card)
        page.write(name, (54 * unit, page.y + 10 * unit), Ink(13, ink, bold=True))
        page.write(f"{rng.integers(2, 59)} phút", (290 * unit, page.y + 11 * unit), Ink(12, faint))
        box = (28 * unit, page.y + 10 * unit, 46 * unit, page.y + 28 * unit)
        page.draw.rounded_rectangle(box, 4 * unit, fill=(20, 140, 90))
        below = page.y + tall + 8 * unit
        page.y += 34 * unit
        page.block(words, 28 * unit, 288 * unit, Ink(14.5, ink), 20 / 14.5)
        page.y = below
    return page


def comments(rng: Generator, say: Sentences) -> Page:
    """A thread of comments, answers further to the right."""
    page = new_page(rng, "noto", (255, 255, 255), float(rng.uniform(1.5, 2)))
    unit, grey = page.unit, (101, 103, 107)
    page.write("Tất cả bình luận", (14 * unit, 12 * unit), Ink(15, (28, 30, 33), bold=True))
    page.y = 46 * unit
    while True:
        left, words = float(rng.choice([14, 14, 58])) * unit, say(rng)
        width = page.image.width - left - 76 * unit
        tall = (34 + 19.6 * len(page.wrap(words, width, 14))) * unit
        if page.y + tall > page.image.height - 40 * unit:
            return page
        box = (left + 44 * unit, page.y, left + width + 66 * unit, page.y + tall)
        page.draw.rounded_rectangle(box, 16 * unit, fill=(240, 242, 245))
        face: Colour = (int(rng.integers(60, 220)), 110, int(rng.integers(60, 220)))
        page.draw.ellipse((left, page.y, left + 36 * unit, page.y + 36 * unit), fill=face)
        name = Ink(13, (5, 5, 5), bold=True)
        page.write(f"Bạn {place(rng)}", (left + 55 * unit, page.y + 6 * unit), name)
        below = page.y + tall
        page.y += 26 * unit
        page.block(words, left + 55 * unit, width, Ink(14, (5, 5, 5)))
        foot = f"{rng.integers(2, 23)} giờ   Thích   Phản hồi"
        page.write(foot, (left + 55 * unit, below + 3 * unit), Ink(12, grey))
        page.y = below + 30 * unit


def poster(rng: Generator, say: Sentences) -> Page:
    """A heading and points on a ground that changes from one colour to another."""
    page = new_page(rng, "noto", (0, 0, 0), 1.4, (720, 1080, 1440))
    unit = page.unit
    pair = [((120, 10, 60), (40, 20, 90)), ((0, 90, 100), (10, 40, 70))][int(rng.integers(2))]
    ends = Image.new("RGB", (1, 2))
    ends.putdata(pair)
    page.image.paste(ends.resize(page.image.size, Image.Resampling.BILINEAR))
    page.y = 24 * unit
    page.block(say(rng).upper(), 20 * unit, 320 * unit, Ink(20, (255, 240, 120), bold=True), 1.3)
    for number in range(1, 4):
        page.y += 14 * unit
        box = (18 * unit, page.y - 4 * unit, 46 * unit, page.y + 24 * unit)
        page.draw.ellipse(box, fill=(255, 240, 120))
        page.write(str(number), (27 * unit, page.y), Ink(15, (20, 20, 20), bold=True))
        words = say(rng)
        page.block(words, 58 * unit, 284 * unit, Ink(15, (255, 255, 255)))
    page.draw.rectangle(
        (0, page.image.height - 46 * unit, page.image.width, page.image.height), (255, 255, 255)
    )
    words = f"ĐƯỜNG DÂY NÓNG: 0900 000 {rng.integers(100, 999)}"
    page.write(words, (20 * unit, page.image.height - 36 * unit), Ink(17, (170, 0, 30), bold=True))
    return page


def web_page(rng: Generator, say: Sentences) -> Page:
    """An article of a site shown dark."""
    page = new_page(rng, "noto serif", (27, 27, 31), 1.8)
    unit, left = page.unit, 18 * page.unit
    page.write(f"bao-{rng.integers(10, 99)}.example", (left, 14 * unit), Ink(13, (160, 200, 255)))
    page.y = 44 * unit
    page.block(say(rng), left, 324 * unit, Ink(21, (240, 240, 240), bold=True), 1.3)
    page.y += 8 * unit
    shown = photo(rng, page.image.width, round(130 * unit))
    page.image.paste(shown, (0, round(page.y)))
    page.y += 142 * unit
    while page.y < page.image.height - 120 * unit:
        page.block(f"{say(rng)} {say(rng)}", left, 324 * unit, Ink(15, (214, 214, 220)), 1.5)
        page.y += 10 * unit
    return page


def caption(rng: Generator, say: Sentences) -> Page:
    """A photo, words with a black edge above and, yellow, below."""
    page = new_page(rng, "dejavu", (0, 0, 0), 1.25, (720, 1080))
    unit = page.unit
    page.image.paste(photo(rng, page.image.width, page.image.height))
    page.y = 20 * unit
    page.block(say(rng), 14 * unit, 332 * unit, Ink(17, (255, 255, 255), True, 2), 1.35)
    words = say(rng)
    page.y = page.image.height - (14 + 27 * len(page.wrap(words, 332 * unit, 18, True))) * unit
    page.block(words, 14 * unit, 332 * unit, Ink(18, (255, 230, 60), True, 2), 1.45)
    return page


def notice(rng: Generator, say: Sentences) -> Page:
    """A typed letter whose head has two halves beside each other."""
    page = new_page(rng, "noto serif", (244, 244, 240), 1.4, (1080, 1440))
    unit, black = page.unit, (30, 30, 34)
    page.write(f"UBND XÃ {place(rng).upper()}", (18 * unit, 18 * unit), Ink(9.5, black, bold=True))
    page.write(f"Số: {rng.integers(10, 99)}/TB-UBND", (30 * unit, 34 * unit), Ink(9.5, black))
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    page.write(motto[0], (150 * unit, 18 * unit), Ink(9, black, bold=True))
    page.write(motto[1], (184 * unit, 34 * unit), Ink(9.5, black, bold=True), goes_on=True)
    page.write("THÔNG BÁO", (138 * unit, 68 * unit), Ink(14, black, bold=True))
    page.y = 96 * unit
    for _ in range(4):
        page.block(f"{say(rng)} {say(rng)}", 22 * unit, 316 * unit, Ink(11, black), 1.45)
        page.y += 5 * unit
    page.write("CHỦ TỊCH", (236 * unit, page.y + 12 * unit), Ink(11, black, bold=True))
    return page


KINDS: dict[str, Callable[[Generator, Sentences], Page]] = {
    "chat, light": lambda rng, say: chat(rng, say, _LIGHT),
    "chat, dark": lambda rng, say: chat(rng, say, _DARK),
    "poster": poster,
    "newspaper": newspaper,
    "stamped photo": stamped,
    "bank notice": bank,
    "comments": comments,
    "web page": web_page,
    "caption": caption,
    "notice": notice,
}
