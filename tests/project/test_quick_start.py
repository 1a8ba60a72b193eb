"""The Python of the README and of docs/matching.md does what a reader expects of it."""

import re
from pathlib import Path

import pytest

from tests.support.tree import DOCS, ROOT

CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", DOCS / "matching.md"], ids=lambda one: one.name
)
def test_the_first_lines_of_python_run_and_find_the_claim(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = CODE.search(page.read_text(encoding="utf-8"))
    assert code
    exec(code[1], {})
    decision, found, *_ = capsys.readouterr().out.split()
    assert decision in ("same", "maybe")
    assert found == "1"
