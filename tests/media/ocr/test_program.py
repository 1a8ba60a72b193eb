"""Tesseract's answer is doubted: time, memory, language and size each have their sentence."""

import signal
import subprocess

import pytest

from kiemtin.media.ocr.program import BOUNDS, Bounds, _answer, program, recognise
from kiemtin.media.ocr.refusal import TextUnread


def ended(code: int, out: bytes = b"", said: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.CompletedProcess([], code, out, said)


@pytest.mark.parametrize(
    ("done", "code"),
    [
        (ended(-signal.SIGXCPU), "too_slow"),
        (ended(-signal.SIGKILL), "too_heavy"),
        (ended(1, said=b"std::bad_alloc"), "too_heavy"),
        (ended(1, said=b"Failed loading language 'xxx'"), "language"),
        (ended(1), "broken"),
        (ended(0, out=b"x" * 100), "broken"),
    ],
)
def test_every_end_has_its_sentence(done: "subprocess.CompletedProcess[bytes]", code: str) -> None:
    with pytest.raises(TextUnread) as refused:
        _answer(done, ("vie",), Bounds(answer_bytes=10))
    assert refused.value.code == code


def test_odd_bytes_in_the_answer_are_replaced() -> None:
    assert _answer(ended(0, b"a\xffb"), ("vie",), BOUNDS) == "a\ufffdb"


@pytest.mark.system
@pytest.mark.parametrize("languages", [(), ("vie;rm",), ("../vie",)])
def test_a_language_is_nothing_but_a_name(languages: tuple[str, ...]) -> None:
    assert program()
    with pytest.raises(ValueError, match="named as Tesseract does"):
        recognise(b"P5 1 1 255\n\x00", languages)
