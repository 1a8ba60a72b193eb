"""`kiemtin demo` gives a whole desk in a folder of its own, once, and stops cleanly."""

import os
import re
from pathlib import Path

import pytest

from kiemtin.cli import demo
from tests.support.drill import started, told
from tests.support.live import Home, Homes, free_port

TENTHS = [str(percent) for percent in range(10, 101, 10)]
ACCOUNT = r"^  (\S+@example\.vn) +[a-z2-7]{4}(?:-[a-z2-7]{4}){3}  "


def test_settings_of_a_real_desk_are_left_aside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "environ", {"KIEMTIN_HOME": "/srv/desk", "KIEMTIN_LANG": "en"})
    os.environ["DATABASE_URL"] = "postgresql://desk@127.0.0.1/desk"
    os.environ["KIEMTIN_HTTPS"] = "true"
    demo.choose(tmp_path, "http://127.0.0.1:8000/")
    assert os.environ == {
        "KIEMTIN_HOME": str(tmp_path),
        "KIEMTIN_DRILL": "true",
        "KIEMTIN_PUBLIC_URL": "http://127.0.0.1:8000",
        "KIEMTIN_LANG": "en",
        "KIEMTIN_LOG_LEVEL": "WARNING",
    }


def test_progress_is_said_ten_times(capsys: pytest.CaptureFixture[str]) -> None:
    for done in range(1, 178):
        demo.progress(done, 177)
    said = capsys.readouterr().out.split("\n")
    assert len(said) == 11
    assert said[-2] == "  100 %"


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kiemtin.sqlite3").write_text("a real desk")
    refused = Home(tmp_path).run("demo", "--home", str(tmp_path), "--port", str(free_port()))
    assert refused.returncode == 1
    assert "Choose another folder with --home" in refused.stderr


def test_the_first_start_tells_the_cases_and_the_second_keeps_them(
    homes: Homes, tmp_path: Path
) -> None:
    drill = told(homes)
    assert re.findall(r"^ *(\d+) %$", drill.said, re.MULTILINE) == TENTHS
    emails = re.findall(ACCOUNT, drill.said, re.MULTILINE)
    assert len(emails) >= 5

    home = homes.copy(drill.home).path
    second = started(home, free_port())
    assert "%" not in second
    assert re.findall(ACCOUNT, second, re.MULTILINE) == emails

    code = Home(tmp_path).run("demo", "--home", str(home), "--code", "reviewer@example.vn")
    assert re.fullmatch(r"\d{6}\n", code.stdout), code.stderr
    unknown = Home(tmp_path).run("demo", "--home", str(home), "--code", "nobody@example.vn")
    assert unknown.returncode == 1
    assert "no demonstration account nobody@example.vn" in unknown.stderr
