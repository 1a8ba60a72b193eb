"""Contents for the tests: one real rumour, told in our own words, and any content at all."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from kiemtin.bulletin.content import Content, Evidence
from kiemtin.bulletin.verdicts import VERDICTS

AT = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=7)))
DAM = Content(
    url="https://example.vn/kiem-chung/dap-nam-pung-1",
    slug="dap-nam-pung-1",
    desk_name="Bàn kiểm tin Lào Cai",
    claim="Đập thuỷ điện Nậm Pung bị vỡ.",
    verdict="false",
    fact="Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.",
    said="Đập Nậm Pung vỡ, nước sắp tràn về các xã hạ lưu.",
    why="Nhà máy và uỷ ban xã đã kiểm tra thân đập lúc 9 giờ sáng. Ảnh lan truyền chụp ở nơi khác.",
    todo="Nghe thông báo của xã. Không chia sẻ tin chưa kiểm chứng.",
    checked_at=AT,
    place_name="xã Mường Hum, Lào Cai",
    valid_from=date(2026, 11, 22),
    valid_until=date(2026, 11, 25),
    evidence=(
        Evidence(
            "Nhà máy thuỷ điện Nậm Pung",
            "Thông báo",
            "https://example.org/thong-bao",
            "ab" * 32,
            "against",
            "primary",
        ),
        Evidence("Uỷ ban nhân dân xã", "Biên bản kiểm tra", stance="against"),
    ),
)


def dam(**changes: Any) -> Content:
    """The rumour about the dam with some fields changed."""
    return replace(DAM, **changes)


TEXT = st.text(max_size=60).filter(str.strip)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
CONTENTS = st.builds(
    Content,
    url=st.integers(1, 5).map(lambda number: f"https://example.vn/kiem-chung/{number}"),
    slug=st.just("s"),
    desk_name=TEXT,
    claim=TEXT,
    verdict=st.sampled_from(sorted(VERDICTS)),
    fact=st.text(max_size=120).filter(str.strip),
    said=st.text(max_size=200),
    why=st.text(max_size=1_200),
    todo=st.text(max_size=300),
    checked_at=MOMENTS,
    place_name=st.text(max_size=30),
    version=st.integers(1, 4),
    kind=st.sampled_from(["first", "amendment", "update", "withdrawal"]),
    what_was_wrong=TEXT,
    evidence=st.lists(st.builds(Evidence, TEXT, TEXT), max_size=5).map(tuple),
    language=st.sampled_from(["vi", "en"]),
)
