"""A link that changed, moved or died is told from one that only shows the day's other news."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.archive import Kept, LinkState, Readable, link_state
from kiemtin.media.archive.again import REASONS, differ
from kiemtin.media.fetch import Fetched
from kiemtin.media.fetch.limits import refused

URL = "https://bao.example/tin/1"
TEXT = """Hồ Suối Bạc an toàn
Thứ hai, 02/11/2026, 08:30
Mực nước là 36,2 mét.
Đập không nứt.
12 lượt xem"""
LATER = TEXT.replace("02/11/2026, 08:30", "03/11/2026, 9:05").replace("12 lượt", "1.204 lượt")
KEPT = Kept(Readable("Hồ", TEXT), URL, sha256(TEXT.encode()).hexdigest())


def now(text: str = TEXT, status: int = 200, url: str = URL) -> Fetched:
    body = text.encode()
    return Fetched(
        URL, url, status, {}, body, "text/html", "text/html", sha256(body).hexdigest(),
        datetime(2026, 11, 3, tzinfo=UTC), (),
    )  # fmt: skip


def state(text: str = TEXT, status: int = 200, url: str = URL) -> LinkState:
    return link_state(KEPT, now(text, status, url), Readable("Hồ", text))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (TEXT, True),
        (TEXT.replace("\n", "\n\n ").upper(), True),
        (LATER, True),
        (TEXT + "\nQuảng cáo: mua ngay hôm nay", True),
        (TEXT + "\nXem thêm: trời mưa", True),
        (TEXT.replace("36,2", "38,2"), False),
        (TEXT.replace("không nứt", "đã nứt"), False),
        (TEXT.replace("Đập không nứt.\n", ""), False),
        ("Trang đang bảo trì", False),
    ],
)
def test_a_text_changed_where_a_reader_would_say_so(text: str, same: bool) -> None:
    assert state(text).state == ("same" if same else "changed")


def test_the_pieces_say_what_changed() -> None:
    (piece,) = state(TEXT.replace("36,2", "38,2")).pieces
    assert (piece.before, piece.after) == ("Mực nước là 36,2 mét.", "Mực nước là 38,2 mét.")


@pytest.mark.parametrize(
    ("status", "means"),
    [
        (404, "gone"),
        (410, "gone"),
        (401, "hidden"),
        (403, "hidden"),
        (451, "hidden"),
        (503, "silent"),
    ],
)
def test_a_status_says_what_became_of_it(status: int, means: str) -> None:
    had = state(status=status)
    assert (had.state, had.status) == (means, status)


@pytest.mark.parametrize(
    ("url", "means"),
    [
        ("https://bao.example/", "moved"),
        ("https://khac.example/tin/1", "moved"),
        ("https://www.bao.example/Tin/1/?utm=x", "same"),
    ],
)
def test_another_place_is_moved(url: str, means: str) -> None:
    assert state(url=url).state == means


@pytest.mark.parametrize("code", ["no_answer", "unknown", "too_slow", "tls"])
def test_no_answer_is_silence(code: str) -> None:
    assert link_state(KEPT, refused(code)).state == "silent"


def test_without_text_the_bytes_decide() -> None:
    kept = replace(KEPT, read=Readable("", ""))
    assert link_state(kept, now()).state == "same"
    assert link_state(kept, now("other")).state == "changed"


def test_every_state_has_its_reason() -> None:
    for one in REASONS:
        said = LinkState(one)
        assert said.vi() != said.en()


@given(st.text(max_size=200))
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert differ(text, text) == ()


@pytest.mark.parametrize("line", ["1", "1,", "1 ", "12:", "1/"])
def test_a_line_of_very_many_numbers_takes_no_longer(line: str) -> None:
    long = line * (100_000 // len(line))
    assert differ(f"Đập vẫn an toàn {long}", f"Đập đã vỡ {long}")


def test_a_page_that_repeats_one_line_is_compared_in_no_time() -> None:
    before = "\n".join(["Tin ảnh"] * 4000)
    after = "\n".join(
        "Tin ảnh" if at % 2 else f"Dòng số {at} nói một điều khác" for at in range(4000)
    )
    assert differ(before, after)
