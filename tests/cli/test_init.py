"""`kiemtin init` makes a desk from answers, refuses weak ones first, and never makes a second."""

from pathlib import Path

from tests.support.live import Home

ANSWERS = ["--name", "Bàn kiểm tin Lào Cai", "--place", "Lào Cai", "--person", "Quản trị"]
ANSWERS += ["--email", "quantri@example.vn"]


def password_file(folder: Path, password: str) -> list[str]:
    file = folder / "password"
    file.write_text(password + "\n", encoding="utf-8")
    return ["--password-file", str(file)]


def test_a_desk_is_made_and_can_serve(blank_home: Home, tmp_path: Path) -> None:
    done = blank_home.run("init", *ANSWERS, *password_file(tmp_path, "dong-ho-nuoc-chay"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The desk “Bàn kiểm tin Lào Cai” (Tỉnh Lào Cai) stands in" in done.stdout
    assert "dong-ho-nuoc-chay" not in done.stdout + done.stderr
    assert blank_home.run("check").returncode == 0
    with blank_home.serving() as address:
        assert address


def test_a_second_desk_is_refused(home: Home, tmp_path: Path) -> None:
    words = ["init", *ANSWERS, *password_file(tmp_path, "dong-ho-nuoc-chay")]
    assert home.run(*words).returncode == 0
    again = home.run(*words)
    assert again.returncode == 1
    assert "is in this database already" in again.stderr


def test_a_weak_password_makes_no_desk(home: Home, tmp_path: Path) -> None:
    refused = home.run("init", *ANSWERS, *password_file(tmp_path, "password1234"))
    assert refused.returncode == 1
    assert "This password will not do" in refused.stderr
    better = home.run("init", *ANSWERS, *password_file(tmp_path, "dong-ho-nuoc-chay"))
    assert better.returncode == 0


def test_without_a_terminal_the_missing_option_is_named(home: Home) -> None:
    refused = home.run("init", *ANSWERS)
    assert refused.returncode == 1
    assert "Add --password-file" in refused.stderr
    refused = home.run("init", *ANSWERS[2:])
    assert "Add --name" in refused.stderr
