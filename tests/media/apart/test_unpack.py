"""A body unpacks to what was packed, or is refused before it has grown."""

import gzip
import zlib
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.apart.unpack import FREE, Bounded

MOST, RATIO = 5 * FREE, 100
brotli = import_module("brotli")


def unpacked(packed: bytes, encoding: str, step: int = 1000) -> bytes:
    body = Bounded(encoding, MOST, RATIO)
    for place in range(0, len(packed), step):
        body.add(packed[place : place + step])
    return body.done()


def refusal(packed: bytes, encoding: str, step: int = 1000) -> str:
    with pytest.raises(Refused) as caught:
        unpacked(packed, encoding, step)
    return caught.value.code


@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 50))
def test_what_was_packed_comes_out(pieces: list[bytes], step: int) -> None:
    whole = b"".join(pieces)
    assert unpacked(whole, "", step) == whole
    assert unpacked(gzip.compress(whole), "gzip", step) == whole
    assert unpacked(b"".join(gzip.compress(one) for one in pieces), "x-gzip", step) == whole
    assert unpacked(brotli.compress(whole), "BR", step) == whole
    assert unpacked(brotli.compress(whole * 800), "br", step) == whole * 800


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_bombs_and_damage_are_refused(encoding: str, pack: object) -> None:
    assert callable(pack)
    small, page = pack(bytes(40 * FREE)), pack(b"<p>" * 1000)
    assert refusal(small, encoding, len(small)) == "decompression"
    assert refusal(page[:-2], encoding) == "damaged"
    assert refusal(b"<p>" + page, encoding) == "damaged"
    assert refusal(page + b"<p>rest", encoding) == "damaged"
    assert unpacked(pack(bytes(FREE)), encoding) == bytes(FREE)
    assert unpacked(b"", encoding) == b""


def test_a_body_over_the_limit_is_refused_packed_or_not() -> None:
    noise = bytes(range(256)) * (MOST // 256)
    assert unpacked(noise, "identity", FREE) == noise
    assert refusal(noise + b"x", "identity", FREE) == "too_big"
    slow = b"".join(gzip.compress(one.to_bytes(4, "big") * 40, 1) for one in range(35_000))
    assert refusal(slow, "gzip", FREE) == "too_big"


@pytest.mark.parametrize("encoding", ["zstd", "deflate", "compress", "gzip, br", "gzip;q=1", "<x>"])
def test_only_what_was_asked_for_is_unpacked(encoding: str) -> None:
    assert refusal(zlib.compress(b"x"), encoding) == "packing"


@given(st.binary(max_size=200), st.sampled_from(["gzip", "br"]))
def test_no_bytes_do_harm(packed: bytes, encoding: str) -> None:
    for begin in (b"", gzip.compress(b"x")):
        code = "damaged"
        try:
            unpacked(begin + packed, encoding, 7)
        except Refused as refused:
            code = refused.code
        assert code in {"damaged", "decompression"}
