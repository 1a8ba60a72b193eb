"""A player gets the whole or the part it asks for, and is told when there is none."""

import pytest
from django.core.files.base import ContentFile
from django.test import RequestFactory

from kiemtin.web.phone.ranged import sound

DATA = bytes(range(100))


def part(rf: RequestFactory, asked: str) -> tuple[int, bytes, str]:
    request = rf.get("/", headers={"Range": asked}) if asked else rf.get("/")
    answer = sound(request, ContentFile(DATA, name="a.mp3"), "audio/mpeg", "x")
    return answer.status_code, answer.content, answer.headers.get("Content-Range", "")


@pytest.mark.parametrize(
    "asked", ["", "bytes=", "bytes=-", "lines=1-2", "bytes=5-2", "bytes=0-1,3-4"]
)
def test_the_whole_comes_when_no_part_is_asked_for(rf: RequestFactory, asked: str) -> None:
    assert part(rf, asked) == (200, DATA, "")


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, 99),
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=90-500", 90, 99),
        ("bytes=-7", 93, 99),
        ("bytes=-700", 0, 99),
    ],
)
def test_a_part_comes_as_asked_for(rf: RequestFactory, asked: str, first: int, last: int) -> None:
    assert part(rf, asked) == (206, DATA[first : last + 1], f"bytes {first}-{last}/100")


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=-0", "bytes=500-600"])
def test_a_part_that_is_not_there_is_refused(rf: RequestFactory, asked: str) -> None:
    assert part(rf, asked) == (416, b"", "bytes */100")
