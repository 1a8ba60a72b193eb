"""What stands beside a message: nothing for a short one, cuts for one that waits, the whole for a
part.
"""

from kiemtin.desk.flow import parts
from kiemtin.desk.models import Desk
from kiemtin.web.desk import whole
from tests.desk import steps

TEXT = "Chào bàn, cầu sập. Đập vỡ 😀"


def test_a_single_clause_has_nothing_to_cut(desk: Desk) -> None:
    message = steps.ask(desk, "1", "Cầu sập rồi")
    assert whole.beside(message) == {"around": None, "divided": [], "cuts": []}


def test_what_waits_may_be_cut_before_each_clause(desk: Desk) -> None:
    message = steps.ask(desk, "1", TEXT)
    assert whole.beside(message)["cuts"] == [(0, "Chào bàn,"), (10, "cầu sập."), (19, "Đập vỡ 😀")]
    message.state = "attached"
    assert not whole.beside(message)["cuts"]


def test_a_letter_offers_only_its_beginning(desk: Desk) -> None:
    message = steps.ask(desk, "1", "Cầu sập. " * 200)
    assert len(whole.beside(message)["cuts"]) == whole.MOST


def test_a_part_stands_in_what_was_sent(desk: Desk) -> None:
    message = steps.ask(desk, "1", TEXT)
    first, second = parts.cut(message, [(10, 18), (19, 27)])
    shown = whole.beside(first)
    assert shown["around"] == ("Chào bàn, ", " Đập vỡ 😀")
    assert shown["divided"] == whole.beside(message)["divided"] == [first, second]
    assert not shown["cuts"]
