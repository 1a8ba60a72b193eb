"""`kiemtin key` makes, shows and replaces the desk's keys, and a reader can check across them."""

import re
from pathlib import Path

from tests.support.live import Home


def secret_files(home: Home) -> list[Path]:
    return sorted((home.path / "keys").glob("log-*.key"))


def public(said: str) -> list[str]:
    return re.findall(r"\S+/log\+[0-9a-f]{8}\+\S+", said)


def test_a_desk_without_a_key_is_told_to_make_one(home: Home) -> None:
    shown = home.run("key")
    assert shown.returncode == 1
    assert "kiemtin key new" in shown.stdout
    assert home.run("key", "rotate").stderr.startswith("The desk has no key yet.")
    assert secret_files(home) == []


def test_keys_follow_each_other_and_the_log_holds_across_them(home: Home) -> None:
    made = home.run("key", "new")
    assert made.returncode == 0, made.stderr
    first = public(made.stdout)[0]
    assert "has the key" in home.run("key", "new").stderr
    (file,) = secret_files(home)
    assert file.stat().st_mode & 0o077 == 0

    changed = home.run("key", "rotate")
    assert changed.returncode == 0, changed.stderr
    assert f"Removed the earlier secret file: {file}" in changed.stdout
    second = public(changed.stdout)[0]
    assert secret_files(home) != [file]

    lost = home.run("key", "lost")
    third = public(lost.stdout)[0]
    shown = home.run("key", "show").stdout
    assert public(shown) == [third, second, first]
    log = str(home.path / "log")
    keys = [word for key in (third, second, first) for word in ("--key", key)]
    assert home.run("verify", log, *keys).returncode == 0
    assert home.run("verify", log, "--key", second, "--key", first).returncode == 1


def test_a_secret_that_is_not_here_is_not_rotated(home: Home) -> None:
    home.run("key", "new")
    secret_files(home)[0].unlink()
    shown = home.run("key", "show")
    assert shown.returncode == 1
    assert "nothing can be signed" in shown.stdout
    refused = home.run("key", "rotate")
    assert refused.returncode == 1
    assert "Copy it back" in refused.stderr
    assert secret_files(home) == []
    assert home.run("key", "lost").returncode == 0
