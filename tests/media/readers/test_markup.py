"""XML of a stranger is a tree without entities, or refused."""

import pytest

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.markup import tree


def test_a_sound_part_is_a_tree() -> None:
    assert tree(b"<a b='&#65;'><c/></a>").get("b") == "A"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"<!DOCTYPE a><a/>",
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        '<!DOCTYPE a [<!ENTITY x "y">]><a/>'.encode("utf-16"),
        b"<a>" * 5000 + b"</a>" * 5000,
    ],
)
def test_document_types_and_broken_parts_are_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="broken"):
        tree(data)
