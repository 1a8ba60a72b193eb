"""An encoder that keeps its vectors in build/vectors, so that a second run is fast."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from kiemtin.matching.encoder import Encoder, Matrix, plain

FOLDER = Path(__file__).resolve().parents[1] / "build" / "vectors"


class Remembered:
    """Another encoder with a memory on disk; the vectors are the same to the last bit."""

    def __init__(self, encoder: Encoder, name: str) -> None:
        self.name, self.dim = encoder.name, encoder.dim
        self.max_chars, self.centre = encoder.max_chars, encoder.centre
        self.unrelated = encoder.unrelated
        self._encoder = encoder
        self._file = (
            FOLDER / f"{name}-{blake2b(encoder.name.encode(), digest_size=6).hexdigest()}.npz"
        )
        self._known: dict[str, Matrix] = {}
        if self._file.exists():
            kept = np.load(self._file)
            self._known = dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))

    def query(self, texts: Sequence[str]) -> Matrix:
        """Encode messages; shape (len(texts), dim)."""
        return self._rows("q", [plain(text) for text in texts], self._encoder.query)

    def passage(self, texts: Sequence[str]) -> Matrix:
        """Encode claims; shape (len(texts), dim)."""
        return self._rows("p", texts, self._encoder.passage)

    def save(self) -> None:
        """Write what is known to disk."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        rows = np.array(list(self._known.values()), np.float32).reshape(-1, self.dim)
        np.savez(self._file, keys=np.array(list(self._known)), rows=rows)

    def _rows(
        self, kind: str, texts: Sequence[str], encode: Callable[[Sequence[str]], Matrix]
    ) -> Matrix:
        keys = [kind + blake2b(text.encode(), digest_size=12).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            self._known |= dict(zip(new, encode(list(new.values())), strict=True))
        return np.array([self._known[key] for key in keys], np.float32).reshape(-1, self.dim)
