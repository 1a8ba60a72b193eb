"""Speak to a Chromium that has no network, no profile and no page but the one it is given.

The DevTools protocol over two pipes (chrome --remote-debugging-pipe): JSON, ended by a NUL. The
browser listens on no port.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from select import POLLIN, poll
from tempfile import mkdtemp
from time import monotonic
from types import TracebackType
from typing import Any, Self

from kiemtin.media.apart.confine import NOBODY

FLAGS = (
    *("--headless", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--no-first-run"),
    *("--no-default-browser-check", "--disable-extensions", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-default-apps", "--no-pings"),
    *("--disable-breakpad", "--disable-dev-shm-usage", "--disable-client-side-phishing-detection"),
    *("--metrics-recording-only", "--password-store=basic", "--blink-settings=scriptEnabled=false"),
    "--disable-features=DialMediaRouteProvider,MediaRouter,OptimizationHints,Translate",
    # Every request goes to a proxy that is not there, and no name is ever found.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    *("--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"),
    "--remote-debugging-pipe",
)
_STEP = 1024 * 1024
# The browser hears on 3 and says on 4, whatever numbers the pipes have here; it is never root.
_ONTO = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for end, number in zip(ends, (3, 4)):
    os.dup2(end, number)
    os.close(end)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
os.execv(sys.argv[3], sys.argv[3:])
"""


class ChromeFailed(Exception):
    """The browser did not start, did not answer in time, or said too much."""


class Chrome:
    """A browser with one page while it is entered; `seconds` for everything together."""

    def __init__(self, path: str, seconds: float, most: int) -> None:
        self._path, self._most = path, most
        self._until = monotonic() + seconds
        self._number = 0
        self._held = bytearray()
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        self.folder = Path(mkdtemp(prefix="kiemtin-chromium-"))
        self.folder.chmod(0o700)
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        read_end, self._tell = os.pipe()
        self._hear, write_end = os.pipe()
        try:
            self._process = self._start(read_end, write_end)
        except OSError:
            self._clear()
            raise ChromeFailed from None
        finally:
            os.close(read_end)
            os.close(write_end)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._clear()

    def ask(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        """Return what the browser answers; raises ChromeFailed."""
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if session:
            asked["sessionId"] = session
        data = memoryview(json.dumps(asked).encode() + b"\0")
        try:
            while data:
                data = data[os.write(self._tell, data[:65536]) :]
        except OSError:
            raise ChromeFailed from None
        while True:
            said = self._next()
            if said.get("id") == self._number:
                if "error" in said:
                    raise ChromeFailed
                return dict(said.get("result", {}))
            self.events.append(said)

    def wait_for(self, method: str, seconds: float) -> bool:
        """Wait for an event, at most some seconds; tell whether it came."""
        until = min(self._until, monotonic() + seconds)
        while not any(event.get("method") == method for event in self.events):
            try:
                self.events.append(self._next(until))
            except TimeoutError:
                return False
        return True

    def _next(self, until: float | None = None) -> dict[str, Any]:
        waiting = poll()
        waiting.register(self._hear, POLLIN)
        while (end := self._held.find(b"\0")) < 0:
            left = min(until or self._until, self._until) - monotonic()
            if left <= 0 or not waiting.poll(left * 1000):
                if until and monotonic() < self._until:
                    raise TimeoutError
                raise ChromeFailed
            piece = os.read(self._hear, _STEP)
            self._held += piece
            if not piece or len(self._held) > self._most:
                raise ChromeFailed
        line, self._held = bytes(self._held[:end]), self._held[end + 1 :]
        try:
            said = json.loads(line)
        except ValueError:
            raise ChromeFailed from None
        return said if isinstance(said, dict) else {}

    def _start(self, read_end: int, write_end: int) -> "subprocess.Popen[bytes]":
        flags = [*FLAGS, f"--user-data-dir={self.folder}"]
        # Its own sandbox needs rights that containers and root seldom leave it; it runs no script,
        # reaches no network and owns nothing but its folder.
        flags += ["--no-sandbox"]
        ends = (str(read_end), str(write_end))
        return subprocess.Popen(
            [sys.executable, "-I", "-c", _ONTO, *ends, self._path, *flags],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(read_end, write_end),
            env={"HOME": str(self.folder), "TMPDIR": str(self.folder), "PATH": "/usr/bin:/bin"},
            cwd=self.folder,
            start_new_session=True,
        )

    def _clear(self) -> None:
        for end in (self._tell, self._hear):
            with suppress(OSError):
                os.close(end)
        shutil.rmtree(self.folder, ignore_errors=True)
