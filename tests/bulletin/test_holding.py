"""A holding line in every form: the action first, the rumour once and as being checked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiemtin.bulletin.holding import HoldingContent
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.short_text import short_text
from kiemtin.bulletin.sms import sms
from tests.bulletin.contents import AT

LINE = HoldingContent(
    url="https://example.vn/dang-kiem-tra/7",
    slug="dang-kiem-tra-7",
    desk_name="Bàn kiểm tin Lào Cai",
    claim="Đập Nậm Pung bị vỡ.",
    safe_action="Nếu bạn ở ven suối: lên chỗ cao ngay, đừng chờ xác minh.",
    checking="Chúng tôi đang kiểm tra tin: Đập Nậm Pung bị vỡ",
    published_at=AT,
    next_update_at=AT + timedelta(hours=1),
    place_name="xã Mường Hum, Lào Cai",
)


def test_the_text_says_what_to_do_and_when_more_is_known() -> None:
    assert short_text(LINE.content()) == (
        "Nếu bạn ở ven suối: lên chỗ cao ngay, đừng chờ xác minh.\n"
        "Có tin đồn rằng: “Đập Nậm Pung bị vỡ” – đang được kiểm tra.\n"
        "Thông báo lúc 22/11/2026 14:05; nơi: xã Mường Hum, Lào Cai; "
        "cập nhật tiếp lúc 22/11/2026 15:05.\n"
        "Bàn kiểm tin Lào Cai: https://example.vn/dang-kiem-tra/7"
    )


def test_what_is_being_checked_is_told_where_it_says_more() -> None:
    line = replace(LINE, checking="Xã đang cử người tới đập.")
    assert "Xã đang cử người tới đập." in short_text(line.content())


def test_the_action_comes_first_by_sms_too() -> None:
    assert sms(LINE.content(), 2).text.startswith("Nếu bạn ở ven suối")


def test_a_line_without_an_action_is_refused() -> None:
    with pytest.raises(ContentRefused):
        replace(LINE, safe_action=" ").content()
