"""`kiemtin audit verify` says whether the desk's own book, or a copy of it, stands as it was."""

from pathlib import Path

import pytest

from kiemtin.cli.audit import CannotCheck, written
from kiemtin.cli.main import main
from kiemtin.record.chain import START, Link, link_hash
from kiemtin.record.chain_file import as_csv, as_json
from tests.support.live import Home

BODY = {
    "made_at": "2025-10-01T05:00:00.000000Z",
    "actor": 1,
    "desk": 1,
    "act": "rumour.opened",
    "kind": "rumour",
    "object": 1,
    "details": {},
}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


def chain(count: int) -> list[Link]:
    """A chain of that many entries."""
    links: list[Link] = []
    for number in range(count):
        previous = links[-1].hash if links else START
        body = BODY | {"number": number}
        links.append(Link(number, body, previous, link_hash(previous, body)))
    return links


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = main(["audit", "verify", *map(str, words)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


@pytest.mark.parametrize("write", [as_json, as_csv])
def test_a_copy_is_checked_without_a_desk(
    write: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(write)
    links, file = chain(3), tmp_path / "book"
    file.write_text("".join(write(links)), encoding="utf-8", newline="")
    status, text = said(capsys, "--export", file)
    assert (status, f"3 entries. Its head: 2:{links[2].hash}" in text) == (0, True)
    assert "--known NUMBER:HASH" in text
    status, text = said(capsys, "--export", file, "--known", f"1:{links[1].hash}")
    assert (status, "It fits 1 entries written down earlier" in text) == (0, True)
    status, text = said(capsys, "--export", file, "--known", f"1:{'a' * 64}")
    assert (status, "The book has been rewritten" in text or "has been rewritten" in text) == (
        1,
        True,
    )


def test_an_altered_copy_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "book.json"
    text = "".join(as_json(chain(3))).replace('"number":1,"object":1', '"number":1,"object":2')
    file.write_text(text, encoding="utf-8")
    status, told = said(capsys, "--export", file)
    assert (status, told) == (
        1,
        "✕ Entry 1: its content does not fit its hash. It has been altered.\n",
    )


def test_many_breaks_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "book.json"
    file.write_text("".join(as_json(chain(30))).replace('"object":1', '"object":2'))
    status, told = said(capsys, "--export", file)
    assert (status, told.endswith("✕ and 10 more\n")) == (1, True)


@pytest.mark.parametrize(("name", "reason"), [("none", "Cannot read"), ("bad", "is no export")])
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, reason: str
) -> None:
    (tmp_path / "bad").write_bytes(b"\xff\xfe")
    status, told = said(capsys, "--export", tmp_path / name)
    assert (status, reason in told) == (1, True)


@pytest.mark.parametrize("text", ["", "1", "1:abc", f"x:{'a' * 64}", f"-1:{'a' * 64}"])
def test_what_was_not_written_down_so_is_refused(text: str) -> None:
    with pytest.raises(CannotCheck):
        written(text)


def test_a_desks_own_book_is_checked(home: Home) -> None:
    done = home.run("audit", "verify")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "✓ The book is empty.")
