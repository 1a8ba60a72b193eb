"""The run on PostgreSQL leaves out only what cannot reach any database, and what a browser shows by
itself.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from kiemtin.desk.models import Desk
from tests.support.database_only import reaches
from tests.support.tree import ROOT

TESTS = """
import pytest

@pytest.fixture
def homes(): pass

@pytest.fixture
def home(homes): pass

@pytest.mark.django_db
def test_marked(): pass

def test_given(db): pass

def test_command(home): pass

def test_plain(tmp_path): pass

@pytest.mark.in_browser
def test_page_by_itself(home): pass
"""


def test_a_test_without_one_is_refused_a_database(request: pytest.FixtureRequest) -> None:
    assert not reaches(request.node)
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Desk.objects.count()


@pytest.mark.django_db
def test_a_test_with_one_is_kept(request: pytest.FixtureRequest) -> None:
    assert reaches(request.node)
    assert Desk.objects.count() == 0


def test_what_is_given_one_by_any_way_is_kept(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    lines = ["[pytest]", "DJANGO_SETTINGS_MODULE = tests.settings", "markers =", "    in_browser"]
    (tmp_path / "pytest.ini").write_text("\n".join(lines))
    options = ["-q", "--collect-only", "-p", "tests.support.database_only"]
    command = [sys.executable, "-m", "pytest", *options, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    kept = [line.partition("::")[2] for line in done.stdout.splitlines() if "::" in line]
    assert kept == ["test_marked", "test_given", "test_command"], done.stdout + done.stderr
