"""`kiemtin match --explain` shows why one message came out as it did, and stores nothing."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.live import Home

CLAIM = "Hồ thủy điện Nậm Mít ở xã Bảo Yên xả lũ 350 m3/s từ 14 giờ ngày 5/10/2025"
ASKED = "Hồ thủy điện Nậm Mít xã Bảo Yên xả lũ 530 m3/s lúc 14h ngày 5/10/2025"
ANSWERS = ["--name", "Bàn kiểm tin Lào Cai", "--place", "15", "--person", "Quản trị"]
ANSWERS += ["--email", "quantri@example.vn"]
COUNT = """
from kiemtin.cli.start import load_desk
load_desk()
from kiemtin.desk.models import MatchRecord, Message, Rumour
print([model.objects.count() for model in (MatchRecord, Message, Rumour)])
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    rows = [
        {"id": "dam", "claim": CLAIM, "date": "2025-10-05"},
        {"id": "herb", "claim": "Uống nước lá vối chữa khỏi bệnh tiểu đường"},
    ]
    path = tmp_path / "L.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def explain(home: Home, *words: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    return home.run("match", "--explain", *words, typed=typed)


def test_a_library_needs_no_desk(blank_home: Home, library: Path) -> None:
    done = explain(blank_home, ASKED, "--library", str(library), "--date", "2025-10-05")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("MAYBE the same; a person decides (")
    assert lines[1] == f"  dam  {CLAIM}"
    table = [line.split("  ") for line in lines if line.startswith("  number")]
    assert [[cell.strip() for cell in row if cell.strip()] for row in table] == [
        ["number", "530 m3/s", "350 m3/s", "CONFLICT"]
    ]
    assert any(line.startswith("  - another number: the message says 530") for line in lines)
    assert lines[-1].endswith("herb  Uống nước lá vối chữa khỏi bệnh tiểu đường")
    assert not blank_home.path.exists()


def test_the_desk_is_asked_and_stores_nothing(home: Home, tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("dong-ho-nuoc-chay\n")
    assert home.run("init", *ANSWERS, "--password-file", str(password)).returncode == 0
    rows = tmp_path / "tin.csv"
    rows.write_text(f"nội dung,ngày nhận\n{CLAIM},5/10/2025\n", encoding="utf-8")
    made = home.run("import", str(rows))
    assert made.returncode == 0, made.stderr
    before = home.python(COUNT).stdout
    done = explain(home, ASKED, "--date", "2025-10-05", "--place", "xã Bảo Yên, Lào Cai")
    assert done.returncode == 0, done.stderr
    assert CLAIM in done.stdout
    assert "530 m3/s" in done.stdout
    assert home.python(COUNT).stdout == before


def test_no_desk_is_said(blank_home: Home) -> None:
    done = explain(blank_home, ASKED)
    assert done.returncode == 1
    assert "Run: kiemtin init" in done.stderr


def test_standard_input_is_read(blank_home: Home, library: Path) -> None:
    done = explain(blank_home, "-", "--library", str(library), typed="trời hôm nay đẹp quá")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("NEW: no known claim says this (")
    assert "\nSuggested: not checkable — an opinion or a feeling\n" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("?!",), "Expected at least one letter or digit"),
        (("a" * 50_000,), "Expected at most 10000 characters"),
        (("đập vỡ", "--place", "Tân Lập"), "“Tân Lập” may be"),
        (("đập vỡ", "--place", "Xyz"), "“Xyz” was not found"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    blank_home: Home, library: Path, words: tuple[str, ...], said: str
) -> None:
    done = explain(blank_home, *words, "--library", str(library))
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
