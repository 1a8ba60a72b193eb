"""What must not stand in the project: marks of unfinished work, paths of one machine, hosts of
registries, numbers that may be somebody's.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.tree import ROOT, tracked

TEXT = {".py", ".sh", ".toml", ".md", ".html", ".js", ".css", ".txt", ".lock", ".jsonl", ".po", ""}
UNFINISHED = re.compile(r"\bTODO\b|\bFIXME\b|\bnoqa\b|type: ignore|NotImplementedError")
LEFT_OUT = re.compile(r"pytest\.(?:skip|mark\.skip|mark\.xfail|xfail)|pragma: no cover")
MACHINE = re.compile(r"(?<![\w.])/(?:root|home/\w+|work|Users/\w+)/")
REGISTRY = re.compile(r"(?:pypi|pythonhosted|npmjs|deb\.debian)\.(?:org|com)")
# These name what must not be, in order to find it.
SAYING_SO = {Path("tests/project/test_words.py")}


def found(pattern: re.Pattern[str], suffixes: set[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:90]}"
        for path in tracked()
        if path.suffix in suffixes and path not in SAYING_SO and path.name != "LICENSE"
        for number, line in lines(path)
        if pattern.search(line)
    ]


def lines(path: Path) -> Iterator[tuple[int, str]]:
    text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
    yield from enumerate(text.splitlines(), 1)


@pytest.mark.parametrize("pattern", [UNFINISHED, LEFT_OUT], ids=["unfinished", "left out"])
def test_no_mark_of_unfinished_work(pattern: re.Pattern[str]) -> None:
    assert not found(pattern, {".py", ".sh", ".html", ".js", ".css"})


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_nothing_of_one_machine(pattern: re.Pattern[str]) -> None:
    assert not found(pattern, TEXT)
