"""A command that cannot run says what to do first, and a desk's folder is its owner's alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiemtin.cli import start
from kiemtin.cli.start import CannotStart
from tests.support.live import Home

# Run in a process of its own, with the settings that nobody has changed.
SAME_FOLDER = """
from kiemtin.cli.start import home, load_django
load_django()
from django.conf import settings
assert home() == settings.HOME, (home(), settings.HOME)
"""


def test_the_folder_is_the_one_of_the_settings(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if "KIEMTIN" not in name}
    plain.pop("DJANGO_SETTINGS_MODULE", None)
    for more in ({}, {"KIEMTIN_HOME": str(tmp_path / "desk")}):
        environ = plain | {"HOME": str(tmp_path)} | more
        subprocess.run([sys.executable, "-c", SAME_FOLDER], env=environ, check=True)


def test_a_relative_folder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_HOME", "here")
    with pytest.raises(CannotStart, match="KIEMTIN_HOME='here': expected an absolute path"):
        start.home()


def test_a_new_folder_and_its_keys_are_closed_to_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KIEMTIN_HOME", str(tmp_path / "a" / "desk"))
    folder = start.make_home()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(key.stat().st_mode) for key in (folder / "keys").iterdir()} == {0o600}


def test_making_it_again_keeps_the_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KIEMTIN_HOME", str(tmp_path / "desk"))
    before = {key.name: key.read_text() for key in (start.make_home() / "keys").iterdir()}
    after = {key.name: key.read_text() for key in (start.make_home() / "keys").iterdir()}
    assert before == after


def test_without_the_extra_the_line_to_install_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "find_spec", lambda name: None if name == "ninja" else object())
    with pytest.raises(CannotStart, match=r"\(ninja\).* pip install 'kiemtin\[desk\]'"):
        start.need_extra()


def test_without_a_desk_the_command_that_makes_one_is_said(blank_home: Home) -> None:
    for command in ("serve", "worker"):
        refused = blank_home.run(command)
        assert refused.returncode == 1
        assert "Run: kiemtin init" in refused.stderr
    assert not blank_home.path.exists()


def test_every_wrong_setting_is_named_at_once(home: Home) -> None:
    home.settings = {"KIEMTIN_REPLY_DAYS": "99", "KIEMTIN_DRILL": "perhaps"}
    refused = home.run("serve")
    assert refused.returncode == 1
    assert "KIEMTIN_REPLY_DAYS='99': expected a whole number 1 to 30" in refused.stderr
    assert "KIEMTIN_DRILL='perhaps': expected 'true' or 'false'" in refused.stderr


def test_a_key_that_others_can_read_is_refused(home: Home) -> None:
    (home.path / "keys/secret.key").chmod(0o644)
    refused = home.run("serve")
    assert refused.returncode == 1
    assert "chmod 600" in refused.stderr


def test_a_database_that_does_not_answer_is_named(home: Home) -> None:
    home.database = "postgresql://nobody:x@127.0.0.1:1/none"
    refused = home.run("serve")
    assert refused.returncode == 1
    assert "The database cannot be used" in refused.stderr
    assert "Traceback" not in refused.stderr
