"""A secret's file is its owner's alone, written once."""

import stat
from pathlib import Path

import pytest

from kiemtin import private_file
from kiemtin.private_file import KeyRefused


def test_a_secret_is_written_once_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "one.key"
    assert private_file.write_new(path, "first")
    assert not private_file.write_new(path, "second")
    assert private_file.read(path) == "first"
    assert stat.S_IMODE(path.stat().st_mode) == private_file.OWNER_ONLY


def test_one_that_others_can_read_is_refused_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "one.key"
    path.write_text("x")
    path.chmod(0o640)
    with pytest.raises(KeyRefused) as refused:
        private_file.read(path)
    assert "chmod 600" in refused.value.vi()
    assert "0640" in refused.value.en()
