"""A thread goes on whatever its step does, and ends when it is asked to."""

import threading

import pytest

from kiemtin.desk import keep_on


def test_a_failure_does_not_end_it_and_its_words_stay_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stop, done, turns = threading.Event(), threading.Event(), []

    def step() -> bool:
        turns.append(1)
        if len(turns) == 1:
            raise ValueError("Đập Hồ Xanh vỡ")
        done.set()
        return False

    thread = keep_on.start("trying", step, stop, 0.01)
    assert done.wait(10)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
    assert "trying.failed error=ValueError" in caplog.text
    assert "Xanh" not in caplog.text


def test_it_does_not_wait_while_there_is_work() -> None:
    stop, left = threading.Event(), [1] * 50

    def step() -> bool:
        left.pop()
        if not left:
            stop.set()
        return True

    keep_on.start("busy", step, stop, 3600).join(10)
    assert not left
