"""The short text: fact first and last, rumour once, never too long, never half a word."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.content import Content, Evidence
from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.short_text import SHARE_CHARS, receipt_text, share_text, short_text
from tests.bulletin.contents import AT, CONTENTS, DAM, dam

WHOLE = """\
Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.
Có tin đồn rằng: “Đập Nậm Pung vỡ, nước sắp tràn về các xã hạ lưu” – SAI.
Nhà máy và uỷ ban xã đã kiểm tra thân đập lúc 9 giờ sáng. Ảnh lan truyền chụp ở nơi khác.
Nên làm: Nghe thông báo của xã. Không chia sẻ tin chưa kiểm chứng.
Xin nhắc lại: Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.
Nguồn: Nhà máy thuỷ điện Nậm Pung, Uỷ ban nhân dân xã.
Kiểm chứng lúc 22/11/2026 14:05; nơi: xã Mường Hum, Lào Cai; có giá trị từ 22/11/2026; \
có giá trị đến hết 25/11/2026.
Bàn kiểm tin Lào Cai: https://example.vn/kiem-chung/dap-nam-pung-1"""


def test_the_whole_text_stands_in_the_order_people_remember() -> None:
    assert short_text(DAM) == WHOLE


def test_the_rumour_is_told_once() -> None:
    assert short_text(DAM).count("Có tin đồn rằng") == 1
    for said in (
        "Có tin đồn rằng: đập vỡ.",
        "tin đồn rằng đập vỡ",
        "Có tin đồn nói rằng, “đập vỡ”",
    ):
        text = short_text(dam(said=said))
        assert text.count("tin đồn") == 1
        assert "“đập vỡ” – SAI." in text


def test_the_verdict_stands_beside_the_rumour_and_never_beside_the_fact() -> None:
    for line in short_text(DAM).splitlines():
        assert "SAI" not in line or "tin đồn" in line


def test_lack_of_evidence_and_checking_are_said_in_words() -> None:
    assert "chưa đủ căn cứ để nói đúng hay sai" in short_text(dam(verdict="unproven"))
    checking = short_text(dam(verdict="checking", next_update_at=AT + timedelta(hours=1)))
    assert "đang được kiểm tra" in checking
    assert "cập nhật tiếp lúc 22/11/2026 15:05" in checking
    assert "Xin nhắc lại" not in checking


def test_an_amendment_says_what_was_wrong_and_a_withdrawal_says_nothing_else() -> None:
    amended = short_text(dam(kind="amendment", version=2, what_was_wrong="Ghi nhầm giờ."))
    assert "Đính chính bản trước của chúng tôi: Ghi nhầm giờ." in amended
    assert amended.startswith(DAM.fact)
    for make in (short_text, share_text):
        withdrawn = make(dam(kind="withdrawal", version=2, what_was_wrong="Nhầm đập."))
        assert withdrawn.startswith("Bàn kiểm tin Lào Cai rút lại")
        assert DAM.fact not in withdrawn
        assert "tin đồn" not in withdrawn
        assert "Thông báo lúc 22/11/2026 14:05" in withdrawn
        assert "có giá trị" not in withdrawn
        assert DAM.url in withdrawn


def test_a_time_is_told_in_vietnam() -> None:
    far = AT.astimezone(timezone(timedelta(hours=-8)))
    assert "lúc 22/11/2026 14:05" in short_text(dam(checked_at=far))


def test_many_sources_are_counted_and_each_is_named_once() -> None:
    names = ["A", "B", "A", "C", "D", "E"]
    text = short_text(dam(evidence=tuple(Evidence(name, "t") for name in names)))
    assert "Nguồn: A, B, C, và 2 nguồn khác." in text


def test_english_is_english() -> None:
    text = short_text(dam(language="en", fact="The dam stands.", said="The dam broke."))
    assert "A rumour says: “The dam broke” – FALSE." in text
    assert "Once more: The dam stands." in text
    assert "What to do:" in text


@given(CONTENTS)
def test_a_shared_text_is_short_and_signed_and_begins_with_the_fact(content: Content) -> None:
    text = share_text(content)
    assert len(text) <= SHARE_CHARS
    assert text.endswith(content.url)
    if not content.withdrawn:
        assert text.startswith(one_line(content.fact))


@given(CONTENTS, st.integers(60, 2_000))
def test_any_room_is_kept_to_and_no_line_but_an_explanation_is_cut(
    content: Content, limit: int
) -> None:
    try:
        text = share_text(content, limit)
    except ContentRefused:
        return
    assert len(text) <= limit
    whole = short_text(content).split("\n")
    for line in text.split("\n"):
        stem = line.removesuffix("…")
        assert any(full == line or full.startswith(stem) for full in whole)
        if line not in whole and line.endswith("…"):
            full = next(full for full in whole if full.startswith(stem))
            assert full[len(stem)] in " ,;:–-"


def test_what_helps_now_goes_before_what_explains() -> None:
    text = share_text(dam(why="Vì " + "rất dài " * 150), 400)
    assert "Nên làm:" in text
    assert "Có tin đồn" in text
    assert len(text) <= 400


def test_with_room_for_everything_it_is_the_whole_text() -> None:
    assert share_text(DAM, 5_000) == short_text(DAM)


def test_without_room_for_fact_and_link_there_is_no_text() -> None:
    with pytest.raises(ContentRefused) as caught:
        share_text(DAM, 100)
    assert caught.value.code == "room"
    needed = int(str(caught.value.params["needed"]))
    assert len(share_text(DAM, needed)) == needed


def test_an_answer_says_what_it_is() -> None:
    assert receipt_text(DAM) == f"Điều bạn hỏi đã được kiểm chứng:\n{WHOLE}"
    assert receipt_text(DAM, told_before=True).startswith("Câu trả lời trước cho bạn đã thay đổi:")
    assert receipt_text(dam(verdict="checking")).startswith("Điều bạn hỏi đang được kiểm tra:")


def test_the_same_content_always_gives_the_same_text() -> None:
    moved = DAM.checked_at.astimezone(timezone(timedelta(hours=1)))
    assert isinstance(moved, datetime)
    assert share_text(dam(checked_at=moved)) == share_text(DAM)
