"""Keeps what somebody sent out of harm when a later step fails: what was entered stays entered."""

import logging
from types import TracebackType

log = logging.getLogger(__name__)


class Unharmed:
    """Ends its block at a failure and notes it under `event`, by the failure's name only.

    The text of a failure could hold what was asked, so it is never written down.
    """

    def __init__(self, event: str, **ids: int) -> None:
        self._event = " ".join([event, *(f"{name}={number}" for name, number in ids.items())])

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Let only what ends the process pass."""
        if not isinstance(error, Exception):
            return False
        log.error("%s error=%s", self._event, type(error).__name__)
        return True
