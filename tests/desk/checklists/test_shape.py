"""A list that could not be noted, or whose steps could not be told apart, is refused."""

import pytest

from kiemtin.desk.checklists import LISTS, Step, Steps, Tool
from kiemtin.desk.words_evidence import CheckKind


@pytest.mark.parametrize("code", ["", "Hỏi", "two words", "a" * 21, "a-b", "1"])
def test_a_code_that_the_desks_own_book_would_not_take_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="a step's code"):
        Step(code, "làm gì", "vì sao")


def test_two_steps_of_one_code_are_refused() -> None:
    twice = (Step("ask", "hỏi", "vì"), Step("ask", "hỏi nữa", "vì"))
    with pytest.raises(ValueError, match="code of its own"):
        Steps(CheckKind.QUOTE, "nguồn", ("bẫy",), "dừng", twice)


def test_there_is_one_list_a_kind_in_order() -> None:
    assert list(LISTS) == list(CheckKind)
    assert all(kind == one.kind for kind, one in LISTS.items())


@pytest.mark.parametrize("steps", LISTS.values(), ids=list(LISTS))
def test_a_list_is_short_asks_somebody_keeps_a_copy_and_says_when_to_stop(steps: Steps) -> None:
    assert 6 <= len(steps.steps) <= 9
    used = {tool for one in steps.steps for tool in one.tools}
    assert {Tool.CONTACT, Tool.CAPTURE, Tool.EVIDENCE} <= used
    assert "chưa đủ căn cứ" in str(steps.stop)
    assert len(steps.traps) >= 3
    assert str(steps.primary)


def test_every_tool_helps_with_some_step() -> None:
    used = {tool for one in LISTS.values() for step in one.steps for tool in step.tools}
    assert used == set(Tool)
