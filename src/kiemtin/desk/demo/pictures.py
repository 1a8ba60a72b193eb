"""A picture that goes round in the drill: drawn here, kept with its case, sent in again cut and
pressed, so that the inbox tells where it was seen before.

It shows nobody, and says that it is a drawing for the drill.
"""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone
from PIL import Image, ImageDraw

from kiemtin.bulletin.canvas import font
from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import deliver, investigate, match, receive
from kiemtin.desk.models import Account, Desk, Rumour
from kiemtin.desk.moment import at
from kiemtin.desk.words import EvidenceKind, HeardVia, Stance

KEY = "anh-chau-nhua-ngoc-linh-2024"
CAPTION = "CHẠY LŨ Ở XÃ NGỌC LINH"
NOT_REAL = "hình vẽ cho diễn tập"
ASKED = "Ảnh đẩy chậu nhựa giữa dòng này có phải ở Ngọc Linh không ạ?"
AGO = timedelta(minutes=35)
SIZE = (960, 720)


def keep(key: str, rumour: Rumour, checker: Account) -> None:
    """Keep the picture with its case, as what goes round."""
    if key != KEY:
        return
    source = investigate.Source(
        kind=EvidenceKind.SECONDARY,
        stance=Stance.CONTEXT,
        source="Ảnh đang lan truyền (hình vẽ diễn tập)",
        title="Ảnh kèm dòng chữ chạy lũ",
        origin="Người gửi tin",
        circulates=True,
    )
    investigate.add_evidence(checker, rumour, source, _file(drawn(), 90), "anh.jpg")


def send(desk: Desk) -> None:
    """Somebody sends it in again, cut and pressed; the machine reads it, a person decides."""
    picture = drawn()
    cut = picture.crop((40, 30, picture.width - 60, picture.height - 10)).resize((640, 503))
    with at(timezone.now() - AGO):
        asked = Inbound(
            channel="web",
            external_id="demo:picture",
            text=ASKED,
            received_at=timezone.now() - AGO,
            place="15",
            heard_via=HeardVia.ZALO,
            wants_answer=False,
            pictures=(_file(cut, 45),),
        )
        match.match_message(receive.receive(asked, desk).message)
        deliver.run_due()


def drawn() -> Image.Image:
    """Brown water between trees, a basin, and a line of words below."""
    image = Image.new("RGB", SIZE, "#9fb4bd")
    pen = ImageDraw.Draw(image)
    for number in range(26):
        left, top = number * 41 - 30, 60 + (number * 67) % 110
        shade = ("#40603f", "#54744b", "#2f4c35")[number % 3]
        pen.polygon([(left, 330), (left + 55, top), (left + 110, 330)], fill=shade)
    pen.rectangle([0, 300, 960, 720], fill="#8b6b47")
    for number in range(60):
        left, top = (number * 173) % 960, 320 + (number * 97) % 300
        wide = 30 + (number * 29) % 90
        pen.line([(left, top), (left + wide, top + 6)], fill="#a5855f", width=5)
    pen.ellipse([390, 420, 640, 520], fill="#c8433a")
    pen.ellipse([415, 425, 615, 485], fill="#7d231e")
    pen.rectangle([0, 610, 960, 720], fill="#101418")
    pen.text((40, 622), CAPTION, font=font(600, 46), fill="#ffffff")
    pen.text((40, 680), NOT_REAL, font=font(400, 22), fill="#c9ced6")
    return image


def _file(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
