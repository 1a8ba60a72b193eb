"""What may be unpacked is counted, and what is doubtful."""

import pytest

from kiemtin.media.readers.web.spent import No, Spent


def test_bytes_are_taken_until_there_are_too_many() -> None:
    spent = Spent(5)
    assert spent.take(b"abc") + spent.take(b"de") == b"abcde"
    with pytest.raises(No, match="too_big"):
        spent.take(b"f")


def test_counting_begins_again() -> None:
    spent = Spent(5)
    spent.take(b"abcde")
    spent.begin()
    assert spent.take(b"abcde") == b"abcde"


def test_doubts_are_counted_by_code() -> None:
    spent = Spent(0)
    spent.doubt("cut")
    spent.doubt("cut", 2)
    spent.doubt("index")
    assert spent.doubts == {"cut": 3, "index": 1}
