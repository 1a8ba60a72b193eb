"""XMP says its properties however they are written, and nothing where it is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.picture_marks import described

PACKET = (
    b'<x xmlns:p="p" p:CreatorTool="Ve"><p:CreateDate>2026-11-02</p:CreateDate>'
    b'<p:h p:action="saved"/><p:h p:action="edited"/>'
    b"<p:DigitalSourceType>http://a/trainedAlgorithmicMedia</p:DigitalSourceType></x>"
)


@pytest.mark.parametrize("packet", [PACKET, PACKET.decode(), b"\n" + PACKET + bytes(9)])
def test_attributes_and_elements_are_read(packet: object) -> None:
    assert set(described(packet)) == {
        ("program", "Ve"),
        ("created", "2026-11-02"),
        ("made_how", "trainedAlgorithmicMedia"),
        ("edits", "2"),
    }


@pytest.mark.parametrize(
    "packet", [b"", "", None, 7, b"<a", b"<a>" * 999, b"<!DOCTYPE a><a b='c'/>", b"a" * 1_000_001]
)
def test_what_cannot_be_read_says_nothing(packet: object) -> None:
    assert list(described(packet)) == []


@given(st.binary(max_size=80))
def test_any_packet_is_read_or_not(rest: bytes) -> None:
    assert isinstance(list(described(b"<a b='c'>" + rest)), list)
