"""The process apart answers one line and a body for whatever its reader does."""

import io
import json
from types import SimpleNamespace

import pytest

from kiemtin.media.apart.entry import answer, warm
from kiemtin.media.apart.refused import Refused


def said(
    monkeypatch: pytest.MonkeyPatch, read: object, data: bytes = b"abc"
) -> tuple[object, bytes]:
    """The line and the body for three bytes that are promised."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    line, _, body = answer(SimpleNamespace(read=read), 3, {}).partition(b"\n")
    return json.loads(line), body


def failing(error: BaseException) -> object:
    def read(_data: bytes, _settings: dict[str, object]) -> None:
        raise error

    return read


def test_what_the_reader_says_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes, _settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
        return {"size": len(data), "bad": "\udc80"}, data

    assert said(monkeypatch, read) == ({"size": 3, "bad": "?"}, b"abc")
    assert said(monkeypatch, read, b"ab") == ({"refused": "broken"}, b"")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("password"), "password"),
        (MemoryError(), "too_heavy"),
        (RecursionError(), "broken"),
        (KeyError("a"), "broken"),
    ],
)
def test_what_it_throws_is_one_word(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, code: str
) -> None:
    assert said(monkeypatch, failing(error)) == ({"refused": code}, b"")


def test_a_reader_is_imported_before_rights_are_given_up() -> None:
    assert warm("plain").__name__ == "kiemtin.media.readers.plain"
