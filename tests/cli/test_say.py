"""The commands speak the reader's language, on any terminal."""

import io
import sys

import pytest

from kiemtin.cli.say import complain, language, out, sentence
from kiemtin.refusal import Refusal, Say

HELLO = Say("Chào {name}", "Hello {name}")


class Refused(Refusal):
    sentences = {"no": Say("Không được", "Not allowed")}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "POSIX"}, "vi"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": ""}, "vi"),
        ({"KIEMTIN_LANG": "en", "LANG": "vi_VN.UTF-8"}, "en"),
        ({"KIEMTIN_LANG": "VI", "LANG": "en_US.UTF-8"}, "vi"),
        ({"KIEMTIN_LANG": "xx", "LANG": "en_US.UTF-8"}, "en"),
    ],
)
def test_language_follows_the_setting_and_then_the_locale(
    environ: dict[str, str], expected: str
) -> None:
    assert language(environ) == expected


@pytest.mark.parametrize(("lang", "expected"), [("vi", "Chào Lan"), ("en", "Hello Lan")])
def test_sentence_is_filled_in(monkeypatch: pytest.MonkeyPatch, lang: str, expected: str) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", lang)
    assert sentence(HELLO, name="Lan") == expected


def test_results_and_complaints_go_to_different_streams(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    out(HELLO, name="Lan")
    complain(Refused("no"))
    complain(HELLO, name="Mai")
    printed = capsys.readouterr()
    assert printed.out == "Chào Lan\n"
    assert printed.err == "Không được\nChào Mai\n"


def test_a_terminal_without_vietnamese_letters_is_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", old)
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    out(Say("Đã dừng.", ""))
    old.seek(0)
    assert old.read() == "?? d?ng.\n"
