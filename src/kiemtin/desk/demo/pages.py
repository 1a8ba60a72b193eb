"""Pages made for the drill, archived as if a checker had named them; nothing is fetched for it.

Their addresses end in .example, and each page says that it is not real.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO

from django.db import transaction
from PIL import Image, ImageDraw

from kiemtin.desk import fetching
from kiemtin.desk.demo.stories import DATA
from kiemtin.desk.flow import capturing, investigate, looking_again
from kiemtin.desk.models import Account, Capture, Job, Rumour
from kiemtin.desk.moment import at, now
from kiemtin.desk.words import EvidenceKind, JobState, Stance
from kiemtin.media import archive
from kiemtin.media.fetch import Fetched, Hop

FOLDER = DATA / "pages"
AGO = timedelta(hours=20)
LOOKED = timedelta(hours=2)
FIRST = "Chưa hộ nào phải rời nhà. Mười hai hộ sát chân đồi được dặn sẵn sàng đi khi có kẻng."
CHANGED = "Mười hai hộ sát chân đồi đã chuyển lên nhà văn hoá từ 14 giờ; các hộ khác vẫn ở nhà."


@dataclass(frozen=True)
class Made:
    """A page of the drill: for which story, its file and address, and the evidence it becomes."""

    key: str
    file: str
    host: str
    origin: str
    quote: str
    stance: Stance
    kind: EvidenceKind = EvidenceKind.SECONDARY
    dated: date | None = None


PAGES = (
    Made(
        "bao-ha-tan-an-2-doi-nut-2025",
        "tan-an.html",
        "trang-xa.example",
        "Đoàn kiểm tra của xã (diễn tập)",
        "Mười hai hộ sát chân đồi được dặn sẵn sàng đi khi có kẻng.",
        Stance.AGAINST,
        EvidenceKind.PRIMARY,
    ),
    Made(
        "giam-hoc-phi-bao-lu-chuyen-khoan-2025",
        "hoc-phi.html",
        "dao-tao.example",
        "Phòng đào tạo (diễn tập)",
        "Nhà trường không nhắn riêng, không đưa số tài khoản cá nhân",
        Stance.AGAINST,
    ),
    Made(
        "nam-pung-vo-dap",
        "nam-pung.html",
        "quan-trac.example",
        "Sổ trực của trạm quan trắc (diễn tập)",
        "Mực nước hồ lúc 21 giờ là 78,2 mét, thấp hơn đỉnh đập 3,8 mét.",
        Stance.AGAINST,
        EvidenceKind.PRIMARY,
        date(2024, 9, 9),
    ),
)


def keep(key: str, rumour: Rumour, checker: Account) -> None:
    """Archive the pages of a story and make evidence of them; one has changed since."""
    for made in (one for one in PAGES if one.key == key):
        with at(now() - AGO):
            capture = _captured(made, rumour, checker)
            _use(made, rumour, checker, capture)
        if "{second}" in (FOLDER / made.file).read_text(encoding="utf-8"):
            with at(now() - LOOKED):
                looking_again.note(capture, _page(made, CHANGED))


def _captured(made: Made, rumour: Rumour, checker: Account) -> Capture:
    with transaction.atomic():
        capture = capturing.ask(checker, rumour, _address(made))
        Job.objects.filter(key=f"capture:{capture.pk}").update(state=JobState.DONE, done_at=now())
    parts = [_fetched(made, "style.css", "text/css"), _drawn(made)]
    had = archive.keep(fetching.identity(), _page(made, FIRST), parts)
    capturing.put(capture, had)
    return Capture.objects.get(pk=capture.pk)


def _use(made: Made, rumour: Rumour, checker: Account, capture: Capture) -> None:
    source = investigate.Source(
        kind=made.kind,
        stance=made.stance,
        source=capture.site,
        title=capture.title,
        origin=made.origin,
        quote=made.quote,
        url=capture.url,
        dated=made.dated,
        capture=capture,
    )
    investigate.add_evidence(checker, rumour, source)


def _address(made: Made) -> str:
    return f"https://{made.host}/{made.file.removesuffix('.html')}"


def _page(made: Made, second: str) -> Fetched:
    text = (FOLDER / made.file).read_text(encoding="utf-8").replace("{second}", second)
    return _had(_address(made), text.encode(), "text/html; charset=utf-8")


def _fetched(made: Made, name: str, said: str) -> Fetched:
    return _had(f"https://{made.host}/{name}", (FOLDER / name).read_bytes(), said)


def _drawn(made: Made) -> Fetched:
    """A lake between mountains, drawn here: no photo of anybody's."""
    image = Image.new("RGB", (640, 360), "#cfe3ee")
    pen = ImageDraw.Draw(image)
    pen.polygon([(0, 230), (150, 60), (300, 240)], fill="#5b7f63")
    pen.polygon([(220, 240), (430, 40), (640, 230)], fill="#486b54")
    pen.rectangle([0, 220, 640, 360], fill="#3f7fa6")
    pen.rectangle([250, 215, 400, 260], fill="#9a9a94")
    out = BytesIO()
    image.save(out, "PNG")
    return _had(f"https://{made.host}/ho.png", out.getvalue(), "image/png")


def _had(url: str, body: bytes, said: str) -> Fetched:
    headers = {"content-type": said}
    media_type = said.partition(";")[0]
    moment: datetime = now()
    hops = (Hop(url, 200, "", headers),)
    digest = sha256(body).hexdigest()
    return Fetched(url, url, 200, headers, body, media_type, media_type, digest, moment, hops)
