"""What programs read of the log: proofs, checkpoints, tiles, keys; nothing else of the folder."""

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from kiemtin.cli.verify_input import read_keys
from kiemtin.desk.flow import keys
from kiemtin.desk.models import LogKey, Version
from kiemtin.desk.words import KeyEnd
from kiemtin.record.keys import SignerKey
from kiemtin.record.opening import read_opening
from kiemtin.record.proof import check_proof, read_proof
from kiemtin.record.tiles import tiles_of
from tests.web.public.conftest import LOG_KEY
from tests.web.public.pages import text


@pytest.fixture(autouse=True)
def own_log(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER = tmp_path / "log"


def test_a_proof_is_the_readers_own(reader: Client, signed: Version) -> None:
    number = signed.log_entry.number
    page = reader.get(f"/kiem-chung/{signed.fact_check.slug}/").content.decode()
    assert f'href="/log/{number}.tlog-proof"' in page
    proof = read_proof(reader.get(f"/log/{number}.tlog-proof").content)
    assert proof.extra is not None
    opening = read_opening(proof.extra)
    assert opening.body is not None
    assert opening.body["content_hash"] == signed.content_hash
    assert check_proof(proof, opening.entry, [LOG_KEY.verifier]).size == 2


def test_an_entry_that_waits_to_be_signed_says_so(reader: Client, dam: Version) -> None:
    number = dam.log_entry.number
    assert "đang chờ ký" in text(reader.get(f"/log/{number}/"))
    waiting = reader.get(f"/log/{number}.tlog-proof")
    assert waiting.status_code == 503
    assert waiting.headers["Retry-After"]
    assert waiting.headers["Cache-Control"] == "no-store"


def test_the_files_of_the_log_are_served_as_they_are(
    reader: Client, signed: Version, tmp_path: Path
) -> None:
    folder = tmp_path / "log"
    assert reader.get("/log/khoa").content.decode() == f"{LOG_KEY.verifier}\n"
    assert reader.get("/log/checkpoint").content == (folder / "checkpoint").read_bytes()
    assert reader.get("/log/checkpoint.2").content == (folder / "checkpoint.2").read_bytes()
    for tile in tiles_of(2):
        served = reader.get(f"/log/{tile.path}")
        assert served.content == (folder / tile.path).read_bytes()
        assert "immutable" in served.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/log/khoa", "/ma/khoa"])
def test_a_revoked_key_is_only_named(reader: Client, signed: Version, address: str) -> None:
    second, third = (SignerKey(LOG_KEY.name, bytes([n]) * 32) for n in (8, 9))
    keys.rotate(LOG_KEY, second)
    keys.give_up(third, KeyEnd.REVOKED)
    ended = LogKey.objects.get(public=str(second.verifier)).ended_at
    assert ended
    day = timezone.localdate(ended)
    revoked = f"# revoked {day}: {second.verifier}"
    lines = reader.get(address).content.decode().splitlines()
    assert lines == [str(third.verifier), revoked, str(LOG_KEY.verifier)]
    assert read_keys(["\n".join(lines)]).believed == [third.verifier, LOG_KEY.verifier]


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/001",
        "tile/0/000",
        "tile/0/000.p/3",
        "tile/0/../state",
        "tile/entries/%2e%2e/state",
        "state",
        "lock",
        "checkpoint.9",
        "tile/",
    ],
)
def test_nothing_else_of_the_folder_is_served(reader: Client, signed: Version, path: str) -> None:
    assert reader.get(f"/log/{path}").status_code == 404
