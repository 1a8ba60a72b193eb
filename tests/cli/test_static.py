"""Styles and scripts are gathered again exactly when one of them changed."""

from pathlib import Path
from typing import Any

import pytest

from kiemtin.cli import static


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("body{}")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "static"
    return source


def test_a_changed_a_new_and_a_removed_file_are_noticed(folder: Path) -> None:
    static.gather()
    gathered = folder.parent / "static"
    assert (gathered / "page.css").read_text() == "body{}"

    (folder / "page.css").write_text("body{margin:0}")
    (folder / "new.js").write_text("1")
    static.gather()
    assert (gathered / "page.css").read_text() == "body{margin:0}"
    assert (gathered / "new.js").exists()

    (folder / "new.js").unlink()
    static.gather()
    assert not (gathered / "new.js").exists()


def test_nothing_is_done_when_nothing_changed(folder: Path) -> None:
    static.gather()
    gathered = folder.parent / "static/page.css"
    gathered.write_text("as it was left")
    static.gather()
    assert gathered.read_text() == "as it was left"
