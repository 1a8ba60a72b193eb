"""The encoding is told from the bytes; only Windows-1258 is ever a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.file.encoding import sniff

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200)


@given(TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_unicode_text_is_never_guessed_and_reads_back(text: str, name: str) -> None:
    data = text.encode(name)
    encoding = sniff(data)
    if name == "utf-8" and text.startswith("\ufeff"):
        return
    assert encoding is not None
    assert not encoding.guessed
    assert data.decode(encoding.name, encoding.errors) == text


@given(st.binary(max_size=400))
def test_what_is_named_can_be_decoded(data: bytes) -> None:
    encoding = sniff(data)
    if encoding is not None:
        data.decode(encoding.name, encoding.errors)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "utf-8"),
        ("Lũ về xã".encode() * 20 + b"\xff", "utf-8"),
        (b"a\xe0\xecb", "cp1258"),
        (b"a\x8d\x90", None),
        (b"\xff\xfea\x00b", None),
        ("nội dung\nlũ".encode("utf-16-le"), "utf-16-le"),
        ("nội dung\nlũ".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_named_cases(data: bytes, name: str | None) -> None:
    encoding = sniff(data)
    assert (encoding and encoding.name) == name


def test_a_character_across_two_pieces_is_whole() -> None:
    data = b"a" * (1024 * 1024 - 1) + "ũ".encode() + b"a"
    assert sniff(data) == sniff(b"a")
    broken = data + "ũ".encode()[:1]
    encoding = sniff(broken)
    assert encoding is not None
    assert encoding.guessed
