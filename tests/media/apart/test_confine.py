"""A confined process cannot open, connect, start, signal or change anything any more."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kiemtin
from kiemtin.media.sandbox import MIB

PACKAGES = str(Path(kiemtin.__file__).parents[1])
TRY = """
import json, os, resource, signal, socket, sys, time
sys.path.insert(0, sys.argv[1])
from kiemtin.media.apart import confine
kept, parent = sys.argv[2], int(sys.argv[3])
acts = {
    "read": lambda: open(kept),
    "write": lambda: open(kept, "w"),
    "delete": lambda: os.unlink(kept),
    "rename": lambda: os.rename(kept, kept + "2"),
    "folder": lambda: os.mkdir(kept + "3"),
    "change": lambda: os.chmod(kept, 0o777),
    "cut": lambda: os.truncate(kept, 0),
    "list": lambda: os.listdir("/"),
    "socket": lambda: socket.socket(),
    "pair": lambda: socket.socketpair(),
    "copy": lambda: os.dup(0),
    "pipe": lambda: os.pipe(),
    "fork": lambda: os.fork(),
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "signal": lambda: os.kill(parent, 0),
    "priority": lambda: os.nice(-1),
    "limit": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)),
    "memory": lambda: bytearray(300 * 1024 * 1024),
}
def attempt(act):
    try:
        act()
    except (OSError, ValueError, MemoryError) as error:
        return type(error).__name__
    return "done"
if FILTERED_OR_NOT == "not":
    confine._filter_calls = lambda: None
    del acts["exec"]  # it would become a program that cannot even open its libraries
confine.confine(confine.Rights(200 * 1024 * 1024, 5, 30.0))
print(json.dumps({name: attempt(act) for name, act in acts.items()}))
"""


def tried(kept: Path, filtered: bool) -> dict[str, str]:
    """What came of each act, in a process that is confined with or without the filter of calls."""
    code = TRY.replace("FILTERED_OR_NOT", repr("yes" if filtered else "not"))
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", code, PACKAGES, str(kept), str(os.getpid())],
        capture_output=True,
        check=True,
        timeout=60,
    )
    said = json.loads(done.stdout)
    assert isinstance(said, dict)
    return said


def test_nothing_is_left_but_the_open_files(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("giữ")
    tmp_path.chmod(0o777)
    kept.chmod(0o666)
    said = tried(kept, filtered=True)
    assert {name for name, came in said.items() if came == "done"} == set()
    assert said["memory"] == "MemoryError"
    assert kept.read_text() == "giữ"


def test_where_calls_cannot_be_filtered_the_limits_still_hold(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("giữ")
    said = tried(kept, filtered=False)
    spared = {"read", "write", "list", "socket", "pair", "copy", "pipe", "fork", "memory", "limit"}
    assert {name for name in spared if said[name] == "done"} == set()


@pytest.mark.parametrize(
    ("rest", "ended"),
    [
        ("time.sleep(60)", signal.SIGALRM),
        ("\nwhile True: pass", signal.SIGXCPU),
    ],
)
def test_it_ends_itself(rest: str, ended: signal.Signals) -> None:
    seconds = 0.2 if ended == signal.SIGALRM else 30
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1]);"
        "from kiemtin.media.apart.confine import *;"
        f"confine(Rights({200 * MIB}, 1, {seconds})); {rest}"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", code, PACKAGES], check=False, timeout=60
    )
    assert done.returncode == -ended
