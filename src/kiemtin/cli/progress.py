"""How far a long command is, on standard error: one line that changes at a terminal, else a line
now and then.
"""

import sys
import time

from kiemtin.cli.say import complain, sentence
from kiemtin.refusal import Say

EVERY = 1_000
A_MOMENT = 0.5  # seconds between two changes of the line

CLEAR = "\r\x1b[K"


class Progress:
    """Tells how many of `total` are done; `text` names {done}, {total} and {rate} a second."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = 0.0
        self._drawn = False
        self.begin(Say("{done}", "{done}"), 0)

    def begin(self, text: Say, total: int, done: int = 0) -> None:
        """Count something anew, of which `done` were done before."""
        self.clear()
        self._text, self._total = text, total
        self._before, self._told = done, done
        self._begun = time.monotonic()

    def at(self, done: int) -> None:
        """Show that `done` are done, when it is time to."""
        if not self._terminal:
            if done // EVERY > self._told // EVERY:
                self._told = done
                complain(self._line(done))
        elif time.monotonic() - self._shown > A_MOMENT:
            self._shown, self._drawn = time.monotonic(), True
            sys.stderr.write(CLEAR + sentence(self._line(done)))
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can be said."""
        if self._drawn:
            self._drawn = False
            sys.stderr.write(CLEAR)
            sys.stderr.flush()

    def _line(self, done: int) -> Say:
        spent = max(time.monotonic() - self._begun, 1e-9)
        rate = f"{(done - self._before) / spent:.0f}"
        return Say(*(text.format(done=done, total=self._total, rate=rate) for text in self._text))
