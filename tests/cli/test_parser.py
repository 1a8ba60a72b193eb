"""The few words of argparse itself are in the reader's language."""

import pytest

from kiemtin.cli.parser import Parser


def test_headings_are_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    text = Parser(prog="kiemtin").format_help()
    assert text.startswith("cách dùng: kiemtin")
    assert "tuỳ chọn:" in text
    assert "show this help" not in text


def test_headings_are_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    assert Parser(prog="kiemtin").format_help().startswith("usage: kiemtin")


def test_a_mistake_says_where_to_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    with pytest.raises(SystemExit) as left:
        Parser(prog="kiemtin serve").parse_args(["--prot"])
    assert left.value.code == 2
    assert "kiemtin serve --help" in capsys.readouterr().err
