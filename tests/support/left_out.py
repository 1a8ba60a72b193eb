"""Leaves out the tests that need a program this machine lacks, and says at the end which and why.

Under CI=true nothing is left out: such a test runs, and fails.
"""

import os
from collections import Counter

import pytest
from xdist.workermanage import WorkerController

from scripts.system_packages import install_line, missing

MARKS = ("browser", "system")
COUNTED: Counter[str] = Counter()
KEY = "left_out"


def lacking(item: pytest.Item) -> str | None:
    """The mark of `item` whose programs are not all here, or None."""
    return next((mark for mark in MARKS if item.get_closest_marker(mark) and missing(mark)), None)


class LeftOut:
    """Takes part in collection and in the closing lines, of one process or of several."""

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Keep the tests that can run here."""
        if os.environ.get("CI") == "true":
            return
        out = [item for item in items if lacking(item)]
        COUNTED.update(mark for item in out if (mark := lacking(item)))
        items[:] = [item for item in items if item not in out]
        config.hook.pytest_deselected(items=out)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Tell the process that sums up."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[KEY] = dict(COUNTED)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: WorkerController, error: object) -> None:
        """Take a worker's count; every worker collects the same tests, so one is enough."""
        for mark, count in getattr(node, "workeroutput", {}).get(KEY, {}).items():
            COUNTED[mark] = count

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what was left out."""
        for mark, count in sorted(COUNTED.items()):
            parts = missing(mark)
            names = ", ".join(part.name for part in parts)
            terminalreporter.write_sep("-", "left out", yellow=True)
            terminalreporter.write_line(
                f"{count} tests marked '{mark}' were left out: {names} not on this machine.\n"
                f"To run them: {install_line(parts)}"
            )
