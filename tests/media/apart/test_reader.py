"""Whatever a file does to its reader, the caller gets an answer or a sentence, and in time."""

from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.media.apart import reader
from kiemtin.media.apart.reader import MIB, Bounds, ReaderRefused, read

TRICKS = str(Path(__file__).parent / "readers")
SHORT = Bounds(memory=256 * MIB, cpu_seconds=1, wait_seconds=10, answer_bytes=MIB)


@pytest.fixture(autouse=True)
def readers_that_misbehave(monkeypatch: pytest.MonkeyPatch) -> None:
    found = f"import kiemtin.media.readers\nkiemtin.media.readers.__path__.append({TRICKS!r})\n"
    lines = reader.CHILD.replace("from kiemtin", found + "from kiemtin")
    monkeypatch.setattr(reader, "CHILD", lines)


def refusal(trick: str, data: bytes = b"", bounds: Bounds = SHORT) -> str:
    with pytest.raises(ReaderRefused) as caught:
        read("tricks", data, {"trick": trick}, bounds)
    assert caught.value.vi()
    assert caught.value.en()
    return caught.value.code


def test_facts_and_body_come_back_without_letters_that_no_encoding_has() -> None:
    head, body = read("tricks", b"abc", {"trick": "echo"})
    assert (head, body) == ({"size": 3, "letters": "Đập?"}, b"cba")


def test_many_bytes_go_in_and_come_back() -> None:
    data = bytes(range(256)) * 40_000
    assert read("tricks", data, {"trick": "echo"})[1] == data[::-1]


def test_a_reader_opens_no_file() -> None:
    assert read("tricks", b"", {"trick": "open"})[0] == {"open": False}


@pytest.mark.parametrize(
    ("trick", "code"),
    [
        ("spin", "too_slow"),
        ("eat", "too_heavy"),
        ("flood", "broken"),
        ("die", "broken"),
        ("leave", "broken"),
        ("raise", "broken"),
        ("deep", "broken"),
        ("password", "password"),
        ("strange", "broken"),
        ("unknown trick", "broken"),
    ],
)
def test_a_reader_that_misbehaves_is_one_sentence(trick: str, code: str) -> None:
    assert refusal(trick, bytes(100_000)) == code


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"\n", b"{", b"[]", b"1\n", b"null", b"\xff{}", b'{"refused": 1}'),
        *(
            b'{"a": NaN}',
            b'{"a": "\\ud800"}',
            b'{"refused": ["password"]}',
            b'{"a": 1' + b"0" * 9999,
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(said: bytes) -> None:
    assert refusal("say", said) == "broken"


def test_the_caller_waits_no_longer_than_it_allowed() -> None:
    begun = monotonic()
    assert refusal("sleep", bytes(10**6), Bounds(wait_seconds=1.0)) == "too_slow"
    assert monotonic() - begun < 5


def test_a_third_file_waits_for_its_turn_and_then_is_told_so() -> None:
    patient = ("sleep", b"", Bounds(wait_seconds=2.0))
    others = [Thread(target=refusal, args=patient) for _ in range(2)]
    for other in others:
        other.start()
    try:
        assert refusal("echo", b"", Bounds(wait_seconds=0.3)) == "busy"
    finally:
        for other in others:
            other.join()
    assert read("tricks", b"", {"trick": "echo"})


@pytest.mark.parametrize("name", ["", "a.b", "../page", "a b"])
def test_a_name_that_is_no_readers_is_the_callers_mistake(name: str) -> None:
    with pytest.raises(ValueError, match="no reader"):
        read(name, b"")


def test_a_reader_that_does_not_exist_reads_nothing() -> None:
    with pytest.raises(ReaderRefused):
        read("nobody", b"abc")


@settings(max_examples=15)
@given(st.binary(max_size=60))
def test_whatever_a_process_says_is_an_answer_or_a_refusal(said: bytes) -> None:
    try:
        head, _body = reader._doubt(said)
    except ReaderRefused:
        return
    assert "refused" not in head
