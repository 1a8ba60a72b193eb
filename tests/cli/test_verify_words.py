"""Every kind of entry has its words, and a signature is told with what it covers."""

import pytest

from kiemtin.cli.verify_words import KINDS, say_signed
from kiemtin.record.checkpoint import Checkpoint
from kiemtin.record.entry import KINDS as ACTS


def test_every_kind_of_entry_has_its_words() -> None:
    assert tuple(KINDS) == ACTS


def test_a_signature_is_told_with_name_size_and_root(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    say_signed(Checkpoint("desk.example/log", 2, b"\x01" * 32))
    assert capsys.readouterr().out == (
        f"✓ desk.example/log signed: 2 entries, root hash {'01' * 32}\n"
    )
