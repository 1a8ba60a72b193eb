"""The project's own files, for tests about the project."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/kiemtin"
Function = ast.FunctionDef | ast.AsyncFunctionDef
TESTS = ROOT / "tests"
DOCS = ROOT / "docs"


def modules() -> list[Path]:
    """Every Python file of the package, relative to it."""
    return sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module given relative to the package."""
    return ast.parse((SOURCE / path).read_text(encoding="utf-8"))


def has_logic(path: Path) -> bool:
    """Whether the module has a function that does more than return what it holds."""
    return any(len(_does(one)) > 1 for one in functions(path))


def functions(path: Path) -> list[Function]:
    """Every function of the module, methods too."""
    return [node for node in ast.walk(parsed(path)) if isinstance(node, Function)]


def _does(function: Function) -> list[ast.stmt]:
    body = function.body
    told = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    return body[1:] if told else body


@cache
def tracked() -> tuple[Path, ...]:
    """Files that git has or would take, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(Path(name) for name in names if name and (ROOT / name).is_file())
