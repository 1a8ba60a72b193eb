"""The words before a number say what it is."""

import pytest

from kiemtin.text.redact.context import lead, near_account


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("stk ", "bank_account"),
        ("tai khoan: ", "bank_account"),
        ("so tai khoan cua chi lan la ", "bank_account"),
        ("techcombank ", "bank_account"),
        ("cccd so ", "id_number"),
        ("lien he ", "phone"),
        ("goi cho anh nam ", "phone"),
    ],
)
def test_a_word_names_the_kind(before: str, kind: str) -> None:
    found = lead(before, len(before))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "before", ["", "nam ", "stk 12 va ", "stk\n", "mistk ", "lien he" + " a" * 30]
)
def test_far_or_other_words_name_nothing(before: str) -> None:
    assert lead(before, len(before)) is None


def test_an_account_is_seen_before_a_name_and_just_after_it() -> None:
    assert near_account("stk 1 an", 6, 8)
    assert near_account("an vcb", 0, 2)
    assert not near_account("an o xa vo lao, xa van ban, ngan hang", 0, 2)
