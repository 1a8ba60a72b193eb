"""A failure ends its block, leaves its name and nothing of what was typed."""

import pytest

from kiemtin.desk.unharmed import Unharmed


def test_a_failure_is_noted_by_its_name_only(caplog: pytest.LogCaptureFixture) -> None:
    with Unharmed("match.postponed", message=7):
        raise ValueError("what was asked")
    assert "match.postponed message=7 error=ValueError" in caplog.text
    assert "what was asked" not in caplog.text


def test_the_end_of_the_process_passes() -> None:
    with pytest.raises(KeyboardInterrupt), Unharmed("check.failed"):
        raise KeyboardInterrupt


def test_success_leaves_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    with Unharmed("check.failed"):
        pass
    assert not caplog.records
