"""The files beside a model are read as sentence-transformers writes them; wrong ones are named."""

from pathlib import Path

import pytest

from kiemtin.matching.encoder import MAX_CHARS
from kiemtin.matching.encoders import layout
from kiemtin.matching.encoders.errors import EncoderUnusable
from kiemtin.matching.encoders.layout import Own, Prefixes
from tests.matching.encoders import tiny

OWN, POOLING = layout.OWN, "1_Pooling/config.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.write_folder(tmp_path / "model")


def read(folder: Path) -> layout.Layout:
    given = layout.own(folder)
    model = layout.model_file(folder, given)
    assert model is not None
    return layout.read(folder, model, given)


def refused(folder: Path) -> EncoderUnusable:
    with pytest.raises(EncoderUnusable) as error:
        read(folder)
    return error.value


def test_a_folder_as_sentence_transformers_leaves_it(folder: Path) -> None:
    found = read(folder)
    assert found.modules == ("Transformer", "Pooling", "Normalize")
    assert (found.pooling, found.dim, found.max_tokens) == ("mean", tiny.DIM, 16)
    assert found.prefixes == Prefixes("hỏi: ", "tin: ")
    assert (found.max_chars, found.lower, found.restore_marks) == (MAX_CHARS, False, True)


def test_a_bare_export_says_nothing_of_its_use(tmp_path: Path) -> None:
    tiny.write_model(tmp_path / "onnx/model.onnx")
    tiny.write_tokenizer(tmp_path / "onnx/tokenizer.json")
    found = read(tmp_path)
    assert found.modules == ()
    assert (found.pooling, found.dim, found.max_tokens) == (None, None, 512)
    assert found.prefixes == Prefixes("", "")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"pooling_mode": "cls"}, "cls"),
        ({"pooling_mode": ["mean", "max"]}, "mean + max"),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, "cls"),
        ({"pooling_mode_max_tokens": True}, "max"),
        ({"pooling_mode_lasttoken": True}, "lasttoken"),
        ({"word_embedding_dimension": 24}, None),
    ],
)
def test_either_wording_of_the_pooling_is_read(
    folder: Path, content: dict[str, object], expected: str | None
) -> None:
    tiny.write_json(folder / POOLING, content)
    assert read(folder).pooling == expected


@pytest.mark.parametrize(
    ("prompts", "default", "expected"),
    [
        ({"query": "a", "passage": "b"}, None, Prefixes("a", "b")),
        ({"query": "a", "document": ""}, None, Prefixes("a", "")),
        ({"task": "t"}, "task", Prefixes("t", "t")),
        ({"task": "t", "query": "q"}, "task", Prefixes("q", "t")),
        ({"task": "t"}, None, Prefixes("", "")),
    ],
)
def test_prompts_are_prefixes(
    prompts: dict[str, str], default: str | None, expected: Prefixes
) -> None:
    assert layout.prefixes_of(prompts, default, Own()) == expected
    assert layout.prefixes_of(prompts, default, Own(query="", passage="p")) == Prefixes("", "p")


def test_the_file_of_the_desk_stands_above_the_others(folder: Path) -> None:
    own = {"query": "query: ", "passage": "passage: ", "pooling": "cls", "max_chars": 400}
    tiny.write_json(folder / OWN, own | {"restore_marks": False, "model": "onnx/small.onnx"})
    tiny.write_model(folder / "onnx/small.onnx")
    found = read(folder)
    assert found.model == folder / "onnx/small.onnx"
    assert found.prefixes == Prefixes("query: ", "passage: ")
    assert (found.pooling, found.max_chars, found.restore_marks) == ("cls", 400, False)


def test_the_least_limit_holds_and_none_is_no_limit(folder: Path) -> None:
    tiny.write_json(folder / "tokenizer_config.json", {"model_max_length": 1e30})
    assert read(folder).max_tokens == 16
    tiny.write_json(folder / "sentence_bert_config.json", {"max_seq_length": None})
    assert read(folder).max_tokens == 512


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (OWN, {"prefix": "a"}, "prefix"),
        (OWN, {"query": 1}, "a text"),
        (OWN, {"max_chars": True}, "50 to 2000"),
        (OWN, {"max_chars": 9}, "50 to 2000"),
        (OWN, {"pooling": "sum"}, "mean, cls, max"),
        (OWN, {"model": "../other.onnx"}, "inside the folder"),
        (OWN, {"model": "gone.onnx"}, "gone.onnx"),
        (OWN, ["a"], "list"),
        (POOLING, {"pooling_mode": 3}, "pooling_mode"),
        (POOLING, {"word_embedding_dimension": "24"}, "word_embedding_dimension"),
        ("modules.json", {"a": 1}, "modules.json"),
        ("modules.json", [{"path": ""}], "modules.json"),
        ("config_sentence_transformers.json", {"prompts": ["a"]}, "prompts"),
        ("sentence_bert_config.json", {"max_seq_length": -1}, "max_seq_length"),
        ("tokenizer_config.json", {"model_max_length": "long"}, "model_max_length"),
    ],
)
def test_what_cannot_be_used_is_named(folder: Path, file: str, content: object, told: str) -> None:
    tiny.write_json(folder / file, content)
    error = refused(folder)
    assert told in error.en()
    assert told in error.vi()


def test_a_file_that_is_no_json_is_named(folder: Path) -> None:
    (folder / POOLING).write_bytes(b"\xff{")
    assert refused(folder).code == "unreadable"
    assert POOLING in str(refused(folder))


def test_a_missing_tokenizer_is_named(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    assert refused(folder).code == "no_file"
    assert "tokenizer.json" in str(refused(folder))
