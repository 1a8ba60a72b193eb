"""Lines come in the order in which people read them, whatever blocks Tesseract made of them."""

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.ocr.lines import text_of
from kiemtin.media.ocr.order import Line, ordered


def line(text: str, left: int, top: int, *, wide: int = 200, of: int | None = None) -> Line:
    return Line(text, (left, top, left + wide, top + 20), 95, top if of is None else of)


def read(*lines: Line) -> str:
    return text_of(ordered(lines))


def test_columns_are_read_one_after_the_other() -> None:
    left = [line(f"t{at}", 10, 100 + 28 * at) for at in range(4)]
    right = [line(f"p{at}", 260, 100 + 28 * at) for at in range(4)]
    assert read(line("Đầu đề", 10, 20, wide=450), *right, *left) == (
        "Đầu đề\nt0 t1 t2 t3\np0 p1 p2 p3"
    )


def test_headings_stay_with_their_columns() -> None:
    left, right = line("NÊN", 10, 100, wide=60), line("TRÁNH", 260, 100, wide=60)
    do = [line(f"t{at}", 10, 180 + 28 * at) for at in range(4)]
    avoid = [line(f"p{at}", 260, 180 + 28 * at) for at in range(4)]
    said = read(line("Đầu đề", 10, 50, wide=450), left, right, *do, *avoid)
    assert said == "Đầu đề\nNÊN\nt0 t1 t2 t3\nTRÁNH\np0 p1 p2 p3"


def test_bubbles_left_and_right_are_read_downwards() -> None:
    assert read(line("ba", 10, 300), line("một", 10, 20), line("hai", 260, 160)) == "một\nhai\nba"


def test_halves_of_a_line_are_one() -> None:
    assert read(line("nhập viện", 215, 51), line("phải", 10, 50)) == "phải nhập viện"


def test_lines_below_each_other_are_a_paragraph_though_in_blocks_of_their_own() -> None:
    both = read(line("nước", 10, 20), line("dâng", 12, 48), line("Tin khác", 10, 120))
    assert both == "nước dâng\nTin khác"


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=40))
def test_nothing_is_lost_or_made_up(places: list[tuple[int, int]]) -> None:
    lines = [line(f"w{at}", left, top) for at, (left, top) in enumerate(places)]
    found = ordered(lines)
    assert sorted(" ".join(one.text for one in found).split()) == sorted(one.text for one in lines)
    assert [one.paragraph for one in found] == sorted(one.paragraph for one in found)
