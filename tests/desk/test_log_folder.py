"""How far the log is signed is read from its newest checkpoint."""

from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.desk import log_folder
from kiemtin.record.keys import SignerKey
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.writer import LogWriter

KEY = SignerKey("desk.example/log", b"\x01" * 32)


def test_the_size_is_that_of_the_newest_checkpoint(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER = tmp_path / "log"
    assert log_folder.size() == 0
    with LogWriter(tmp_path / "log", KEY) as writer:
        writer.append([b"one", b"two"])
    assert log_folder.size() == 2
    (tmp_path / "log" / "checkpoint").write_bytes(b"nothing signed")
    with pytest.raises(RecordRefused):
        log_folder.size()
