"""Files are known by their contents, read from the beginning, and their bad rows counted."""

import os
import threading
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest

from kiemtin.cli.match_input import CannotRead, Report, prepare
from kiemtin.cli.progress import Progress
from kiemtin.matching.jsonl import Problem
from kiemtin.matching.row_errors import BadRow, RowNote

DATA = b'{"a": 1}\n{"b": 2}\n'


def test_a_file_is_hashed_counted_and_ready_to_be_read(tmp_path: Path) -> None:
    path = tmp_path / "Q.jsonl"
    path.write_bytes(DATA)
    with ExitStack() as opened:
        found = prepare(str(path), opened)
        assert (found.sha256, found.lines) == (sha256(DATA).hexdigest(), 2)
        assert found.stream.read() == DATA
    assert found.stream.closed


def test_what_can_be_read_only_once_is_kept(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(DATA,))
    writer.start()
    with ExitStack() as opened:
        assert prepare(str(pipe), opened).stream.read() == DATA
    writer.join()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("none", None, "file"), (".", None, "file"), ("u", b"\xff\xfea", "utf16")],
)
def test_a_file_that_is_not_there_or_no_text_is_refused(
    tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    if data:
        (tmp_path / name).write_bytes(data)
    with ExitStack() as opened, pytest.raises(CannotRead) as caught:
        prepare(str(tmp_path / name), opened)
    assert caught.value.code == code


def test_lost_rows_are_counted_and_notes_are_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    report = Report(Progress())
    rows = [Problem(1, RowNote("blank"), kept=True), "row", Problem(3, BadRow("empty_id"))]
    assert list(report.good("Q", rows)) == ["row"]
    assert report.lost == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Q:1: note: a blank line, passed over."
    assert told[1].startswith("Q:3: row left out: “id” is empty.")
