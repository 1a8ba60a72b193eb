"""A model run by the library sentence-transformers, where that is installed; never downloaded.

Slower and far larger than an ONNX export, but it runs what no export holds.
"""

import json
import threading
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from kiemtin.matching.encoder import MAX_CHARS, Matrix, clean, plain, unchanged
from kiemtin.matching.encoders import layout, packages
from kiemtin.matching.encoders.errors import EncoderUnusable, why
from kiemtin.matching.encoders.onnx import readable
from kiemtin.matching.encoders.pooling import of_length_one
from kiemtin.matching.encoders.unrelated import measure
from kiemtin.text.restore import RESTORER
from kiemtin.text.restore import restore as restore_marks

EXTRA = "sentence-transformers"
_BATCH = 32


class SentenceTransformersEncoder:
    """A model of a folder, or one that the person fetched before, by owner/name.

    The library's tokenizers keep state while they cut, so that one thread encodes at a time.
    """

    def __init__(self, where: str) -> None:
        """Load the model and try it; raises EncoderUnusable."""
        folder = Path(where)
        given = layout.own(folder)
        self._model = _loaded(where)
        self._lock = threading.Lock()
        self._prefixes = layout.prefixes_of(
            self._model.prompts or {}, self._model.default_prompt_name, given
        )
        self.max_chars = given.max_chars or MAX_CHARS
        self._restore: Callable[[str], str] = (
            unchanged if given.restore_marks is False else restore_marks
        )
        self.name = f"st-{readable(folder.name)}-{self._digest()}"
        self.dim = len(self._tried())
        found = measure(self.query, self.passage)
        self.centre, self.unrelated = found.centre, found.cosine

    def query(self, texts: Sequence[str]) -> Matrix:
        """Encode messages; shape (len(texts), dim)."""
        return self._encode([plain(text) for text in texts], self._prefixes.query)

    def passage(self, texts: Sequence[str]) -> Matrix:
        """Encode claims; shape (len(texts), dim)."""
        return self._encode(texts, self._prefixes.passage)

    def _encode(self, texts: Sequence[str], prefix: str) -> Matrix:
        if not texts:
            return np.zeros((0, self.dim), np.float32)
        return of_length_one(self._raw(texts, prefix))

    def _raw(self, texts: Sequence[str], prefix: str) -> Matrix:
        ready = [self._restore(clean(text, self.max_chars)) for text in texts]
        try:
            with self._lock:
                found = self._model.encode(
                    ready, prompt=prefix, batch_size=_BATCH, show_progress_bar=False
                )
        except Exception as error:  # the library and its models raise anything
            raise EncoderUnusable("failed", {"name": self.name, "why": why(error)}) from error
        return np.asarray(found, np.float32)

    def _tried(self) -> Matrix:
        rows = self._raw(["vỡ đập ở Bắc Hà?", "😭 đ" * self.max_chars], self._prefixes.query)
        if not np.isfinite(rows).all() or not np.linalg.norm(rows, axis=1).all():
            raise EncoderUnusable("not_finite", {"name": self.name})
        return np.asarray(rows[0])

    def _digest(self) -> str:
        """Return what changes with the weights, and with all that changes a vector beside them."""
        digest = blake2b(digest_size=8)
        for name, values in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(values.detach().float().numpy().tobytes())
        settled = [type(module).__name__ for module in self._model]
        settled += [_settings(module) for module in self._model]
        restorer = "" if self._restore is unchanged else RESTORER
        told = (settled, self._prefixes, self.max_chars, self._model.max_seq_length, restorer)
        digest.update(repr(told).encode())
        return digest.hexdigest()


def _settings(module: Any) -> str:
    """Return how a module pools, in words that stay; the others are told by their weights."""
    described: dict[str, object] = getattr(module, "get_config_dict", dict)()
    return json.dumps(described, sort_keys=True, default=str) if "pooling" in str(described) else ""


def _loaded(where: str) -> Any:
    """Load `where` without network and without running code that comes with a model."""
    library = packages.load("sentence_transformers", EXTRA, where)
    packages.load("torch", EXTRA, where).set_num_threads(1)
    try:
        return library.SentenceTransformer(
            where, device="cpu", local_files_only=True, trust_remote_code=False
        )
    except Exception as error:  # the library and its models raise anything
        code = "unreadable" if Path(where).is_dir() else "not_here"
        told = {"file": where, "name": where, "why": why(error)}
        raise EncoderUnusable(code, told) from error
