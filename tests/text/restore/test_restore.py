import threading
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.fold import fold, is_toneless
from kiemtin.text.restore import restore
from tests.text.strategies import texts

_BARE = st.lists(
    st.sampled_from(
        ("nuoc", "Len", "NHANH", "o", "duong", "khong", "zalo", "ko", "0900", "200k", "fb.com/a")
    ),
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize(
    ("bare", "marked"),
    [
        ("nuoc len nhanh, ba con chay ngay", "nước lên nhanh, bà con chạy ngay"),
        ("Duong len nui bi sat lo", "Đường lên núi bị sạt lở"),
        ("DAP THUY DIEN", "ĐẬP THỦY ĐIỆN"),
        ("cong an xa Trinh Tuong", "công an xã Trịnh Tường"),
        ("Ngay 14/8 co 3 nguoi bi thuong", "Ngày 14/8 có 3 người bị thương"),
    ],
)
def test_marks_come_back(bare: str, marked: str) -> None:
    assert restore(bare) == marked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14/8 0900 000 001",
        "Nước lên nhanh o Trinh Tuong",
        unicodedata.normalize("NFD", "Nước lên nhanh o Trinh Tuong"),
        "The dam is going to open tomorrow",
        "facebook zalo iphone",
        "水庫 明天",
    ],
)
def test_what_is_marked_foreign_or_empty_stays(text: str) -> None:
    assert restore(text) == text


def test_links_codes_placeholders_and_abbreviations_stay() -> None:
    kept = ("vn.com/an-toan", "a.hoa@thu.vn", "@hoa", "#khan", "[ten nguoi]", "a1", "ko", "CA")
    restored = restore(f"xem tin nay tai {' roi '.join(kept)} roi bao cho ba con biet")
    assert all(f" {one} " in restored for one in kept)
    assert "tại" in restored
    assert restored.endswith("rồi báo cho bà con biết")


def test_a_mark_in_a_toneless_text_stays_and_helps() -> None:
    text = "dong bao vung cao chay lũ trong dem, duong ve ban bi sat lo nang ne lam"
    assert is_toneless(text)
    assert " lũ " in restore(text)


@given(texts | _BARE)
def test_the_folded_text_never_changes(text: str) -> None:
    restored = restore(text)
    assert fold(restored) == fold(text)
    assert len(restored) == len(text)


@given(texts | _BARE)
def test_no_written_mark_is_changed(text: str) -> None:
    pairs = zip(text, restore(text), strict=True)
    assert all(new == old for old, new in pairs if not old.isascii())


@given(texts)
def test_marked_text_is_left_as_it_is(text: str) -> None:
    if not is_toneless(text):
        assert restore(text) == text


@given(_BARE)
def test_case_stays(text: str) -> None:
    pairs = zip(text, restore(text), strict=True)
    assert all(new.isupper() == old.isupper() for old, new in pairs)


def test_a_very_long_text_is_restored() -> None:
    restored = restore("nuoc len nhanh, ba con chay ngay. " * 3_000)
    assert restored == "nước lên nhanh, bà con chạy ngay. " * 3_000


def test_threads_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiemtin.text.restore._loaded", [])
    start = threading.Barrier(4)
    results: list[str] = []

    def work() -> None:
        start.wait()
        results.append(restore("duong len nui bi sat lo"))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == ["đường lên núi bị sạt lở"] * 4
