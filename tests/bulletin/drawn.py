"""Contents for the drawn forms: the common one, the longest of drafts, every verdict."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.lengths import LIMITS
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.verdicts import VERDICTS
from tests.bulletin.contents import dam
from tests.support.bulletins import SITE, code

CODE = f"{SITE}/ma/#{code()}"
WORDS = "nhà máy thuỷ điện Nậm Pung ở xã Mường Hum xả nước đúng quy trình hạ lưu vẫn được an toàn "


def filled(field: str) -> str:
    """Words of a field up to its limit."""
    return (WORDS * 20)[: LIMITS[field]].rpartition(" ")[0] + "."


LONGEST = dam(
    **{field: filled(field) for field in ("claim", "fact", "said", "why", "todo")},
    what_was_wrong=filled("what_was_wrong"),
    kind="amendment",
    version=2,
    place_name="xã Nậm Chảy, xã Bản Lầu, xã Mường Khương và phường Lào Cai, tỉnh Lào Cai",
    desk_name="Bàn kiểm tin của Ban Chỉ huy Phòng thủ dân sự tỉnh Lào Cai",
    url=f"https://kiemtin.tinh-lao-cai.example.vn/kiem-chung/{'dap-thuy-dien-nam-pung-' * 3}1",
)
HOLDING = dam(
    verdict="checking",
    fact="Chúng tôi đang hỏi nhà máy thuỷ điện và uỷ ban xã xem đập có vỡ không.",
    todo="Lên chỗ cao, tránh xa bờ suối cho đến khi có thông báo mới.",
    why="",
    next_update_at=datetime(2026, 11, 22, 7, 35, tzinfo=UTC),
    valid_until=None,
)
WITHDRAWN = dam(kind="withdrawal", version=2, what_was_wrong="Nguồn đã rút báo cáo của họ.")
ENGLISH = dam(
    language="en",
    fact="The Nam Pung dam did not fail and works as usual.",
    said="The Nam Pung dam has burst.",
    why="The plant and the commune inspected the dam at nine in the morning.",
    todo="Listen to the commune's loudspeaker.",
    place_name="Muong Hum commune, Lao Cai",
)
CASES: dict[str, Content] = {
    **{code: dam(verdict=code) for code in VERDICTS if code != "checking"},
    "checking": HOLDING,
    "longest": LONGEST,
    "withdrawn": WITHDRAWN,
    "english": ENGLISH,
}


@contextmanager
def refused_as(*codes: str) -> Iterator[None]:
    """What stands inside may be refused, but for these reasons only."""
    try:
        yield
    except ContentRefused as refused:
        if refused.code not in codes:
            raise
