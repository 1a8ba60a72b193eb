"""A model run by sentence-transformers: offline, by its own prompts, the same vectors as an export.

Runs where that library is installed; the suite does not bring it, for it weighs a gigabyte.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kiemtin.matching.encoders import choice
from kiemtin.matching.encoders.errors import EncoderUnusable
from kiemtin.matching.encoders.sentence_transformers import SentenceTransformersEncoder
from kiemtin.matching.encoders.unrelated import SENTENCES
from tests.matching.encoders import tiny

library: Any = pytest.importorskip("sentence_transformers")
parts: Any = pytest.importorskip("transformers")
torch: Any = pytest.importorskip("torch")
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real, tiny BERT with weights by chance."""
    path = tmp_path_factory.mktemp("st")
    word = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    file = str(tiny.write_tokenizer(path / "plain/tokenizer.json"))
    parts.PreTrainedTokenizerFast(tokenizer_file=file, **word).save_pretrained(path / "plain")
    torch.manual_seed(3)
    size = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = parts.BertConfig(vocab_size=len(tiny.VOCABULARY), intermediate_size=64, **size)
    parts.BertModel(config).save_pretrained(path / "plain")
    model = library.SentenceTransformer(str(path / "plain"), prompts=tiny.PROMPTS, device="cpu")
    model.max_seq_length = 32
    model.save(str(path / "whole"))
    return path / "whole"


def test_a_folder_is_run(folder: Path) -> None:
    encoder = choice.open_encoder(str(folder))
    assert isinstance(encoder, SentenceTransformersEncoder)
    rows = encoder.query([*SENTENCES, "", "😭" * 9_000])
    assert rows.shape == (len(SENTENCES) + 2, encoder.dim) == (26, 32)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    singles = np.concatenate([encoder.query([one]) for one in SENTENCES])
    assert np.allclose(rows[: len(SENTENCES)], singles, atol=1e-5)
    assert not np.allclose(encoder.passage(SENTENCES), rows[: len(SENTENCES)], atol=1e-3)
    assert len(encoder.name) <= 64
    assert encoder.query([]).shape == (0, 32)


def test_the_prompts_are_put_before_the_texts(folder: Path) -> None:
    model = library.SentenceTransformer(str(folder), device="cpu")
    expected = model.encode(["hỏi: cầu"], prompt="", normalize_embeddings=True)
    assert np.allclose(SentenceTransformersEncoder(str(folder)).query(["cầu"]), expected, atol=1e-5)


def test_the_name_stays_with_the_model_and_changes_with_its_use(folder: Path) -> None:
    first, again = (SentenceTransformersEncoder(str(folder)).name for _ in range(2))
    assert first == again
    own = tiny.write_json(folder / "kiemtin.json", {"query": "query: "})
    try:
        assert SentenceTransformersEncoder(str(folder)).name != first
    finally:
        own.unlink()


def test_what_is_not_here_is_not_fetched() -> None:
    with pytest.raises(EncoderUnusable, match="downloads") as error:
        SentenceTransformersEncoder("owner/no-such-model")
    assert error.value.code == "not_here"


def test_a_broken_folder_is_named(tmp_path: Path) -> None:
    tiny.write_json(tmp_path / "config.json", {"model_type": "none"})
    with pytest.raises(EncoderUnusable, match="cannot be read"):
        SentenceTransformersEncoder(str(tmp_path))
