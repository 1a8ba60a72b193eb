"""The list of public keys gives those that may be believed, and only names a revoked one."""

from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from kiemtin.cli.verify_input import read_keys
from kiemtin.desk.flow import keys
from kiemtin.desk.models import LogKey
from kiemtin.desk.queries import public_keys
from kiemtin.desk.words import KeyEnd
from kiemtin.record.keys import SignerKey

FIRST, SECOND, THIRD, LAST = (SignerKey("desk.example/log", bytes([n]) * 32) for n in (1, 2, 3, 4))

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_secret_at_hand(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER, settings.KEY_FOLDER = tmp_path / "log", tmp_path


def test_there_is_no_line_before_the_first_key() -> None:
    assert public_keys.lines() == ""


def test_rotated_and_lost_keys_are_given_and_a_revoked_one_is_only_named() -> None:
    keys.begin(FIRST)
    keys.rotate(FIRST, SECOND)
    keys.give_up(THIRD, KeyEnd.LOST)
    keys.give_up(LAST, KeyEnd.REVOKED)
    ended = LogKey.objects.get(public=str(THIRD.verifier)).ended_at
    assert ended
    lines = public_keys.lines()
    assert lines.splitlines() == [
        str(LAST.verifier),
        f"# revoked {timezone.localdate(ended)}: {THIRD.verifier}",
        str(SECOND.verifier),
        str(FIRST.verifier),
    ]
    believed, revoked = read_keys([lines])
    assert believed == [LAST.verifier, SECOND.verifier, FIRST.verifier]
    assert [one.verifier for one in revoked] == [THIRD.verifier]
