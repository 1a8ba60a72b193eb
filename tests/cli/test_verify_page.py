"""A page says what the desk signed, or which part does not."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.cli.main import main
from kiemtin.cli.verify_page import Page, is_page
from kiemtin.record.commitment import canonical_body, commit
from kiemtin.record.entry import Entry
from kiemtin.record.opening import Opening
from kiemtin.record.proof import make_proof
from kiemtin.record.reader import LogFolder
from kiemtin.record.writer import LogWriter
from tests.cli.test_verify_proof import SALT, WHEN
from tests.support.logs import KEY

CONTENT = {
    "claim": "Đập Nậm Mít vỡ",
    "verdict": "false",
    "fact": "Đập còn nguyên & an toàn.",
    "said": "Có người nghe\nđập vỡ.",
    "why": "Hai nguồn <độc lập>.",
    "todo": "Không chạy.",
    "what_was_wrong": "",
}
HTML = (
    "<!doctype html><html><head><title>x</title></head><body><h1>{fact}</h1>"
    '<p><span class="verdict verdict--false verdict--l"><svg></svg><span>SAI</span></span></p>'
    "<p>{claim}</p><p>{said}</p><p>{why}</p><div><h2>Nên làm</h2><p>{todo}</p></div></body></html>"
)
PAGE = HTML.format(**{name: escape(value) for name, value in CONTENT.items()})


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """The proof of the version that says CONTENT."""
    body = {"fact_check": "dap-1", "version": 1, "content_hash": content_hash(CONTENT)}
    entry = Entry("publication", WHEN, commit(SALT, canonical_body(body))).to_bytes()
    with LogWriter(tmp_path / "log", KEY) as writer:
        writer.append([entry])
    opening = Opening(entry, SALT, body, CONTENT).to_bytes()
    path = tmp_path / "0.tlog-proof"
    path.write_bytes(make_proof(LogFolder(tmp_path / "log"), 0, opening).to_bytes())
    return path


def said(
    capsys: pytest.CaptureFixture[str], folder: Path, page: str, *words: object
) -> tuple[int, str]:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    status = main(["verify", str(path), "--key", str(KEY.verifier), *map(str, words)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_a_page_as_signed_holds(
    proof: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, tmp_path, PAGE, "--proof", proof)
    assert status == 0
    assert "the page has all the signed words" in text
    assert "compare it with the signed words" in text


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("an toàn", "mất an toàn", "the part fact"),
        ("Đập Nậm Mít vỡ", "Đập Nậm Mu vỡ", "the part claim"),
        ("Không chạy.", "<span hidden>Không chạy.</span>Chạy đi.", "the part todo"),
        ("<p>Hai nguồn", "<p><script>", "the part why"),
        (">SAI<", ">ĐÚNG<", "verdict “Sai”, but the page says “ĐÚNG”"),
        ("verdict--l", "verdict--m", "but the page says “”"),
    ],
)
def test_a_page_that_says_something_else_is_told(
    proof: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    before: str,
    after: str,
    told: str,
) -> None:
    assert before in PAGE
    status, text = said(capsys, tmp_path, PAGE.replace(before, after), "--proof", proof)
    assert status == 1
    assert told in text


def test_without_its_proof_a_page_says_what_to_add(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, tmp_path, PAGE)
    assert status == 1
    assert "add --proof FILE" in text


@given(st.text(max_size=200))
def test_any_text_is_read_as_a_page(text: str) -> None:
    page = Page(f"<html>{text}")
    assert page.text == " ".join(page.text.split())


def test_what_is_a_page() -> None:
    assert is_page(b"\xef\xbb\xbf\n<!DOCTYPE html><html>")
    assert not is_page(b"c2sp.org/tlog-proof@v1\n")
