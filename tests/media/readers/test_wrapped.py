"""What an archive is, is told by the types of its parts."""

import gzip

import pytest

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import wrapped
from tests.media.inside.papers import packed, parts

TYPES = (
    '<Types><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macro&#69;nabled.main+xml"/></Types>'
)


def test_macros_are_found_however_their_type_is_spelled() -> None:
    with pytest.raises(Refused, match="program"):
        wrapped.read(packed(parts() | {"[Content_Types].xml": TYPES}), {})


@pytest.mark.parametrize(
    ("data", "kind"), [(b"WARC/1.0\r\n", "warc"), (b"x", ""), (bytes(10_000_000), "")]
)
def test_a_packed_file_is_known_by_its_first_letters(data: bytes, kind: str) -> None:
    assert wrapped.read(gzip.compress(data), {})[0]["kind"] == kind
