"""`kiemtin migrate` brings tables up to date, and only it does."""

import stat

from tests.support.live import Home


def test_the_first_time_it_makes_everything_and_then_nothing(blank_home: Home) -> None:
    looked = blank_home.run("migrate", "--dry-run")
    assert looked.returncode == 0
    assert "migrations would be applied" in looked.stdout

    done = blank_home.run("migrate")
    assert done.returncode == 0
    assert done.stdout.startswith("Applied ")

    again = blank_home.run("migrate")
    assert again.stdout == "The database is at this version already.\n"


def test_the_database_file_is_its_owners_alone(home: Home) -> None:
    for file in home.path.glob("*.sqlite3*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_serving_an_older_database_is_refused_and_changes_nothing(blank_home: Home) -> None:
    blank_home.run("migrate", "--dry-run")
    refused = blank_home.run("serve")
    assert refused.returncode == 1
    assert "then run: kiemtin migrate" in refused.stderr
    assert "would be applied" in blank_home.run("migrate", "--dry-run").stdout
