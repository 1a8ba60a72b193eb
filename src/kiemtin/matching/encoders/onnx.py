"""Any sentence model exported to ONNX, from a folder, on one core: no library of its makers.

Everything that could be wrong with the folder is found when it is opened, by a trial.
"""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.encoder import Matrix, clean, plain, unchanged
from kiemtin.matching.encoders import layout, packages
from kiemtin.matching.encoders.errors import EncoderUnusable, why
from kiemtin.matching.encoders.layout import AFTER_MODEL, Layout
from kiemtin.matching.encoders.pooling import POOLINGS, of_length_one
from kiemtin.matching.encoders.unrelated import measure
from kiemtin.text.restore import RESTORER
from kiemtin.text.restore import restore as restore_marks

EXTRA = "onnx"
_BATCH = 32
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OF_TOKENS = ("last_hidden_state", "token_embeddings")
_OF_TEXTS = "sentence_embedding"
_TYPES: dict[str, type[np.int64] | type[np.int32]] = {
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
}
_TRIAL = ("cầu", "vỡ đập ở Bắc Hà?")

Arrays = dict[str, NDArray[np.int64]]
Outputs = dict[str, NDArray[np.float32]]


class OnnxEncoder:
    """The model in a folder. Safe to share by threads: a session keeps no state between runs."""

    def __init__(self, folder: Path, model: Path, given: layout.Own) -> None:
        """Open the ONNX file `model` of `folder` and try it; raises EncoderUnusable."""
        self._layout = layout.read(folder, model, given)
        self.max_chars = self._layout.max_chars
        self._restore: Callable[[str], str] = (
            restore_marks if self._layout.restore_marks else unchanged
        )
        self._tokenizer = _tokenizer(self._layout, folder.name)
        self._pad = _pad(self._tokenizer, self._layout)
        self._session = _session(self._layout, folder.name)
        self._wanted = _inputs(self._session, self._layout)
        self.name = _name(folder, self._layout)
        self._output, self._pool, self.dim = self._tried()
        found = measure(self.query, self.passage)
        self.centre, self.unrelated = found.centre, found.cosine

    def query(self, texts: Sequence[str]) -> Matrix:
        """Encode messages; shape (len(texts), dim)."""
        return self._encode([plain(text) for text in texts], self._layout.prefixes.query)

    def passage(self, texts: Sequence[str]) -> Matrix:
        """Encode claims; shape (len(texts), dim)."""
        return self._encode(texts, self._layout.prefixes.passage)

    def _encode(self, texts: Sequence[str], prefix: str) -> Matrix:
        parts = [np.zeros((0, self.dim), np.float32)]
        for start in range(0, len(texts), _BATCH):
            arrays = self._arrays([prefix + self._ready(one) for one in texts[start:][:_BATCH]])
            rows = self._run(arrays, [self._output])[0]
            if self._pool is not None:
                rows = POOLINGS[self._pool](rows, arrays["attention_mask"])
            parts.append(of_length_one(rows))
        return np.concatenate(parts)

    def _ready(self, text: str) -> str:
        whole = self._restore(clean(text, self.max_chars))
        return whole.lower() if self._layout.lower else whole

    def _arrays(self, texts: Sequence[str]) -> Arrays:
        """Return the inputs, each (len(texts), length of the longest, at least 1)."""
        encodings = self._tokenizer.encode_batch(list(texts))
        width = max([1, *(len(one.ids) for one in encodings)])
        shape = (len(encodings), width)
        arrays = {name: np.zeros(shape, np.int64) for name in _INPUTS}
        arrays["input_ids"] += self._pad
        for row, one in enumerate(encodings):
            long = len(one.ids)
            arrays["input_ids"][row, :long] = one.ids
            arrays["attention_mask"][row, :long] = one.attention_mask
            arrays["token_type_ids"][row, :long] = one.type_ids
        return arrays

    def _run(self, arrays: Arrays, outputs: list[str] | None) -> list[Any]:
        feed = {name: arrays[name].astype(kind) for name, kind in self._wanted.items()}
        try:
            found = self._session.run(outputs, feed)
        except Exception as error:  # the runtime's errors have no base of their own
            raise EncoderUnusable("failed", {"name": self.name, "why": why(error)}) from error
        return [np.asarray(one, np.float32) for one in found]

    def _tried(self) -> tuple[str, str | None, int]:
        """Run two short texts and the longest possible; returns output, pooling and length."""
        arrays, longest = self._arrays(_TRIAL), self._arrays(["😭 đ" * self.max_chars])
        names = [one.name for one in self._session.get_outputs()]
        found = dict(zip(names, self._run(arrays, None), strict=True))
        sizes = {name: one.shape[-1:] for name, one in found.items()}
        for name, one in zip(names, self._run(longest, None), strict=True):
            if one.shape[-1:] != sizes[name]:  # as long as the text: no vector of anything
                del sizes[name]
        vectors = {name: one for name, one in found.items() if name in sizes}
        name, pool = _output(vectors, found, arrays["input_ids"].shape, self._layout)
        rows = POOLINGS[pool](found[name], arrays["attention_mask"]) if pool else found[name]
        if not np.isfinite(rows).all() or not np.linalg.norm(rows, axis=1).all():
            raise EncoderUnusable("not_finite", {"name": self.name})
        self._check_length(rows.shape[1], pool)
        return name, pool, rows.shape[1]

    def _check_length(self, dim: int, pool: str | None) -> None:
        expected = self._layout.dim
        if pool and expected is not None and dim != expected:
            told = {"file": self._layout.model.name, "source": "1_Pooling", "got": dim}
            raise EncoderUnusable("dimensions", told | {"expected": expected})


def _tokenizer(found: Layout, name: str) -> Any:
    tokenizers = packages.load("tokenizers", EXTRA, name)
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(found.tokenizer))
    except Exception as error:  # the package raises nothing narrower
        raise EncoderUnusable("unreadable", {"file": found.tokenizer, "why": why(error)}) from error
    limit = found.max_tokens
    if tokenizer.truncation:
        limit = min(limit, int(tokenizer.truncation["max_length"]))
    tokenizer.enable_truncation(max_length=limit)
    return tokenizer


def _pad(tokenizer: Any, found: Layout) -> int:
    """Return the id that fills texts up; some models count positions by it."""
    told = tokenizer.padding
    tokenizer.no_padding()  # filled up here, to the longest of a batch
    if told:
        return int(told["pad_id"])
    if found.pad is not None:
        return found.pad
    known = (tokenizer.token_to_id(word) for word in ("[PAD]", "<pad>"))
    return next((one for one in known if one is not None), 0)


def _session(found: Layout, name: str) -> Any:
    runtime = packages.load("onnxruntime", EXTRA, name)
    runtime.disable_telemetry_events()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return runtime.InferenceSession(
            str(found.model), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # the runtime's errors have no base of their own
        raise EncoderUnusable("unreadable", {"file": found.model, "why": why(error)}) from error


def _inputs(session: Any, found: Layout) -> dict[str, type[np.int64] | type[np.int32]]:
    """Return the inputs that the model asks for, with their types."""
    asked = {one.name: one.type for one in session.get_inputs()}
    if "input_ids" not in asked or not all(
        name in _INPUTS and kind in _TYPES for name, kind in asked.items()
    ):
        told = ", ".join(f"{name}: {kind}" for name, kind in asked.items())
        expected = ", ".join(f"{name}: tensor(int64)" for name in _INPUTS)
        told_all = {"file": found.model.name, "got": told, "expected": expected}
        raise EncoderUnusable("inputs", told_all)
    return {name: _TYPES[kind] for name, kind in asked.items()}


def _output(
    vectors: Outputs, given: Outputs, shape: tuple[int, ...], found: Layout
) -> tuple[str, str | None]:
    """Return which of `vectors` to take, and the pooling it needs: None when it is whole texts."""
    whole = [name for name, one in vectors.items() if one.ndim == 2 and len(one) == shape[0]]
    if _OF_TEXTS in whole:
        return _OF_TEXTS, None
    tokens = [name for name, one in vectors.items() if one.ndim == 3 and one.shape[:2] == shape]
    named = [name for name in _OF_TOKENS if name in tokens] or tokens
    if not named and len(whole) == 1:
        return whole[0], None
    if len(named) != 1 and not (named and named[0] in _OF_TOKENS):
        told = ", ".join(f"{name} {one.shape}" for name, one in given.items())
        expected = f"{_OF_TOKENS[0]} {(*shape, '…')} / {_OF_TEXTS} {(shape[0], '…')}"
        raise EncoderUnusable(
            "outputs", {"file": found.model.name, "got": told, "expected": expected}
        )
    return named[0], _pooling(found)


def _pooling(found: Layout) -> str:
    if other := [one for one in found.modules if one not in AFTER_MODEL]:
        told = {"folder": found.tokenizer.parent, "got": ", ".join(other)}
        raise EncoderUnusable("module", told | {"expected": ", ".join(AFTER_MODEL)})
    if found.pooling not in POOLINGS:
        told = {"file": layout.OWN, "key": "pooling", "got": found.pooling or "–"}
        raise EncoderUnusable("value", told | {"expected": " / ".join(POOLINGS)})
    if found.without_prefix and (found.prefixes.query or found.prefixes.passage):
        told = {"file": "1_Pooling/config.json", "key": "include_prompt", "got": "false"}
        raise EncoderUnusable("value", told | {"expected": "true"})
    return found.pooling


def _name(folder: Path, found: Layout) -> str:
    """Return a name of at most 64 characters that changes with anything that changes a vector."""
    digest = blake2b(digest_size=8)
    for path in (found.tokenizer, *sorted(found.model.parent.glob(found.model.name + "*"))):
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                digest.update(part)
    digest.update(found.settles().encode())
    digest.update(RESTORER.encode() if found.restore_marks else b"")
    return f"onnx-{readable(folder.name)}-{digest.hexdigest()}"


def readable(name: str) -> str:
    """Return `name` in at most 32 plain characters."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", name).strip("-")[:32] or "model"
