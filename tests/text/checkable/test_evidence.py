"""What speaks for a fact and against one is read with its place, each thing once."""

import datetime as dt

import pytest

from kiemtin.text.checkable import evidence
from kiemtin.text.checkable.reader import words_of

DAY = dt.date(2025, 10, 5)


def read(text: str) -> tuple[set[str], set[str]]:
    """The codes for a fact and those against one."""
    said, bare = words_of(text)
    stated = evidence.stated(text, said, DAY, bare=bare)
    against = evidence.against(text, said, stated, bare=bare)
    return {one.code for one in evidence.beside(stated, against)}, {one.code for one in against}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("đóng 200 nghìn ở Bát Xát", {"money", "place", "name"}),
        ("nghe nói vỡ rồi", {"hearsay", "event"}),
        ("xem https://tin.example", {"link"}),
        ("gọi [số điện thoại]", {"link"}),
        ("họp ở thôn ấy", set()),
        ("chú Ba và bác Tư", set()),
    ],
)
def test_facts(text: str, stated: set[str]) -> None:
    assert read(text)[0] == stated


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("mệt mỏi cho dân quá", {"opinion"}),
        ("bão gì mà bão lắm", {"opinion"}),
        ("vừa cũ vừa hôi", {"opinion"}),
        ("vui :))", {"laugh"}),
        ("nhanh lên", set()),
    ],
)
def test_signs(text: str, against: set[str]) -> None:
    assert read(text)[1] == against


def test_a_word_within_a_sign_is_no_fact() -> None:
    assert read("cầu mong mọi nhà yên vui")[0] == set()
