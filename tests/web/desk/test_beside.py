"""A passage beside a claim shows what both say; a guess of the machine says how sure it is."""

from kiemtin.desk.flow import shelf
from kiemtin.desk.models import Rumour
from kiemtin.matching.types import Row
from kiemtin.web.desk import beside
from tests.desk import library


def test_what_agrees_is_marked_in_the_passage(rumour: Rumour) -> None:
    library.article(text="Tối 9/9/2024 đập thủy điện Nậm Mẫu không vỡ, nước dưới mức báo động.")
    (found,) = beside.passages(rumour, rumour.opened_at.date())
    pieces = [piece for stretch in found.marked for piece in stretch.pieces]
    assert "".join(piece.text for piece in pieces) == found.found.quote
    assert "agree" in {piece.mark for piece in pieces}
    assert found.agree + found.differ == len(found.rows)
    assert found.seems is None or found.seems.kind in {"supports", "refutes", "says_nothing"}
    assert shelf.shelf().sequence > 0


def test_a_word_against_half_a_sentence_tells_nothing() -> None:
    short = Row("word", "vỡ", "nứt", "conflict", (0, 2), (0, 3))
    long = Row("word", "vỡ", "x" * 40, "conflict", (0, 2), (0, 40))
    number = Row("number", "1", "2", "conflict", (0, 1), (0, 40))
    assert [beside._rambles(one) for one in (short, long, number)] == [False, True, False]
