"""`kiemtin import` reports every row, keeps the good ones, and takes nothing twice."""

from pathlib import Path

import pytest

from tests.support.live import Home

ANSWERS = ["--name", "Bàn kiểm tin Lào Cai", "--place", "15", "--person", "Quản trị"]
ANSWERS += ["--email", "quantri@example.vn"]
ROWS = "mã,nội dung,xã\n1,Đập Nậm Mẫu vỡ rồi,\n2,,\n3,Mai cả tỉnh nghỉ học,Lào Cai\n"


@pytest.fixture
def desk(home: Home, tmp_path: Path) -> Home:
    """A desk that can take messages."""
    file = tmp_path / "password"
    file.write_text("dong-ho-nuoc-chay\n")
    made = home.run("init", *ANSWERS, "--password-file", str(file))
    assert made.returncode == 0, made.stderr
    return home


def test_a_dry_run_a_real_one_and_the_same_again(desk: Home, tmp_path: Path) -> None:
    file = tmp_path / "tin.csv"
    file.write_text(ROWS, encoding="utf-8")

    tried = desk.run("import", str(file), "--dry-run")
    assert tried.returncode == 1
    assert tried.stdout.endswith("Dry run, nothing stored: 2 new, 0 known, 1 bad rows.\n")

    done = desk.run("import", str(file))
    assert done.stdout.endswith("2 new, 0 known, 1 bad rows.\n"), done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith("line 3: ")]
    assert done.stdout.startswith("line 2: new ")

    again = desk.run("import", str(file))
    assert again.stdout.endswith("0 new, 2 known, 1 bad rows.\n")


def test_what_is_not_there_is_named(desk: Home, tmp_path: Path) -> None:
    missing = desk.run("import", str(tmp_path / "none.csv"))
    assert missing.returncode == 1
    assert "Look at the path again" in missing.stderr
    file = tmp_path / "tin.csv"
    file.write_text(ROWS, encoding="utf-8")
    unknown = desk.run("import", str(file), "--desk", "nowhere")
    assert unknown.returncode == 1
    assert "There is no desk “nowhere”. Desks: " in unknown.stderr


def test_standard_input_is_read(desk: Home) -> None:
    done = desk.run("import", "-", "--dry-run", typed=ROWS.replace("2,,\n", ""))
    assert done.returncode == 0, done.stderr
    assert "2 new" in done.stdout
