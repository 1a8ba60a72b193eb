"""What reading one archive may still unpack, what is doubtful of it, and why it is not opened."""


class No(Exception):
    """The archive is not opened; made with a code of ArchiveRefused."""


class Spent:
    """Counts bytes until `most`; `doubts` says how often what was doubtful, by code."""

    def __init__(self, most: int) -> None:
        self._most = self._left = most
        self.doubts: dict[str, int] = {}

    def doubt(self, code: str, count: int = 1) -> None:
        """Count something that a reader of the archive should know."""
        self.doubts[code] = self.doubts.get(code, 0) + count

    def take(self, piece: bytes) -> bytes:
        """Return a piece that was unpacked; raises No (too_big) once there are too many."""
        self._left -= len(piece)
        if self._left < 0:
            raise No("too_big")
        return piece

    def begin(self) -> None:
        """Count from nothing again: what was unpacked until now is counted elsewhere."""
        self._left = self._most
