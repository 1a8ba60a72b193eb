"""A real model of a few kilobytes, exported to ONNX, with a real tokenizer beside it.

The model gives each word its row of a table and each place a weight, so that means are computed by
hand; the row that fills texts up is large, so that a mean that counts it is plainly wrong.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from kiemtin.matching.encoders.unrelated import SENTENCES

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
SAID = " ".join(("hỏi : tin", *SENTENCES)).lower().replace(",", " ")
WORDS = sorted(set(SAID.split()))
VOCABULARY = {word: at for at, word in enumerate((*SPECIAL, *WORDS))}
DIM = 24
PROMPTS = {"query": "hỏi: ", "document": "tin: "}


def table(dim: int = DIM) -> np.ndarray:
    """The rows of the words, always the same; row 0 fills up."""
    rows = np.random.default_rng(7).normal(size=(len(VOCABULARY), dim)).astype(np.float32)
    rows[0] = 100.0
    return rows


def ids(text: str, prefix: str = "") -> list[int]:
    """What the tokenizer makes of plain words."""
    words = [VOCABULARY.get(word, 1) for word in (prefix + text).lower().replace(":", " :").split()]
    return [VOCABULARY["[CLS]"], *words, VOCABULARY["[SEP]"]]


def write_model(path: Path, **changes: Any) -> Path:
    """Write the model; `changes`: dim, output, inputs, batch (a number), whole, flat, scale."""
    dim, output = changes.get("dim", DIM), changes.get("output", "last_hidden_state")
    size = [changes.get("batch", "n"), "length"]
    asked = changes.get("inputs", ("input_ids", "attention_mask"))
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["rows"])]
    if changes.get("flat"):  # one number a word
        nodes.append(helper.make_node("ReduceMean", ["rows"], [output], axes=[2], keepdims=0))
        weights, shape = [], [*size]
    elif changes.get("whole"):
        axes = numpy_helper.from_array(np.array([1], np.int64), "axes")
        nodes.append(helper.make_node("ReduceSum", ["rows", "axes"], [output], keepdims=0))
        weights, shape = [axes], [size[0], dim]
    else:
        scale = np.array(changes.get("scale", 1.0), np.float32)
        nodes.append(helper.make_node("Mul", ["rows", "scale"], [output]))
        weights, shape = [numpy_helper.from_array(scale, "scale")], [*size, dim]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, size) for name in asked],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(table(dim), "table"), *weights],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, path)
    return path


def write_tokenizer(path: Path) -> Path:
    """Write a tokenizer of whole words between [CLS] and [SEP]."""
    tokenizer = Tokenizer(models.WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[(word, VOCABULARY[word]) for word in ("[CLS]", "[SEP]")],
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(path))
    return path


def write_json(path: Path, content: object) -> Path:
    """Write one of the files beside a model."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def write_folder(folder: Path, **changes: Any) -> Path:
    """Write all that a folder of sentence-transformers with an export has; `folder` comes back."""
    write_model(folder / changes.pop("file", "model.onnx"), **changes)
    write_tokenizer(folder / "tokenizer.json")
    kind = "sentence_transformers.models"
    parts = {"Transformer": "", "Pooling": "1_Pooling", "Normalize": "2_Normalize"}
    modules = [{"path": path, "type": f"{kind}.{name}"} for name, path in parts.items()]
    write_json(folder / "modules.json", modules)
    write_json(
        folder / "1_Pooling/config.json",
        {"word_embedding_dimension": DIM, "pooling_mode_mean_tokens": True},
    )
    write_json(folder / "config_sentence_transformers.json", {"prompts": PROMPTS})
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": 16})
    return folder
