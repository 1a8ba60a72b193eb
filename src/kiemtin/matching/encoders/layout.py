"""What the files beside a model say about its use: pooling, prefixes, limits; wrong ones are named.

They are those that sentence-transformers writes; a `kiemtin.json` beside them stands above them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kiemtin.matching.encoder import MAX_CHARS
from kiemtin.matching.encoders.errors import EncoderUnusable, why
from kiemtin.matching.encoders.pooling import POOLINGS

OWN = "kiemtin.json"
MODELS = ("model.onnx", "onnx/model.onnx")
AFTER_MODEL = ("Transformer", "Pooling", "Normalize")
_PASSAGES = ("document", "passage", "corpus")
_UNLIMITED = 1_000_000  # tokenizers without a limit of their own write 1e30
_MOST_TOKENS = 512

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Own:
    """The values of `kiemtin.json`; None where it leaves them to the model's own files."""

    model: str | None = None
    pooling: str | None = None
    query: str | None = None
    passage: str | None = None
    max_chars: int | None = None
    restore_marks: bool | None = None


_TYPES: dict[str, tuple[type, str]] = {
    "model": (str, "a file name inside the folder"),
    "pooling": (str, ", ".join(POOLINGS)),
    "query": (str, "a text"),
    "passage": (str, "a text"),
    "max_chars": (int, "50 to 2000"),
    "restore_marks": (bool, "true, false"),
}


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What is put before a message and before a claim, because the model was trained with it."""

    query: str
    passage: str


@dataclass(frozen=True, slots=True)
class Layout:
    """All that is needed to run the ONNX export in a folder.

    `pooling` is None when no file names one, and may be one that is not known here; `modules` are
    the last words of their types; `dim` is what the pooling expects; `pad` the id that fills short
    texts up.
    """

    model: Path
    tokenizer: Path
    modules: tuple[str, ...]
    pooling: str | None
    without_prefix: bool
    dim: int | None
    prefixes: Prefixes
    max_tokens: int
    max_chars: int
    lower: bool
    restore_marks: bool
    pad: int | None

    def settles(self) -> str:
        """Return all that changes a vector beside the weights, as one text."""
        return repr(
            (
                *(self.pooling, self.prefixes, self.max_tokens, self.max_chars),
                *(self.lower, self.restore_marks, self.pad),
            )
        )


def own(folder: Path) -> Own:
    """Return what `kiemtin.json` says; raises EncoderUnusable for what it cannot say."""
    content = _json(folder / OWN)
    for key, value in content.items():
        if key not in _TYPES:
            raise _wrong(OWN, "a key", key, ", ".join(_TYPES))
        wanted, allowed = _TYPES[key]
        if type(value) is not wanted:
            raise _wrong(OWN, key, value, allowed)
    found = Own(**content)
    if found.pooling is not None and found.pooling not in POOLINGS:
        raise _wrong(OWN, "pooling", found.pooling, _TYPES["pooling"][1])
    if found.max_chars is not None and not 50 <= found.max_chars <= 2_000:
        raise _wrong(OWN, "max_chars", found.max_chars, _TYPES["max_chars"][1])
    return found


def model_file(folder: Path, given: Own) -> Path | None:
    """Return the ONNX file in `folder`, None without one; raises EncoderUnusable."""
    if given.model is None:
        return next((folder / name for name in MODELS if (folder / name).is_file()), None)
    path = (folder / given.model).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise _wrong(OWN, "model", given.model, _TYPES["model"][1])
    if not path.is_file():
        raise EncoderUnusable("no_file", {"folder": folder, "file": given.model})
    return path


def read(folder: Path, model: Path, given: Own) -> Layout:
    """Return how to use the ONNX export `model`; raises EncoderUnusable."""
    tokenizer = next(
        (
            one
            for one in (folder / "tokenizer.json", model.parent / "tokenizer.json")
            if one.is_file()
        ),
        None,
    )
    if tokenizer is None:
        raise EncoderUnusable("no_file", {"folder": folder, "file": "tokenizer.json"})
    modules = _modules(folder)
    file = _pooling_file(folder)
    pooled = _json(folder / file)
    sentence = _json(folder / "sentence_bert_config.json")
    return Layout(
        model=model,
        tokenizer=tokenizer,
        modules=tuple(_last_word(one) for one in modules),
        pooling=given.pooling or _pooling(file, pooled),
        without_prefix=pooled.get("include_prompt") is False,
        dim=_whole(file, pooled, "word_embedding_dimension", "embedding_dimension"),
        prefixes=prefixes(folder, given),
        max_tokens=_max_tokens(folder, sentence),
        max_chars=given.max_chars or MAX_CHARS,
        lower=sentence.get("do_lower_case") is True,
        restore_marks=given.restore_marks is not False,
        pad=_whole("config.json", _json(folder / "config.json"), "pad_token_id"),
    )


def prefixes(folder: Path, given: Own) -> Prefixes:
    """Return the prefixes that `kiemtin.json`, or else the model's own prompts, give."""
    file = "config_sentence_transformers.json"
    content = _json(folder / file)
    prompts = content.get("prompts") or {}
    if not isinstance(prompts, dict) or not all(isinstance(one, str) for one in prompts.values()):
        raise _wrong(file, "prompts", prompts, '{"query": "…", "document": "…"}')
    return prefixes_of(prompts, content.get("default_prompt_name"), given)


def prefixes_of(prompts: Mapping[str, str], default: str | None, given: Own) -> Prefixes:
    """Return the prefixes among `prompts`, unless `given` has its own; `default` names a prompt."""
    usual = prompts.get(default or "", "")
    named = next((prompts[one] for one in _PASSAGES if prompts.get(one)), usual)
    return Prefixes(
        prompts.get("query") or usual if given.query is None else given.query,
        named if given.passage is None else given.passage,
    )


def _modules(folder: Path) -> list[dict[str, Any]]:
    path = folder / "modules.json"
    if not path.is_file():
        return []
    content = _parsed(path)
    if not isinstance(content, list) or not all(
        isinstance(one, dict) and isinstance(one.get("type"), str) for one in content
    ):
        raise _wrong(path.name, "its content", type(content).__name__, '[{"type": …, "path": …}]')
    return content


def _last_word(module: Mapping[str, Any]) -> str:
    return str(module["type"]).rpartition(".")[2]


def _pooling_file(folder: Path) -> str:
    for module in _modules(folder):
        if _last_word(module) == "Pooling":
            return f"{module.get('path') or '1_Pooling'}/config.json"
    return "1_Pooling/config.json"


def _pooling(file: str, content: Mapping[str, Any]) -> str | None:
    """Return the pooling that is on, in the words of either version of the file."""
    if not content:
        return None
    told = content.get("pooling_mode")
    modes = [told] if isinstance(told, str) else told
    if modes is None:
        modes = [
            key.removeprefix("pooling_mode_").removesuffix("_tokens").removesuffix("_token")
            for key, value in content.items()
            if key.startswith("pooling_mode_") and value is True
        ]
    if not isinstance(modes, list) or not all(isinstance(one, str) for one in modes):
        raise _wrong(file, "pooling_mode", modes, " / ".join(POOLINGS))
    return " + ".join(modes) or None


def _max_tokens(folder: Path, sentence: Mapping[str, Any]) -> int:
    """Return the least of the limits that the files give, at most 512: a message is short."""
    limits = [
        _whole("sentence_bert_config.json", sentence, "max_seq_length"),
        _whole(
            "tokenizer_config.json", _json(folder / "tokenizer_config.json"), "model_max_length"
        ),
    ]
    return min([one for one in limits if one is not None and one < _UNLIMITED] + [_MOST_TOKENS])


def _whole(file: str, content: Mapping[str, Any], *keys: str) -> int | None:
    """Return the first of `keys` that has a value; 1e30 stands for no limit and is as good."""
    for key in keys:
        value = content.get(key)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
            raise _wrong(file, key, value, "0, 1, 2, …")
        return int(min(value, _UNLIMITED))
    return None


def _json(path: Path) -> dict[str, Any]:
    """Return the object in `path`; a file that is not there says nothing."""
    if not path.is_file():
        return {}
    content = _parsed(path)
    if not isinstance(content, dict):
        raise _wrong(path.name, "its content", type(content).__name__, "{…}")
    return content


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EncoderUnusable("unreadable", {"file": path, "why": why(error)}) from error


def _wrong(file: str, key: str, got: object, expected: str) -> EncoderUnusable:
    return EncoderUnusable("value", {"file": file, "key": key, "got": got, "expected": expected})
