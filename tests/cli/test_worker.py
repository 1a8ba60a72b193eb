"""`kiemtin worker` works until it is asked to stop, and then ends with 0."""

import signal
import subprocess
import sys

from tests.support.live import Home, stop


def test_it_says_that_it_works_and_stops_when_asked(home: Home) -> None:
    command = [sys.executable, "-m", "kiemtin", "worker"]
    with subprocess.Popen(
        command, env=home.environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "Doing the waiting jobs. Ctrl-C stops.\n"
        assert stop(process, signal.SIGTERM) == 0
        assert process.stdout.read() == "Stopped.\n"
