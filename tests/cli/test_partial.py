"""A long run's file is complete under its name or not there; a run goes on only with its own."""

import fcntl
import json
import os
from pathlib import Path

import pytest

from kiemtin.cli.partial import CannotWrite, Partial, Pipe, line, open_output

ROWS = [{"id": str(number), "decision": "new", "text": "đập"} for number in range(3)]
MARK = {"run": "1"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def left(target: Path, rows: list[dict[str, str]], tail: bytes = b"") -> None:
    """Leave what an interrupted run leaves."""
    with Partial(target, MARK) as run:
        for row in rows:
            run.write(row)
    with target.with_name("O.part").open("ab") as file:
        file.write(tail)


def test_nothing_has_the_name_before_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "O"
    target.write_text("the last result")
    with Partial(target, MARK) as run:
        for row in ROWS:
            run.write(row)
        assert target.read_text() == "the last result"
        run.finish()
    assert target.read_bytes() == b"".join(map(line, ROWS))
    assert names(tmp_path) == ["O"]


@pytest.mark.parametrize("tail", [b"", b'{"id": "2", "deci', b"{}\n", b"[]\n", line(ROWS[2])[:-1]])
def test_the_same_run_goes_on_after_the_last_whole_row(tmp_path: Path, tail: bytes) -> None:
    target = tmp_path / "O"
    left(target, ROWS[:2], tail)
    with Partial(target, MARK) as run:
        assert run.done == {"0": "new", "1": "new"}
        run.write(ROWS[2])
        run.finish()
    assert [json.loads(raw) for raw in target.read_bytes().splitlines()] == ROWS


def test_another_run_begins_anew(tmp_path: Path) -> None:
    target = tmp_path / "O"
    left(target, ROWS[:2])
    with Partial(target, {"run": "2"}) as run:
        assert run.done == {}
        run.finish()
    assert target.read_bytes() == b""


def test_rows_without_their_mark_are_nobodys(tmp_path: Path) -> None:
    target = tmp_path / "O"
    left(target, ROWS[:2])
    (tmp_path / "O.part.run").write_text("")
    with Partial(target, MARK) as run:
        assert run.done == {}


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    target = tmp_path / "O"
    left(target, ROWS[:1])
    with (tmp_path / "O.part.run").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CannotWrite) as caught:
            Partial(target, MARK)
    assert caught.value.code == "busy"


def test_a_link_keeps_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "O"
    link.symlink_to("real/O")
    with Partial(link, MARK) as run:
        run.write(ROWS[0])
        run.finish()
    assert link.is_symlink()
    assert (tmp_path / "real/O").read_bytes() == line(ROWS[0])


def test_what_is_no_plain_file_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with open_output(str(pipe), MARK) as out:
        assert isinstance(out, Pipe)
        out.write(ROWS[0])
        assert os.read(reader, 1_000) == line(ROWS[0])
        os.close(reader)
        with pytest.raises(BrokenPipeError):
            out.write(ROWS[1])
    assert pipe.is_fifo()


def test_a_folder_or_no_place_is_refused(tmp_path: Path) -> None:
    for name, code in ((".", "folder"), ("none/O", "file")):
        with pytest.raises(CannotWrite) as caught:
            open_output(str(tmp_path / name), MARK)
        assert caught.value.code == code
    with pytest.raises(CannotWrite):
        Pipe(str(tmp_path / "none/O"))
