"""The drill shows lists at work: steps that exist, of rumours that exist, some still open."""

import pytest

from kiemtin.desk.checklists import LISTS
from kiemtin.desk.demo import checking, stories
from kiemtin.desk.models import Account, Rumour
from kiemtin.desk.queries.checking import taken


@pytest.mark.parametrize("key", checking.TOLD)
def test_a_case_is_partly_checked_by_steps_of_its_list(
    author: Account, rumour: Rumour, key: str
) -> None:
    assert key in {one["key"] for one in stories.rumours()}
    kind, words = checking.TOLD[key]
    assert set(words) < LISTS[kind].codes
    checking.check(key, rumour, author)
    (found,) = taken(rumour)
    assert (found.done, {noted.note for _step, noted in found.noted}) == (
        len(words),
        {word.note for word in words.values()},
    )


def test_the_other_cases_have_no_list(author: Account, rumour: Rumour) -> None:
    checking.check("coc-ly-vo-dap", rumour, author)
    assert not rumour.check_lists.exists()
