"""A proof of the desk's entry holds without the desk, and says what the entry is about."""

from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.desk.flow import keys, record, seal
from kiemtin.desk.models import Version
from kiemtin.desk.queries import sealed
from kiemtin.record.keys import SignerKey
from kiemtin.record.opening import read_opening
from kiemtin.record.proof import check_proof, read_proof

KEY = SignerKey("desk.example/log", b"\x01" * 32)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def signed_log(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER, settings.LOG_KEYS = tmp_path / "log", [KEY.secret_text()]
    keys.begin(KEY)


def test_a_proof_opens_the_entry_and_leads_to_the_signature() -> None:
    entry = record.append("holding_line", {"checking": "Đập có vỡ không?"})
    assert sealed.proof(entry) is None
    seal.catch_up()
    entry.refresh_from_db()
    data = sealed.proof(entry)
    assert data is not None
    proof = read_proof(data)
    assert proof.extra is not None
    opening = read_opening(proof.extra)
    assert opening.act().kind == "holding_line"
    assert opening.body == {"checking": "Đập có vỡ không?"}
    assert check_proof(proof, opening.entry, [KEY.verifier]).size == 2
    assert proof.index == entry.number == 1


def test_the_proof_of_a_publication_carries_what_was_signed(published: Version) -> None:
    seal.catch_up()
    data = sealed.proof(published.log_entry)
    assert data is not None
    extra = read_proof(data).extra
    assert extra is not None
    opening = read_opening(extra)
    assert opening.content is not None
    assert opening.content["fact"] == published.fact
    assert opening.body is not None
    assert content_hash(opening.content) == opening.body["content_hash"] == published.content_hash
