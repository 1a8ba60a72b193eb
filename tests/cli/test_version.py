"""`kiemtin version` names what a report of a fault needs."""

import pytest

from kiemtin import __version__
from kiemtin.cli import version
from kiemtin.cli.main import main


def test_versions_of_the_parts_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"kiemtin {__version__}\n")
    assert {"python ", "django 5.2", "sqlite 3."} <= {
        found for found in ("python ", "django 5.2", "sqlite 3.") if found in printed
    }


def test_without_the_desk_only_what_is_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "find_spec", lambda name: None)
    assert set(version.parts()) == {"kiemtin", "python"}
