"""A robots.txt is read as RFC 9309 says, and none can do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.fetch.robots import MAX_BYTES, fits, read

FILE = """
# chú thích
User-agent: *
Disallow: /

User-Agent: KiemTin
user-agent: other
Allow: /tin
Disallow: /tin/kín/
Disallow: /*.pdf$   # bản in
Allow: /tin/kín/mở
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/tin/1", True),
        ("/tin/k%C3%ADn/1", False),
        ("/tin/k%C3%ADn/m%E1%BB%9F", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf?x", True),
        ("/robots.txt", True),
    ],
)
def test_the_longest_rule_of_our_group_decides(path: str, allowed: bool) -> None:
    assert read(FILE.encode(), "KiemTin").allow(path) is allowed


def test_who_is_not_named_is_everybody() -> None:
    assert not read(FILE.encode(), "Khac").allow("/tin/1")
    assert read(FILE.encode(), "Khac").allow("/robots.txt")
    assert read(b"User-agent: khac\nDisallow: /", "KiemTin").allow("/")
    assert read(b"Disallow: /", "KiemTin").allow("/")


def test_of_equal_rules_the_one_that_allows_decides() -> None:
    assert read(b"User-agent: *\nDisallow: /a\nAllow: /a", "KiemTin").allow("/a")


def test_groups_of_one_name_are_one() -> None:
    rules = read(
        b"User-agent: kiemtin\nDisallow: /a\nUser-agent: kiemtin/1\nDisallow: /b", "KiemTin"
    )
    assert not rules.allow("/a")
    assert not rules.allow("/b")


@pytest.mark.parametrize(
    ("pattern", "path", "fit"),
    [
        ("/fish", "/fish.html", True),
        ("/fish*", "/fishheads/yummy", True),
        ("/fish/", "/fish", False),
        ("/*.php", "/index.php?a", True),
        ("/*.php$", "/index.php?a", False),
        ("/*.php$", "/a.php/b.php", True),
        ("/fish*.php", "/fishheads/cat.php?p", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("*", "/", True),
        ("/ab*ba$", "/aba", False),
    ],
)
def test_patterns(pattern: str, path: str, fit: bool) -> None:
    assert fits(pattern, path) is fit


def test_a_pattern_of_stars_is_answered_at_once() -> None:
    pattern = "/" + "*a" * 1000 + "b$"
    assert not fits(pattern, "/" + "a" * 2000)


@given(st.binary(max_size=300), st.text(max_size=30))
def test_no_file_does_harm(body: bytes, path: str) -> None:
    assert read(body + b"\nUser-agent: *\nAllow: /", "KiemTin").allow(path) in {True, False}


def test_what_is_too_long_is_not_read() -> None:
    assert read(b"#" * MAX_BYTES + b"\nUser-agent: *\nDisallow: /", "KiemTin").allow("/")
