"""What makes a run of `kiemtin match` the same run, and what it may not write over."""

import argparse
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest

from kiemtin.cli.match_files import SameFile, mark, refuse_same
from kiemtin.cli.match_input import Input
from kiemtin.matching.encoders.choice import Means
from kiemtin.matching.model import default_model
from tests.matching.samples import BagEncoder

FILE = Input("L", io.BytesIO(), "aa", 1)
BAG = Means(BagEncoder(), default_model())
ARGS = argparse.Namespace(date=dt.date(2025, 10, 5))


def test_a_run_is_another_when_anything_that_decides_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    other = replace(FILE, sha256="bb")
    marks = [
        mark(ARGS, FILE, FILE, BAG),
        mark(ARGS, other, FILE, BAG),
        mark(ARGS, FILE, other, BAG),
        mark(ARGS, FILE, FILE, replace(BAG, encoder=None)),
        mark(argparse.Namespace(date=dt.date(2025, 10, 6)), FILE, FILE, BAG),
    ]
    marks.append(mark(ARGS, FILE, FILE, replace(BAG, model=replace(BAG.model, same_at=0.9))))
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    marks.append(mark(ARGS, FILE, FILE, BAG))
    assert all(one not in marks[:at] for at, one in enumerate(marks))
    assert mark(ARGS, replace(FILE, name="elsewhere"), FILE, BAG) == marks[-1]


def test_what_is_read_is_never_written_over(tmp_path: Path) -> None:
    read, other = tmp_path / "Q", tmp_path / "O"
    read.touch()
    (tmp_path / "link").symlink_to(read)
    for name in (read, tmp_path / "link"):
        with pytest.raises(SameFile):
            refuse_same(str(name), "-", str(read))
    refuse_same(str(other), "-", str(read))
    refuse_same("-", "-", str(read))
    refuse_same("/dev/null", "/dev/null", str(read))
