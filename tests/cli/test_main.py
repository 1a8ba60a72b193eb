"""`kiemtin` finds its commands, loads only what it needs, and ends with a status that tells."""

import argparse
import subprocess
import sys

import pytest

from kiemtin.cli import main as entry
from kiemtin.cli import version
from kiemtin.cli.start import CannotStart

# Run in a process of its own: which modules of the desk does the list of commands load?
LOADED = """
import sys
from kiemtin.cli.main import main
try:
    main(["--help"])
except SystemExit:
    pass
print([name for name in ("django", "numpy", "granian", "pysqlite3") if name in sys.modules])
"""


@pytest.mark.parametrize("name", entry.COMMANDS)
def test_every_command_explains_itself_in_both_languages(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = set()
    for lang in ("vi", "en"):
        monkeypatch.setenv("KIEMTIN_LANG", lang)
        with pytest.raises(SystemExit) as left:
            entry.main([name, "--help"])
        assert left.value.code == 0
        said.add(capsys.readouterr().out)
    assert len(said) == 2


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        entry.main(["--help"])
    printed = capsys.readouterr().out
    assert all(name in printed for name in entry.COMMANDS)


def test_help_loads_neither_the_desk_nor_the_encoder() -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [[], ["nonsense"], ["version", "--nonsense"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        entry.main(words)
    assert left.value.code == 2


def test_a_refusal_becomes_a_sentence_and_status_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(args: argparse.Namespace) -> int:
        raise CannotStart("migrations", {"count": 3})

    monkeypatch.setenv("KIEMTIN_LANG", "en")
    monkeypatch.setattr(version, "run", refuse)
    assert entry.main(["version"]) == 1
    assert "lacks 3 migrations" in capsys.readouterr().err


def test_an_interrupt_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(args: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(version, "run", interrupt)
    assert entry.main(["version"]) == 130
