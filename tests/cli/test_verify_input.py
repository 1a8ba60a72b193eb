"""Keys, witnesses and certificates come from the line or from a file."""

from pathlib import Path

import pytest

from kiemtin.cli.verify_input import (
    CannotVerify,
    read_keys,
    read_roots,
    read_witnesses,
)
from kiemtin.record.anchor_refusal import AnchorRefused
from kiemtin.record.cosignature import witness_key
from kiemtin.record.keys import SignerKey
from kiemtin.record.note_refusal import NoteRefused
from tests.record.test_timestamp import VECTORS
from tests.support.logs import KEY, WITNESS

W1 = witness_key(WITNESS)


def test_witnesses_come_with_their_organisation(tmp_path: Path) -> None:
    file = tmp_path / "witnesses"
    long = witness_key(SignerKey("w" * 250, b"\x08" * 32))
    file.write_text(f"{W1} Hội Nhà báo\n\n")
    assert read_witnesses([str(file), f"{long} {'x' * 300}"]) == {
        W1: "Hội Nhà báo",
        long: "x" * 300,
    }
    assert read_witnesses([str(W1)]) == {W1: ""}
    assert read_witnesses([]) == {}


def test_a_desks_key_is_no_witness() -> None:
    with pytest.raises(NoteRefused):
        read_witnesses([f"{KEY.verifier} desk"])


def test_keys_come_from_lines_and_files(tmp_path: Path) -> None:
    other = SignerKey(KEY.name, b"\x02" * 32).verifier
    (tmp_path / "keys").write_text(f"{KEY.verifier}\n{other}\n")
    assert read_keys([str(tmp_path / "keys")]) == ([KEY.verifier, other], [])
    (tmp_path / "none").write_text("\n")
    with pytest.raises(CannotVerify):
        read_keys([str(tmp_path / "none")])


def test_a_revoked_key_is_named_in_a_comment_and_not_believed(tmp_path: Path) -> None:
    other = SignerKey(KEY.name, b"\x02" * 32).verifier
    line = f"# revoked 2026-11-23: {other}"
    (tmp_path / "keys").write_text(f"# khoá của bàn\n{KEY.verifier}\n{line}\n")
    believed, revoked = read_keys([str(tmp_path / "keys")])
    assert believed == [KEY.verifier]
    assert [(one.verifier, one.ended_why) for one in revoked] == [(other, "revoked")]
    assert str(revoked[0].ended_at) == "2026-11-23 00:00:00+00:00"
    with pytest.raises(CannotVerify) as caught:
        read_keys([str(tmp_path / "keys"), str(other)])
    assert caught.value.code == "key_revoked"
    assert other.key_id.hex() in caught.value.en()
    with pytest.raises(CannotVerify) as caught:
        read_keys([line.replace("11-23", "99-99")])
    assert caught.value.code == "no_key"


def test_certificates_come_from_pem_files(tmp_path: Path) -> None:
    assert len(read_roots([VECTORS / "ca.pem", VECTORS / "other.pem"])) == 2
    (tmp_path / "x.pem").write_text("x")
    with pytest.raises(AnchorRefused):
        read_roots([tmp_path / "x.pem"])
