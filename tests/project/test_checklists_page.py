"""docs/checklists.md says what the lists in the code say."""

from kiemtin.desk.checklists import LISTS
from scripts.write_checklists import PAGE, page


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: scripts/write_checklists.py"


def test_every_step_stands_on_it_in_english() -> None:
    text = page()
    assert text.count(" **") >= sum(len(one.steps) for one in LISTS.values())
    assert "chưa đủ căn cứ" not in text
