"""A test whose program is missing is left out and named; under CI=true it runs and fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import system_packages
from scripts.system_packages import PARTS, Part, install_line, missing
from tests.support.tree import ROOT

CONFTEST = """
from scripts import system_packages
from tests.support.left_out import LeftOut

system_packages.PARTS = (
    system_packages.Part("browser", "Nocturne", ("nocturne",), ("no-such-program",)),
)

def pytest_configure(config):
    config.pluginmanager.register(LeftOut(), "left_out")
"""
TESTS = """
import pytest

@pytest.mark.browser
def test_page(): raise AssertionError("was run")

@pytest.mark.browser
def test_other_page(): raise AssertionError("was run")

def test_plain(): pass
"""
SETTINGS = "[pytest]\nmarkers =\n  browser: needs one\n  system: needs one\n"


def run(folder: Path, *options: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_it.py").write_text(TESTS)
    (folder / "pytest.ini").write_text(SETTINGS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:django", *options]
    environ = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    environ.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two processes"])
def test_what_cannot_run_is_left_out_and_named(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run(tmp_path, *options)
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
    assert "2 tests marked 'browser' were left out: Nocturne not on this machine." in done.stdout
    assert "apt-get install -y --no-install-recommends nocturne" in done.stdout


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two processes"])
def test_nothing_may_be_left_out_in_ci(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run(tmp_path, *options, ci="true")
    assert done.returncode == 1
    assert "2 failed, 1 passed" in done.stdout
    assert "left out" not in done.stdout


def test_a_part_is_found_by_program_or_by_file(tmp_path: Path) -> None:
    assert Part("system", "Python", ("python3",), ("no-such-program", "python3")).found()
    (tmp_path / "5").mkdir()
    there = Part("system", "data", ("data",), folder=tmp_path, pattern="*/vie")
    assert there.found() is None
    (tmp_path / "5/vie").touch()
    assert there.found() == str(tmp_path / "5/vie")


def test_only_parts_of_the_mark_count_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = Part("browser", "Nocturne", ("nocturne",), ("no-such-program",))
    monkeypatch.setattr(system_packages, "PARTS", (absent,))
    assert missing("browser") == missing() == [absent]
    assert missing("system") == []


def test_the_line_names_every_package() -> None:
    line = install_line(list(PARTS))
    assert line.startswith("sudo apt-get update && sudo apt-get install -y")
    assert all(package in line for part in PARTS for package in part.packages)


def test_who_may_not_install_is_told_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = Part("browser", "Nocturne", ("nocturne",), ("no-such-program",))
    monkeypatch.setattr(system_packages, "PARTS", (absent,))
    monkeypatch.setattr(system_packages, "_may_install", lambda: None)
    monkeypatch.setenv("CI", "")
    assert system_packages.main() == 0
    assert install_line([absent]) in capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    assert system_packages.main() == 1
