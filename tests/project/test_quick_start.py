"""The quick start of docs/matching.md does what a reader expects of it."""

import re

import pytest

from tests.support.tree import DOCS

CODE = re.compile(r"^## Quick start\n.*?^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_first_lines_of_python_run_and_find_the_claim(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = CODE.search((DOCS / "matching.md").read_text(encoding="utf-8"))
    assert code
    exec(code[1], {})
    decision, found, *_ = capsys.readouterr().out.split()
    assert decision in ("same", "maybe")
    assert found == "1"
