"""All turns of the readers of strangers' files are taken, and nobody gives one back."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiemtin.media.apart import reader


class _NoTurn:
    def acquire(self, timeout: float) -> bool:
        return False


@contextmanager
def readers_busy() -> Iterator[None]:
    """While it is entered no reader gets a turn; nobody waits for one either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_SLOTS", _NoTurn())
        yield
