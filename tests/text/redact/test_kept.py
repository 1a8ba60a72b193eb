"""A value that is the claim's own subject is known in every way of writing it."""

import pytest

from kiemtin.text.redact.kept import Kept


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("0900 000 001", "+84 900-000-001"),
        ("84900000001", "0900000001"),
        ("0900000001", "o900 000 0ol"),
        ("Nguyễn Văn An", "nguyen van an"),
        ("https://www.fb.com/An.93/", "fb.com/an.93"),
        ("0000 0000 0000", "0000.0000.0000"),
    ],
)
def test_the_same_value_is_known(value: str, plain: str) -> None:
    assert plain in Kept([value])


@pytest.mark.parametrize(
    ("value", "plain"),
    [("0900 000 001", "0900 000 002"), ("An", "an"), ("", ""), ("lan", "lan anh"), ("1", "1")],
)
def test_another_value_is_not(value: str, plain: str) -> None:
    assert plain not in Kept([value])
