"""How far a command is: now and then a line, at a terminal one line that changes."""

import io
import sys

import pytest

from kiemtin.cli.progress import CLEAR, Progress
from kiemtin.refusal import Say

TEXT = Say("{done}/{total} ({rate})", "{done}/{total} at {rate}")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    monkeypatch.setattr("kiemtin.cli.progress.time.monotonic", iter(range(1, 1_000)).__next__)


def test_in_a_log_a_line_for_each_thousand(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Progress()
    shown.begin(TEXT, 2_500, done=600)
    for done in range(601, 2_501):
        shown.at(done)
    shown.clear()
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in lines] == ["1000/2500", "2000/2500"]


def test_the_rate_counts_only_this_run(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Progress()
    shown.begin(TEXT, 2_000, done=900)
    shown.at(1_000)
    assert capsys.readouterr().err == "1000/2000 at 100\n"


def test_at_a_terminal_one_line_changes_and_is_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    shown = Progress()
    shown.begin(TEXT, 9)
    shown.at(1)
    shown.at(2)
    shown.clear()
    shown.clear()
    written = terminal.getvalue()
    assert "\n" not in written
    assert written.startswith(f"{CLEAR}1/9")
    assert written.endswith(CLEAR)
    assert written.count(CLEAR) == 3
