"""The secret key in force is found in its file or in the environment, and nowhere else."""

from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin import private_file
from kiemtin.desk import log_folder, signing
from kiemtin.desk.flow import keys, seal
from kiemtin.desk.words import KeyEnd
from kiemtin.private_file import KeyRefused
from kiemtin.record.keys import SignerKey
from kiemtin.record.notes import split_note

NAME = "desk.example/log"
FIRST, SECOND, THIRD = (SignerKey(NAME, bytes([n]) * 32) for n in (1, 2, 3))

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.KEY_FOLDER, settings.LOG_KEYS = tmp_path, []
    return tmp_path


def put(folder: Path, key: SignerKey) -> Path:
    path = folder / signing.file_name(key.verifier)
    private_file.write_new(path, key.secret_text())
    return path


def test_a_desk_without_a_key_signs_nothing(folder: Path) -> None:
    assert signing.signer() is None
    put(folder, FIRST)
    assert signing.signer() is None


def test_the_key_in_force_signs_and_the_one_before_beside_it(folder: Path) -> None:
    keys.begin(FIRST)
    assert signing.signer() is None
    old = put(folder, FIRST)
    assert signing.signers() == [FIRST]
    put(folder, SECOND)
    assert signing.signers() == [FIRST]
    keys.rotate(FIRST, SECOND)
    assert signing.signers() == [SECOND, FIRST]
    old.unlink()
    assert signing.signers() == [SECOND]


def test_a_key_left_on_the_disk_signs_no_more_once_the_change_is_sealed(
    folder: Path, settings: Settings
) -> None:
    settings.LOG_FOLDER = folder / "log"
    keys.begin(FIRST)
    put(folder, FIRST)
    seal.catch_up()
    put(folder, SECOND)
    put(folder, THIRD)
    keys.rotate(FIRST, SECOND)
    assert signing.signers() == [SECOND, FIRST]
    keys.rotate(SECOND, THIRD)
    assert signing.signers() == [THIRD, SECOND, FIRST]
    seal.catch_up()
    both = log_folder.folder().file("checkpoint")
    assert [one.key_id for one in split_note(both)[1]] == [
        one.verifier.key_id for one in (THIRD, SECOND, FIRST)
    ]
    assert signing.signers() == [THIRD]


def test_a_revoked_key_never_signs_again(folder: Path) -> None:
    keys.begin(FIRST)
    keys.give_up(SECOND, KeyEnd.REVOKED)
    put(folder, FIRST)
    assert signing.signers() == []
    put(folder, SECOND)
    assert signing.signers() == [SECOND]


def test_the_environment_can_hold_the_key(folder: Path, settings: Settings) -> None:
    keys.begin(FIRST)
    settings.LOG_KEYS = [FIRST.secret_text()]
    assert signing.signer() == FIRST


def test_a_key_that_others_can_read_is_refused(folder: Path) -> None:
    keys.begin(FIRST)
    put(folder, FIRST).chmod(0o644)
    with pytest.raises(KeyRefused):
        signing.signer()
