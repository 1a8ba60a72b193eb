"""More of the fifth set: a letter, a list of notifications, a receipt, a leaflet."""

import numpy as np
from numpy.random import Generator

from benchmarks.phone_fifth_parts import WIDE, day, folded, justified, laid, topline
from benchmarks.phone_fourth_parts import WHITE, box, centred, disc, ramp, right, strokes
from benchmarks.phone_hard import pick
from benchmarks.phone_page import Colour, Ink, Page, Sentences, clock, new_page, place

BLACK: Colour = (20, 20, 24)
_DO = (
    "Giữ bình tĩnh, gọi người lớn đến giúp.",
    "Gọi lại số in ở mặt sau thẻ để hỏi cho rõ.",
    "Ngắt cầu dao khi nước vào nhà.",
    "Đậy kín lu, chum, vại chứa nước.",
    "Mặc áo phao khi đi đò qua sông.",
    "Báo ngay cho trạm y tế gần nhất.",
)
_AVOID = (
    "Không đọc mã OTP cho bất kỳ ai.",
    "Không bấm vào đường dẫn lạ.",
    "Đừng đứng dưới cây to, cột điện khi có sét.",
    "Không tự ý mua thuốc về uống.",
    "Đừng lội qua chỗ nước chảy xiết.",
    "Không chia sẻ tin khi chưa rõ nguồn.",
)


def notice(rng: Generator, say: Sentences) -> Page:
    """A letter with equally wide lines and a seal, photographed from the side on a table."""
    page = new_page(
        rng, pick(rng, ("serif", "noto serif")), (248, 248, 246), 1.36, (1179, 1280, 1440)
    )
    unit, ink, bold = page.unit, Ink(12.2, (30, 30, 36)), Ink(12.2, (30, 30, 36), bold=True)
    slim = page.face == "serif"
    small, face = Ink(9, (30, 30, 36), bold=True), page.face
    page.face = "slim serif" if slim else face
    who = "BAN QUẢN LÝ", f"CHỢ {place(rng).upper()}", f"Số: {rng.integers(10, 99)}/TB-BQL"
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    for middle, lines in ((82, who), (244, motto)):
        for number, line in enumerate(lines):
            left = middle * unit - page.length(line, small) / 2
            page.write(line, (left, (26 + 15 * number) * unit), small, goes_on=number > 0)
    strokes(page, [(205, 57), (283, 57)], (30, 30, 36), 0.6)
    page.face, page.y = face, 88 * unit
    centred(
        page,
        pick(rng, ("THÔNG BÁO", "GIẤY MỜI HỌP", "THÔNG BÁO KHẨN")),
        300,
        Ink(16, (30, 30, 36), bold=True),
    )
    centred(page, f"Về việc giữ trật tự tại thôn {place(rng)}", 300, bold)
    page.y += 7 * unit
    room, words = page.image.height - 120 * unit, f"{say(rng)} {say(rng)}"
    while page.y + 17.4 * unit * (1 + len(page.wrap(words, 304 * unit, ink.points))) < room:
        justified(page, words, 28, 304, ink)
        page.y, words = page.y + 4 * unit, f"{say(rng)} {say(rng)}"
    page.y += 6 * unit
    top = page.y / unit
    page.face = "typed slant" if slim else "serif slant"
    page.write("Nơi nhận:", (28 * unit, page.y), Ink(10.5, (30, 30, 36), bold=True))
    page.face = face
    for number, line in enumerate(("- Các hộ kinh doanh;", "- Lưu: VT.")):
        page.write(
            line, (28 * unit, (top + 16 + 15 * number) * unit), Ink(10.5, ink.colour), goes_on=True
        )
    right(page, f"Ngày {day(rng)}", (326 * unit, page.y), Ink(11.5, ink.colour))
    right(page, "TRƯỞNG BAN", (318 * unit, page.y + 19 * unit), bold)
    for wide in (26, 21):
        x, y, far = 250 * unit, (top + 66) * unit, wide * unit
        ring = (x - far, y - far, x + far, y + far)
        page.draw.ellipse(ring, outline=(206, 50, 60), width=round(1.6 * unit))
    turn = np.linspace(0, 9, 60)
    across, down = 236 + 7 * turn + 12 * np.sin(2 * turn), top + 68 + 14 * np.cos(2 * turn + 1)
    curl = list(zip(across.tolist(), down.tolist(), strict=True))
    strokes(page, curl, (40, 60, 150), 1.3)
    page.image = laid(rng, page.image, pick(rng, ((126, 86, 54), (70, 96, 84), (150, 150, 156))))
    return page


def shade(rng: Generator, say: Sentences) -> Page:
    """Notifications that were pulled down over a screen: apps, senders, what they say."""
    ground, card, ink, faint, accent = pick(
        rng,
        (
            (
                ((206, 214, 196), (232, 222, 206)),
                (252, 252, 244),
                (28, 30, 22),
                (88, 92, 80),
                (60, 102, 30),
            ),
            (
                ((24, 30, 40), (12, 14, 18)),
                (44, 50, 60),
                (226, 230, 238),
                (166, 174, 186),
                (168, 200, 255),
            ),
            (
                ((226, 206, 226), (206, 214, 240)),
                (250, 244, 252),
                (34, 26, 38),
                (100, 90, 106),
                (116, 60, 140),
            ),
        ),
    )
    page = new_page(rng, "display", ground[0], float(rng.uniform(1.7, 2.1)), WIDE)
    unit, low = page.unit, page.image.height / page.unit
    page.image.paste(ramp(rng, page.image.size, *ground))
    page.face = "airy"
    page.write(clock(rng), (20 * unit, 14 * unit), Ink(42, ink))
    page.face = "clear"
    week = pick(rng, ("Thứ Tư", "Thứ Năm", "Thứ Bảy"))
    week = f"{week}, {rng.integers(1, 29)} tháng {rng.integers(1, 13)}"
    page.write(week, (22 * unit, 70 * unit), Ink(14.5, ink))
    right(
        page,
        f"VN Mẫu 5G   {rng.integers(10, 99)}%",
        (340 * unit, 70 * unit),
        Ink(13, ink),
        goes_on=True,
    )
    page.y = 104 * unit
    while _notification(page, rng, say, (card, ink, faint, accent)):
        page.y += 7 * unit
    page.write("Quản lý", (30 * unit, (low - 40) * unit), Ink(14, accent, bold=True))
    right(
        page,
        "Xóa tất cả",
        (330 * unit, (low - 40) * unit),
        Ink(14, accent, bold=True),
        goes_on=True,
    )
    return page


def _notification(
    page: Page, rng: Generator, say: Sentences, tints: tuple[Colour, Colour, Colour, Colour]
) -> bool:
    """Put one notification below what is there; False where there is no room."""
    card, ink, faint, accent = tints
    unit, top = page.unit, page.y / page.unit
    code = int(rng.integers(100, 999))
    app, sender, bare = pick(
        rng,
        (
            ("Tin nhắn", f"NH VIDU {code}", True),
            ("Tin nhắn", f"+84 900 000 {code}", False),
            ("Trò chuyện", f"Nhóm lớp {place(rng)}", False),
            ("Tin nhanh", "Có thể bạn quan tâm", False),
            ("Điện lực Mẫu", "Lịch tạm ngừng cấp điện", False),
        ),
    )
    words = f"{say(rng)} {say(rng)}" if rng.random() < 0.4 else say(rng)
    words = folded(words) if bare else words
    lines, acts = page.wrap(words, 262 * unit, 14), rng.random() < 0.4
    lines = [*lines[:3], f"{lines[3]}…"] if len(lines) > 4 else lines
    tall = 56 + 20 * len(lines) + 32 * acts
    if top + tall > page.image.height / unit - 52:
        return False
    box(page, (12, top, 348, top + tall), card, 20)
    disc(page, 24, top + 12, 30, accent)
    disc(page, 33, top + 21, 12, card)
    page.write(app, (66 * unit, (top + 8) * unit), Ink(12, faint))
    ago = f"{rng.integers(2, 59)} phút trước"
    right(page, ago, (334 * unit, (top + 8) * unit), Ink(12, faint), goes_on=True)
    page.write(sender, (66 * unit, (top + 26) * unit), Ink(14.5, ink, bold=True))
    page.y = (top + 47) * unit
    for number, line in enumerate(lines):
        page.write(line, (66 * unit, page.y), Ink(14, ink), goes_on=number > 0)
        page.y += 20 * unit
    if acts:
        page.y += 6 * unit
        page.write("Đánh dấu đã đọc", (66 * unit, page.y), Ink(13.5, accent, bold=True))
        page.write("Trả lời", (230 * unit, page.y), Ink(13.5, accent, bold=True), goes_on=True)
    page.y = (top + tall) * unit
    return True


def receipt(rng: Generator, say: Sentences) -> Page:
    """A wallet's receipt: a sum, who paid whom, labels with what they say below them."""
    ground, card, ink, faint, accent = pick(
        rng,
        (
            ((248, 232, 240), WHITE, (36, 20, 30), (124, 104, 116), (196, 20, 108)),
            ((18, 22, 20), (34, 40, 38), (236, 242, 238), (154, 166, 160), (120, 226, 150)),
            ((226, 236, 252), WHITE, (16, 28, 52), (96, 108, 132), (20, 84, 214)),
        ),
    )
    page = new_page(rng, pick(rng, ("loud", "clear")), ground, 1.98, WIDE)
    unit, low = page.unit, page.image.height / page.unit
    topline(page, rng, ink)
    page.y = 36 * unit
    centred(page, "Chi tiết giao dịch", 300, Ink(16, ink, bold=True))
    box(page, (16, 74, 344, low - 74), card, 14)
    disc(page, 32, 92, 40, accent)
    strokes(page, [(42, 112), (50, 120), (63, 104)], card, 3.5)
    total = f"{int(rng.integers(20, 40_000)) * 1000:,}".replace(",", ".")
    page.write("Thanh toán thành công", (84 * unit, 88 * unit), Ink(13.5, accent, bold=True))
    page.write(f"-{total}đ", (84 * unit, 107 * unit), Ink(24, ink, bold=True))
    for at in range(18, 342, 9):
        strokes(page, [(at, 152), (at + 5, 152)], faint, 0.8)
    disc(page, 9, 145, 14, ground)
    disc(page, 337, 145, 14, ground)
    shop = f"{pick(rng, ('QUAN COM', 'TAP HOA', 'QUY UNG HO'))} {folded(place(rng)).upper()}"
    page.y = 166 * unit
    for name, value in (
        ("Từ tài khoản", f"Ví Mẫu •••• {rng.integers(100, 999)}"),
        ("Đến", f"{shop} - 0900 000 {rng.integers(100, 999)}"),
        ("Thời gian", f"{clock(rng)}:{rng.integers(10, 60)} - {day(rng)}"),
        ("Lời nhắn", folded(say(rng)) if rng.random() < 0.3 else say(rng)),
        ("Phí giao dịch", "Miễn phí"),
        ("Mã giao dịch", f"{rng.integers(10**10, 10**11)}"),
    ):
        page.write(name, (32 * unit, page.y), Ink(12.5, faint))
        page.y += 19 * unit
        for line in page.wrap(value, 290 * unit, 15):
            page.write(line, (32 * unit, page.y), Ink(15, ink), goes_on=True)
            page.y += 21 * unit
        page.y += 8 * unit
    side = min(96.0, low - 118 - page.y / unit)
    if side > 50:
        _code(page, rng, 32, page.y / unit, side)
        page.y += (side / 2 - 20) * unit
        left = (44 + side) * unit
        page.block("Quét mã để tra cứu tại vi-mau.example", left, 150 * unit, Ink(12.5, faint))
    box(page, (16, low - 60, 172, low - 18), card, 12)
    box(page, (188, low - 60, 344, low - 18), accent, 12)
    page.write("Về trang chủ", (50 * unit, (low - 50) * unit), Ink(14.5, ink, bold=True))
    page.write("Chia sẻ", (238 * unit, (low - 50) * unit), Ink(14.5, card, bold=True), goes_on=True)
    return page


def _code(page: Page, rng: Generator, x: float, y: float, side: float) -> None:
    """Put what looks like a square code at a place given in points."""
    box(page, (x, y, x + side, y + side), WHITE)
    cell = side / 25
    for row, column in zip(*rng.integers(0, 2, (23, 23)).nonzero(), strict=True):
        left, top = x + (1 + float(column)) * cell, y + (1 + float(row)) * cell
        box(page, (left, top, left + cell, top + cell), BLACK)
    for across, down in ((1, 1), (17, 1), (1, 17)):
        for inset, tint in ((0, BLACK), (1, WHITE), (2, BLACK)):
            left, top, wide = x + (across + inset) * cell, y + (down + inset) * cell, 7 - 2 * inset
            box(page, (left, top, left + wide * cell, top + wide * cell), tint)


def leaflet(rng: Generator, say: Sentences) -> Page:
    """A leaflet: a heading, what to know, two columns of what to do and what not to, a number."""
    ground, head, colour, text = pick(
        rng,
        (
            ((236, 246, 232), (24, 110, 60), (250, 255, 236), (22, 44, 30)),
            ((255, 240, 226), (226, 84, 16), (255, 255, 255), (60, 28, 10)),
            ((28, 32, 60), (250, 200, 50), (30, 24, 10), (240, 240, 250)),
        ),
    )
    page = new_page(rng, pick(rng, ("loud", "lean")), ground, 1.62, (1080, 1200, 1440))
    unit, low = page.unit, page.image.height / page.unit
    page.draw.polygon(
        [(0, 0), (page.image.width, 0), (page.image.width, 84 * unit), (0, 112 * unit)], head
    )
    page.y = 14 * unit
    whose = f"TRẠM Y TẾ - TỔ DÂN PHỐ {place(rng).upper()}"
    page.write(whose, (22 * unit, page.y), Ink(11.5, colour, bold=True))
    page.y = 34 * unit
    title = pick(
        rng, ("CẢNH GIÁC LỪA ĐẢO", "PHÒNG TRÁNH ĐUỐI NƯỚC", "AN TOÀN MÙA MƯA LŨ", "PHÒNG DỊCH")
    )
    page.write(title, (22 * unit, page.y), Ink(23, colour, bold=True))
    page.y = 120 * unit
    page.block(say(rng), 22 * unit, 316 * unit, Ink(15.5, text, bold=True), 1.36)
    top = page.y / unit + 12
    good, bad = (20, 130, 70), (206, 36, 40)
    for left, tint, heading, pool in ((18, good, "NÊN LÀM", _DO), (185, bad, "TRÁNH", _AVOID)):
        box(page, (left, top, left + 157, low - 66), WHITE, 10)
        box(page, (left, top, left + 157, top + 30), tint, 10)
        page.write(heading, ((left + 12) * unit, (top + 5) * unit), Ink(14.5, WHITE, bold=True))
        page.y = (top + 40) * unit
        for number in rng.permutation(len(pool)).tolist():
            lines = page.wrap(pool[number], 116 * unit, 13.5)
            y = page.y / unit
            if y + 19 * len(lines) > low - 72:
                break
            if tint == good:
                strokes(
                    page, [(left + 10, y + 10), (left + 15, y + 15), (left + 23, y + 4)], tint, 2.5
                )
            else:
                strokes(page, [(left + 11, y + 4), (left + 22, y + 15)], tint, 2.5)
                strokes(page, [(left + 11, y + 15), (left + 22, y + 4)], tint, 2.5)
            page.block(pool[number], (left + 32) * unit, 116 * unit, Ink(13.5, BLACK), 19 / 13.5)
            page.y += 9 * unit
    box(page, (0, low - 52, 360, low), head)
    call = f"Cần giúp đỡ, gọi 0900 000 {rng.integers(100, 999)}"
    page.y = (low - 38) * unit
    centred(page, call, 330, Ink(17, colour, bold=True))
    return page
