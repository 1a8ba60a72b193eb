"""The tests mirror the tree: a module with logic has a test file in the same place."""

from pathlib import Path

from tests.support.tree import SOURCE, TESTS, functions, has_logic, modules

# Modules whose behaviour is shown elsewhere: the test that shows it, and why it stands there.
SHOWN_ELSEWHERE = {
    "text/checkable/__init__.py": ("text/checkable/test_suggest.py", "its one door is `suggest`"),
    "text/details/__init__.py": ("text/details/test_extract.py", "its one door is `extract`"),
    "text/restore/__init__.py": ("text/restore/test_restore.py", "its one door is `restore`"),
    "web/settings/": ("cli/test_start.py", "settings are read once a process: commands show them"),
    "desk/rules/": ("desk/test_rules.py", "rules are shown by the statements that they refuse"),
    "desk/migrations/": ("desk", "every test of the desk runs on the tables that they make"),
}
FILE_LINES, FUNCTION_LINES = 400, 60


# A page is a view with its form: their one test stands in the folder above.
PARTS_OF_A_PAGE = {"views", "forms"}


def mirrors(module: Path) -> list[Path]:
    """Where the test of a module may stand, relative to tests/."""
    name = f"test_{module.stem.strip('_')}.py"
    above = [module.parent.parent] if module.parent.name in PARTS_OF_A_PAGE else []
    return [folder / name for folder in (module.parent, *above)]


def test_every_module_with_logic_has_its_test() -> None:
    missing = [
        f"{module} → tests/{mirrors(module)[-1]}"
        for module in modules()
        if has_logic(module)
        and not str(module).startswith(tuple(SHOWN_ELSEWHERE))
        and not any((TESTS / one).exists() for one in mirrors(module))
    ]
    assert not missing, "tests are missing:\n" + "\n".join(missing)


def test_every_exception_is_still_needed() -> None:
    for place, (shown_in, _why) in SHOWN_ELSEWHERE.items():
        assert (SOURCE / place).exists(), f"{place} is gone; take it out of the list"
        assert (TESTS / shown_in).exists(), f"{shown_in} is gone; {place} needs its own test"


def test_every_module_says_what_it_promises() -> None:
    silent = [
        str(module)
        for module in modules()
        if (text := (SOURCE / module).read_text().strip()) and not text.startswith(('"""', "# "))
    ]
    assert not silent


def test_no_file_or_function_is_so_long_that_its_shape_is_wrong() -> None:
    ours = [module for module in modules() if "migrations" not in module.parts]
    long = [
        f"{module}: {count} lines"
        for module in ours
        if (count := len((SOURCE / module).read_text(encoding="utf-8").splitlines())) > FILE_LINES
    ]
    long += [
        f"{module}:{one.lineno} {one.name}: {count} lines"
        for module in ours
        for one in functions(module)
        if (count := (one.end_lineno or 0) - one.lineno) > FUNCTION_LINES
    ]
    assert not long
