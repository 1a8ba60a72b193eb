"""What is declared is used, what is used is declared, and each dependency has its reason."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support.tree import DOCS, ROOT, SOURCE, modules, parsed

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REASONS = (DOCS / "adr/0003-dependencies.md").read_text(encoding="utf-8")
PLAIN = ("text", "matching", "media", "record", "bulletin", "ratings")
# Used by name in the settings, or by Django when a database of its kind is asked for.
BY_NAME = {"psycopg"}
LOCKS = ("requirements.lock", "requirements-dev.lock")


def plain_name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found.group()).lower()


CORE = {plain_name(line) for line in PROJECT["project"]["dependencies"]}
DESK = {plain_name(line) for line in PROJECT["project"]["optional-dependencies"]["desk"]}
SCALE = {plain_name(line) for line in PROJECT["project"]["optional-dependencies"]["scale"]}
ENCODERS = {
    plain_name(line)
    for extra in ("onnx", "sentence-transformers")
    for line in PROJECT["project"]["optional-dependencies"][extra]
}
DEV = {
    plain_name(line)
    for group in PROJECT["dependency-groups"].values()
    for line in group
    if isinstance(line, str)
}


def top_names(path: Path) -> Iterator[str]:
    """What a module imports, by the first word of its name."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def names_in_settings() -> Iterator[str]:
    """Django loads apps and middleware by name."""
    for path in modules():
        if path.parts[:2] == ("web", "settings"):
            for node in ast.walk(parsed(path)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value.partition(".")[0]


def importers(paths: list[Path]) -> dict[str, set[str]]:
    """Distribution → the modules that import it."""
    known = packages_distributions()
    found: dict[str, set[str]] = {}
    for path in paths:
        for name in set(top_names(path)) - set(sys.stdlib_module_names) - {"kiemtin"}:
            found.setdefault(plain_name(known.get(name, [name])[0]), set()).add(str(path))
    return found


def test_everything_that_is_imported_is_declared() -> None:
    assert {k: v for k, v in importers(modules()).items() if k not in CORE | DESK} == {}


def test_the_plain_library_needs_nothing_of_the_desk() -> None:
    rooms = [path for path in modules() if path.parts[0] in PLAIN]
    assert {k: v for k, v in importers(rooms).items() if k not in CORE} == {}


def test_everything_that_is_declared_is_used() -> None:
    known = packages_distributions()
    by_name = {plain_name(one) for name in names_in_settings() for one in known.get(name, [])}
    unused = (CORE | DESK) - importers(modules()).keys() - by_name - BY_NAME
    assert not unused


@pytest.mark.parametrize("name", sorted(CORE | DESK | SCALE | ENCODERS | DEV))
def test_every_dependency_has_its_reason(name: str) -> None:
    named = {plain_name(word) for word in re.findall(r"`([A-Za-z][\w.-]+)`", REASONS)}
    assert name in named


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_locked_by_version_and_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = {plain_name(line) for line in re.findall(r"^(\S+)==", text, flags=re.MULTILINE)}
    assert pinned >= CORE | DESK
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_both_locks_agree() -> None:
    first, second = (
        dict(re.findall(r"^(\S+)==(\S+)", (ROOT / lock).read_text(), flags=re.MULTILINE))
        for lock in LOCKS
    )
    assert first.items() <= second.items()


def test_the_version_is_written_once_as_the_same() -> None:
    init = (SOURCE / "__init__.py").read_text(encoding="utf-8")
    assert f'__version__ = "{PROJECT["project"]["version"]}"' in init
