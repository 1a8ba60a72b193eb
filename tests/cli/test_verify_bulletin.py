"""`kiemtin verify` on a bulletin's code says whose it is, and whether it is still in force."""

from pathlib import Path

import pytest

from kiemtin.cli import verify_bulletin
from kiemtin.cli.main import main
from kiemtin.cli.verify_input import GivenKeys
from kiemtin.record.judge import SIGNED
from kiemtin.record.known_list import sign_list
from kiemtin.record.statement import KINDS, VERDICTS
from tests.record.test_judge import CASES
from tests.support.bulletins import FOREIGN, KEY, KNOWN, OLD, SITE, TODAY, code

NOTE = sign_list(KNOWN, KEY)
PUBLIC = str(KEY.verifier)
# So that no test depends on the day on which it runs.
FOR_EVER = code(valid_until=None)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = main(["verify", *map(str, words)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The signed list, saved."""
    (tmp_path / "danh-sach").write_bytes(NOTE)
    return tmp_path / "danh-sach"


@pytest.mark.parametrize("form", ["code", "address", "file"])
def test_a_code_is_taken_in_every_form(
    form: str, tmp_path: Path, listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = FOR_EVER if form == "code" else f"{SITE}/ma/#{FOR_EVER}"
    if form == "file":
        (tmp_path / "code.txt").write_text(given[:90] + "\n" + given[90:] + "\n")
        given = str(tmp_path / "code.txt")
    status, text = said(capsys, given, "--key", PUBLIC, "--list", listed)
    assert status == 0
    assert "✓ the desk signed it, and it is in force" in text
    assert "Bàn kiểm tin tỉnh Lào Cai: FALSE. “Đập thủy điện Nậm Mẫu" in text
    assert "signed at 2026-11-22 02:00 UTC" in text
    assert "a real code can be stuck on a false sheet" in text


@pytest.mark.parametrize(("state", "text"), CASES, ids=range(len(CASES)))
def test_each_is_told_apart(state: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = verify_bulletin.check(text, GivenKeys([KEY.verifier], []), NOTE, TODAY)
    printed = capsys.readouterr().out
    assert status == (0 if state == "holds" else 1)
    assert printed.startswith("✓" if state == "holds" else "✕")
    words = verify_bulletin.STATES.get(state)
    assert (words is not None) == (state in SIGNED)
    assert words is None or words.en.split("{", maxsplit=1)[0] in printed


def test_without_a_list_it_says_what_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, FOR_EVER, "--key", PUBLIC)
    assert status == 0
    assert "without --list: not known whether it was replaced" in text


def test_a_key_that_was_revoked_is_doubted_without_a_list_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keys = f"{KEY.verifier}\n# revoked 2027-01-01: {FOREIGN.verifier}"
    status, text = said(capsys, code(FOREIGN, valid_until=None), "--key", keys)
    assert status == 1
    assert "lost or exposed at 2027-01-01" in text


def test_who_knows_the_key_before_is_led_to_the_next(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _text = said(capsys, FOR_EVER, "--key", str(OLD.verifier), "--list", listed)
    assert status == 0


def test_a_list_of_another_desk_is_refused(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, FOR_EVER, "--key", str(FOREIGN.verifier), "--list", listed)
    assert status == 1
    assert "did not vouch for that one" in text
    assert "none of the desk's" in text


def test_it_speaks_vietnamese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    assert "bàn đã ký mã này, và mã còn hiệu lực" in said(capsys, FOR_EVER, "--key", PUBLIC)[1]


def test_every_verdict_and_kind_has_its_word() -> None:
    assert set(verify_bulletin.VERDICTS) == set(VERDICTS)
    assert set(verify_bulletin.KINDS) == set(KINDS)
