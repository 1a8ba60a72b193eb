"""The program that is started keeps the limits it was given."""

import subprocess
import sys

from kiemtin.media.ocr.program import LIMITED

TELL = """
import resource
names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_CORE")
print([resource.getrlimit(getattr(resource, name)) for name in names])
"""


def test_memory_time_and_files_are_bounded() -> None:
    given = [str(400 * 2**20), "7", sys.executable, "-I", "-c", TELL]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LIMITED), *given], capture_output=True, check=True
    )
    assert eval(done.stdout) == [(400 * 2**20, 400 * 2**20), (7, 8), (0, 0), (0, 0)]


def test_what_asks_for_too_much_gets_nothing() -> None:
    given = [str(200 * 2**20), "7", sys.executable, "-I", "-c", "bytearray(300 * 2**20)"]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LIMITED), *given], capture_output=True, check=False
    )
    assert done.returncode != 0
    assert b"MemoryError" in done.stderr
