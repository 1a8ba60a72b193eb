"""Keys are made once, are their owner's alone, and are refused when others can read them."""

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from kiemtin.web import keys
from kiemtin.web.keys import KeyRefused


def test_keys_are_made_closed_and_long(tmp_path: Path) -> None:
    keys.make(tmp_path / "keys")
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    for name in ("secret.key", "reply.key"):
        assert stat.S_IMODE((tmp_path / "keys" / name).stat().st_mode) == 0o600
    assert len(keys.read(tmp_path / "keys/secret.key")) >= 64
    assert Fernet(keys.read(tmp_path / "keys/reply.key"))


def test_two_desks_have_different_keys_and_one_keeps_its_own(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        keys.make(tmp_path / name)
    first = keys.read(tmp_path / "a/secret.key")
    keys.make(tmp_path / "a")
    assert keys.read(tmp_path / "a/secret.key") == first
    assert keys.read(tmp_path / "b/secret.key") != first


def test_a_missing_key_is_empty(tmp_path: Path) -> None:
    assert keys.read(tmp_path / "secret.key") == ""


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_a_key_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path, mode: int) -> None:
    key = tmp_path / "secret.key"
    key.write_text("x")
    key.chmod(mode)
    with pytest.raises(KeyRefused, match=f"mode {mode:04o}, expected 0600.*chmod 600 {key}"):
        keys.read(key)
