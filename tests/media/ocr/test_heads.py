"""The head of a letter is read half by half; rows of a table and running text stay whole."""

from kiemtin.media.ocr.heads import halved
from kiemtin.media.ocr.lines import read_table, text_of
from kiemtin.media.ocr.table import Word


def words(top: int, *spans: tuple[int, int, str]) -> list[Word]:
    return [
        Word((1, 1, top), (left, top, right, top + 20), 95, text) for left, right, text in spans
    ]


OFFICE = words(10, (10, 60, "UBND"), (66, 110, "XÃ"), (150, 230, "CỘNG"), (236, 290, "HÒA"))
NUMBER = words(44, (30, 90, "18/TB"), (176, 220, "Độc"), (226, 270, "lập"))


def said(rows: list[list[Word]]) -> list[str]:
    return [" ".join(word.text for word in row) for row in halved(rows)]


def test_two_halves_centred_upon_themselves_are_parted() -> None:
    assert said([OFFICE, NUMBER]) == ["UBND XÃ", "CỘNG HÒA", "18/TB", "Độc lập"]


def test_rows_that_start_at_one_edge_are_a_table() -> None:
    rows = [
        words(10, (10, 60, "Phí"), (200, 260, "Miễn")),
        words(44, (10, 90, "Số"), (190, 260, "0900")),
    ]
    assert said(rows) == ["Phí Miễn", "Số 0900"]


def test_a_head_is_told_by_the_motto_too() -> None:
    office = words(10, (10, 60, "UBND"), (66, 110, "XÃ"), (150, 230, "CỘNG"), (236, 310, "HÒA"))
    number = words(44, (10, 90, "18/TB"), (176, 220, "Độc"), (226, 282, "lập"))
    assert said([office, number]) == ["UBND XÃ", "CỘNG HÒA", "18/TB", "Độc lập"]


def test_a_line_over_two_columns_is_parted_where_others_are_on_one_side() -> None:
    left = [words(10 + 30 * at, (10, 100, f"trái{at}")) for at in range(2)]
    right = [words(24 + 30 * at, (200, 290, f"phải{at}")) for at in range(2)]
    over = words(80, (10, 90, "trái"), (200, 280, "phải"))
    assert said([*left, *right, over])[-2:] == ["trái", "phải"]
    headline = words(-20, (10, 100, "Tin"), (105, 290, "khẩn"))
    assert said([headline, *left[:1], *right, over])[-1] == "trái phải"


def test_rows_far_apart_or_without_a_common_gap_stay_whole() -> None:
    far = words(200, (30, 90, "18/TB"), (176, 220, "Độc"), (226, 270, "lập"))
    aside = words(44, (130, 170, "Nước"), (240, 290, "lên"))
    assert len(halved([OFFICE, far])) == 2
    assert len(halved([OFFICE, aside])) == 2


def test_nothing_at_all_is_taken() -> None:
    assert halved([]) == []
    assert said([words(10, (10, 60, "một"))]) == ["một"]


def test_the_halves_are_read_one_after_the_other() -> None:
    table = "\n".join(
        f"5\t1\t{word.key[0]}\t1\t{word.key[2]}\t1\t{word.box[0]}\t{word.box[1]}"
        f"\t{word.box[2] - word.box[0]}\t20\t95\t{word.text}"
        for word in OFFICE + NUMBER
    )
    assert text_of(read_table(table, 1, 300, 300)).split() == (
        ["UBND", "XÃ", "18/TB", "CỘNG", "HÒA", "Độc", "lập"]
    )
