"""What is written for a place is read as everywhere; what cannot be read is the row's fault."""

import pytest

from kiemtin.channels.file.place import read_place
from kiemtin.channels.refusal import RowRefused


@pytest.mark.parametrize(("written", "code"), [("15", "15"), ("bat xat", "02683"), ("", None)])
def test_a_name_or_code_leads_to_the_place_of_today(written: str, code: str | None) -> None:
    assert read_place(written) == code


@pytest.mark.parametrize(
    ("written", "code"), [("Xyz", "unknown_place"), ("Tân Lập", "ambiguous_place")]
)
def test_what_is_no_one_place_is_refused_as_the_rows(written: str, code: str) -> None:
    with pytest.raises(RowRefused) as caught:
        read_place(written)
    assert caught.value.code == code
    assert written in caught.value.vi()
