"""A demonstration's folder is marked, and nothing else is ever emptied."""

from pathlib import Path

import pytest

from kiemtin.cli import demo_home
from kiemtin.cli.demo_home import NotADemonstration


def contents(home: Path) -> set[str]:
    return {path.name for path in home.iterdir()}


def test_a_new_folder_is_claimed_and_kept(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    demo_home.claim(home)
    (home / "kiemtin.sqlite3").write_text("cases")
    demo_home.done(home)
    demo_home.claim(home)
    assert (home / "kiemtin.sqlite3").read_text() == "cases"


def test_a_telling_that_was_cut_off_begins_anew(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    demo_home.claim(home)
    (home / "kiemtin.sqlite3").write_text("half of the cases")
    (home / "kiemtin.sqlite3-wal").write_text("half of the cases")
    (home / "copies").mkdir()
    (home / "copies/1").write_text("copy")
    demo_home.claim(home)
    assert contents(home) == {demo_home.MARK}


def test_fresh_throws_the_old_one_away_but_its_keys(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    demo_home.claim(home)
    (home / "kiemtin.sqlite3").write_text("cases")
    (home / "keys").mkdir()
    demo_home.done(home)
    demo_home.claim(home, fresh=True)
    assert contents(home) == {demo_home.MARK, "keys"}


@pytest.mark.parametrize("fresh", [False, True])
def test_a_real_desk_is_never_touched(tmp_path: Path, fresh: bool) -> None:
    (tmp_path / "kiemtin.sqlite3").write_text("a desk")
    with pytest.raises(NotADemonstration, match="--home"):
        demo_home.claim(tmp_path, fresh=fresh)
    assert contents(tmp_path) == {"kiemtin.sqlite3"}
