"""A real export is run: its vectors are those computed by hand, and what is wrong is named."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.encoders import layout
from kiemtin.matching.encoders.errors import EncoderUnusable
from kiemtin.matching.encoders.onnx import OnnxEncoder, readable
from kiemtin.matching.encoders.unrelated import SENTENCES
from tests.matching.encoders import tiny

SHORT, LONGER = "cầu treo bản phố", "gạo trong kho dự trữ bị mốc"


def opened(folder: Path) -> OnnxEncoder:
    given = layout.own(folder)
    model = layout.model_file(folder, given)
    assert model is not None
    return OnnxEncoder(folder, model, given)


def refused(folder: Path) -> EncoderUnusable:
    with pytest.raises(EncoderUnusable) as error:
        opened(folder)
    return error.value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.write_folder(tmp_path / "model")


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> OnnxEncoder:
    return opened(tiny.write_folder(tmp_path_factory.mktemp("one") / "model"))


def by_hand(text: str, prefix: str) -> np.ndarray:
    row = tiny.table()[tiny.ids(text, prefix)].mean(axis=0)
    return np.asarray(row / np.linalg.norm(row))


def test_a_vector_is_the_mean_of_the_words_and_not_of_what_fills_up(encoder: OnnxEncoder) -> None:
    rows = encoder.query([SHORT, LONGER])
    expected = [by_hand(one, tiny.PROMPTS["query"]) for one in (SHORT, LONGER)]
    assert np.allclose(rows, expected, atol=1e-6)
    claims = encoder.passage([SHORT])
    assert np.allclose(claims, [by_hand(SHORT, tiny.PROMPTS["document"])], atol=1e-6)


@pytest.mark.parametrize(
    ("pooling", "reduced"), [("cls", lambda r: r[0]), ("max", lambda r: r.max(0))]
)
def test_other_poolings_are_taken_from_the_file(
    folder: Path, pooling: str, reduced: Callable[[np.ndarray], np.ndarray]
) -> None:
    tiny.write_json(folder / "1_Pooling/config.json", {"pooling_mode": pooling})
    row = reduced(tiny.table()[tiny.ids(SHORT, tiny.PROMPTS["query"])])
    found = opened(folder).query([SHORT, LONGER])[0]
    assert np.allclose(found, row / np.linalg.norm(row), atol=1e-6)


def test_a_batch_and_single_texts_give_the_same_vectors(encoder: OnnxEncoder) -> None:
    many = [*SENTENCES, *SENTENCES, SHORT]
    singles = np.concatenate([encoder.passage([one]) for one in many])
    assert np.allclose(encoder.passage(many), singles, atol=1e-6)


def test_threads_that_share_one_get_the_same_vectors(encoder: OnnxEncoder) -> None:
    expected = encoder.query(SENTENCES)
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: encoder.query(SENTENCES), range(20)):
            assert np.array_equal(found, expected)


def test_every_row_is_finite_and_of_length_one(encoder: OnnxEncoder) -> None:
    texts = ["", "\0", "\ud800", "😭" * 9_000, "gạo " * 9_000, "\ufdfa" * 500]
    rows = encoder.passage(texts)
    assert rows.shape == (len(texts), tiny.DIM)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert encoder.query([]).shape == (0, tiny.DIM)


@given(st.lists(st.text(max_size=400), max_size=5))
def test_whatever_is_written_gets_a_row_of_length_one(
    encoder: OnnxEncoder, texts: list[str]
) -> None:
    rows = encoder.query(texts)
    assert rows.shape == (len(texts), tiny.DIM)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert np.allclose(rows[:1], encoder.query(texts[:1]), atol=1e-6)


def test_a_long_text_is_cut_at_the_tokens_that_the_model_takes(encoder: OnnxEncoder) -> None:
    words = ["gạo"] * 13  # of 16 tokens, [CLS], "tin", ":" and [SEP] take four
    assert np.array_equal(encoder.passage([" ".join(words)]), encoder.passage(["gạo " * 12]))
    other = [*["gạo"] * 11, "kho"]
    assert not np.array_equal(encoder.passage([" ".join(other)]), encoder.passage(["gạo " * 12]))


def test_decomposed_and_toneless_texts_are_read_as_written_in_full(encoder: OnnxEncoder) -> None:
    full = "Giá vé tàu hoả tăng thêm mười nghìn đồng"
    bare = "Gia ve tau hoa tang them muoi nghin dong"
    restored = encoder._restore(bare)
    assert restored != bare
    assert np.array_equal(encoder.query([bare]), encoder.query([restored]))
    import unicodedata

    assert np.array_equal(
        encoder.query([unicodedata.normalize("NFD", full)]), encoder.query([full])
    )


def test_a_tokenizer_that_yields_nothing_leaves_a_vector(folder: Path) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers

    bare = Tokenizer(models.WordLevel(tiny.VOCABULARY, unk_token="[UNK]"))
    bare.pre_tokenizer = pre_tokenizers.Whitespace()
    bare.save(str(folder / "tokenizer.json"))
    tiny.write_json(folder / "config_sentence_transformers.json", {})
    rows = opened(folder).query(["", SHORT])
    assert rows[0].tolist() == [1.0] + [0.0] * (tiny.DIM - 1)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_the_padding_of_the_tokenizer_is_the_models_and_not_ours(folder: Path) -> None:
    from tokenizers import Tokenizer

    fixed = Tokenizer.from_file(str(folder / "tokenizer.json"))
    fixed.enable_padding(pad_id=5, pad_token="[PAD]", length=16)
    fixed.enable_truncation(12)
    fixed.save(str(folder / "tokenizer.json"))
    encoder = opened(folder)
    assert encoder._pad == 5
    assert np.allclose(encoder.query([SHORT]), [by_hand(SHORT, "hỏi: ")], atol=1e-6)
    assert encoder._arrays(["gạo " * 50])["input_ids"].shape == (1, 12)


def test_an_export_of_whole_texts_needs_no_pooling(tmp_path: Path) -> None:
    tiny.write_model(tmp_path / "onnx/model.onnx", whole=True, output="sentence_embedding")
    tiny.write_tokenizer(tmp_path / "tokenizer.json")
    row = tiny.table()[tiny.ids(SHORT)].sum(axis=0)
    found = opened(tmp_path).query([SHORT])
    assert np.allclose(found, [row / np.linalg.norm(row)], atol=1e-6)


def test_a_model_without_a_mask_or_with_token_types_runs(folder: Path) -> None:
    expected = opened(folder).query([SHORT])
    for inputs in (("input_ids",), ("input_ids", "attention_mask", "token_type_ids")):
        tiny.write_model(folder / "model.onnx", inputs=inputs)
        assert np.allclose(opened(folder).query([SHORT]), expected)


def test_the_name_changes_with_all_that_changes_a_vector(folder: Path) -> None:
    names = [opened(folder).name, opened(folder).name]
    moved = shutil.copytree(folder, folder.parent / "elsewhere" / "model")
    names.append(opened(moved).name)
    assert len(set(names)) == 1
    tiny.write_json(folder / layout.OWN, {"query": "query: "})
    names.append(opened(folder).name)
    tiny.write_json(folder / layout.OWN, {"restore_marks": False})
    names.append(opened(folder).name)
    tiny.write_json(folder / layout.OWN, {})
    tiny.write_model(folder / "model.onnx", scale=1.5)
    names.append(opened(folder).name)
    assert len(set(names)) == 4
    assert all(len(name) <= 64 for name in names)  # as long as the desk's column


@pytest.mark.parametrize("name", ["a" * 90, "mô hình/nhỏ", "", "..."])
def test_a_name_is_short_and_plain(name: str) -> None:
    assert 0 < len(readable(name)) <= 32
    assert readable(name).isascii()


def test_a_broken_model_or_tokenizer_is_named(folder: Path) -> None:
    good = (folder / "model.onnx").read_bytes()
    for broken in (b"", b"not a model", good[: len(good) // 2]):
        (folder / "model.onnx").write_bytes(broken)
        assert refused(folder).code == "unreadable"
        assert "model.onnx" in refused(folder).vi()
    (folder / "model.onnx").write_bytes(good)
    (folder / "tokenizer.json").write_text("{}")
    assert refused(folder).code == "unreadable"
    assert "tokenizer.json" in refused(folder).vi()


def test_vectors_of_another_length_than_the_pooling_expects(folder: Path) -> None:
    tiny.write_model(folder / "model.onnx", dim=8)
    error = refused(folder)
    assert error.code == "dimensions"
    assert (error.params["expected"], error.params["got"]) == (tiny.DIM, 8)


def test_inputs_that_nobody_can_give(folder: Path) -> None:
    tiny.write_model(folder / "model.onnx", inputs=("input_ids", "pixel_values"))
    assert refused(folder).code == "inputs"
    assert "pixel_values" in str(refused(folder))


def test_outputs_that_are_no_vectors_of_texts(folder: Path) -> None:
    tiny.write_model(folder / "model.onnx", inputs=("input_ids",), flat=True)
    assert refused(folder).code == "outputs"
    assert "last_hidden_state (2," in str(refused(folder))


def test_an_export_for_one_text_at_a_time(folder: Path) -> None:
    tiny.write_model(folder / "model.onnx", batch=1)
    assert refused(folder).code == "failed"


@pytest.mark.parametrize("scale", [0.0, np.inf, np.nan])
def test_vectors_without_a_direction(folder: Path, scale: float) -> None:
    tiny.write_model(folder / "model.onnx", scale=scale)
    assert refused(folder).code == "not_finite"


def test_a_dense_layer_after_the_export_is_not_left_out_in_silence(folder: Path) -> None:
    kinds = ("Transformer", "Pooling", "Dense")
    modules = [{"path": "", "type": f"sentence_transformers.models.{one}"} for one in kinds]
    tiny.write_json(folder / "modules.json", modules)
    assert refused(folder).code == "module"
    assert "Dense" in str(refused(folder))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({}, "–"),
        ({"pooling_mode": "lasttoken"}, "lasttoken"),
        ({"pooling_mode": ["cls", "max"]}, "cls + max"),
    ],
)
def test_a_pooling_that_is_not_known_is_asked_for(
    folder: Path, content: dict[str, object], told: str
) -> None:
    tiny.write_json(folder / "1_Pooling/config.json", content)
    assert refused(folder).params["got"] == told
    tiny.write_json(folder / layout.OWN, {"pooling": "mean"})
    assert opened(folder).dim == tiny.DIM


def test_a_pooling_that_leaves_its_prefix_out_is_refused(folder: Path) -> None:
    content = {"pooling_mode": "mean", "include_prompt": False}
    tiny.write_json(folder / "1_Pooling/config.json", content)
    assert refused(folder).params["key"] == "include_prompt"
    tiny.write_json(folder / layout.OWN, {"query": "", "passage": ""})
    assert opened(folder).dim == tiny.DIM
