"""What log-proof.js and log-check.js say in a real browser: the same as kiemtin.record, on all
vectors and on real logs, served from memory.
"""

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser, Page, Route, sync_playwright

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.canonical_json import canonical_json
from kiemtin.record import merkle
from kiemtin.record.commitment import canonical_body, commit
from kiemtin.record.entry import Entry
from kiemtin.record.keys import SignerKey
from kiemtin.record.opening import Opening
from kiemtin.record.proof import make_proof
from kiemtin.record.reader import LogFolder
from kiemtin.record.tiles import tiles_of
from kiemtin.record.writer import LogWriter
from tests.record.test_verify import STRICTER, vectors
from tests.support.logs import KEY, entries, make

pytestmark = pytest.mark.browser
STATIC = Path(__file__).parents[2] / "src/kiemtin/web/static/kiemtin/js"
ORIGIN = "http://localhost"
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
ENDED = ", ".join(f"#log-check [data-code={end}]" for end in ("holds", "fails", "unchecked"))
SALT = b"\x11" * 32
CONTENT = {"claim": "Đập không vỡ", "n": 2}
BODY = {"content_hash": content_hash(CONTENT), "fact_check": "dap-khong-vo", "Ổ": [True, None, 3]}


def act(body: dict[str, object] | None = None) -> bytes:
    """The entry of a publication."""
    commitment = commit(SALT, canonical_body(BODY if body is None else body))
    return Entry("publication", datetime(2026, 11, 23, 8, tzinfo=UTC), commitment).to_bytes()


class Desk:
    """A log whose entry 3 is a publication, served to the page; `instead` changes some answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = LogFolder(make(folder, 3))
        self.keys = f"{KEY.verifier}\n"
        self.instead: dict[str, bytes | None] = {}
        self.opening = Opening(act(), SALT, BODY, CONTENT).to_bytes()
        self.grow([act(), *entries(4, 296)])

    def grow(self, more: list[bytes]) -> None:
        with LogWriter(self.folder.path, KEY) as log:
            log.append(more)

    def answer(self, path: str) -> bytes | None:
        if path in self.instead:
            return self.instead[path]
        if path == "khoa":
            return self.keys.encode()
        if path == "3.tlog-proof":
            return make_proof(self.folder, 3, self.opening).to_bytes()
        return self.folder.file(path) if self.folder.has(path) else None


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, names)))
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Page]:
    """A page in which log-proof.js can be imported."""
    page = browser.new_page()
    page.route("**/*", lambda route: serve(route, "<p>"))
    page.goto(f"{ORIGIN}/")
    yield page
    page.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "log")


@pytest.fixture
def visit(browser: Browser, desk: Desk) -> Iterator[Callable[[], Page]]:
    """Opens the page of entry 3 in one browser, which keeps what it kept."""
    context = browser.new_context(locale="vi")
    wrong: list[str] = []

    def open_page() -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
        page.route("**/*", lambda route: serve(route, markup("3.tlog-proof"), desk))
        page.goto(f"{ORIGIN}/")
        page.locator("#log-check[data-ready]").wait_for()
        return page

    yield open_page
    context.close()
    assert wrong == []


def markup(proof: str, language: str = "vi") -> str:
    with translation.override(language):
        part = render_to_string(
            "public/parts/log_check.html", {"proof": f"/log/{proof}" if proof else ""}
        )
    scripts = "<script type=module src=/static/kiemtin/js/log-check.js></script>"
    return f"<!doctype html><html lang={language}><meta charset=utf-8>{part}{scripts}"


def serve(route: Route, page: str, desk: Desk | None = None) -> None:
    path = route.request.url.removeprefix(ORIGIN).split("?")[0]
    if path.startswith("/static/"):
        name = Path(path).name.split(".")[0] + ".js"
        route.fulfill(path=STATIC / name, content_type="text/javascript")
    elif path == "/":
        headers = {"Content-Security-Policy": POLICY}
        route.fulfill(body=page, content_type="text/html", headers=headers)
    else:
        data = desk.answer(path.removeprefix("/log/")) if desk else None
        route.fulfill(status=200 if data is not None else 404, body=data or b"")


def found(page: Page) -> list[str]:
    """Press the button and return the codes of what is said, in their order."""
    page.click("#log-check button")
    page.locator(ENDED).wait_for()
    return [str(one.get_attribute("data-code")) for one in page.locator("#log-check li").all()]


LIMITS = ["not_shown_same", "not_shown_right", "not_shown_site", "holds"]


def test_an_entry_holds_and_a_checkpoint_is_kept(visit: Callable[[], Page], desk: Desk) -> None:
    page = visit()
    assert found(page) == ["signed", "included", "fits", "kept_first", *LIMITS]
    said = page.inner_text("#log-check ul")
    assert f"Khoá {KEY.name}+{KEY.verifier.key_id.hex()} đã ký sổ có 300 mục." in said
    assert "Mục 3 có trong sổ đó" in said
    assert "{" not in said
    desk.grow(entries(300, 450))
    assert found(visit()) == ["signed", "included", "fits", "unchanged", *LIMITS]
    desk.grow(entries(750, 1))
    assert "unchanged" in found(visit())


def test_a_log_that_was_rewritten_is_seen_by_who_was_there_before(
    visit: Callable[[], Page], desk: Desk, tmp_path: Path
) -> None:
    found(visit())
    desk.folder = LogFolder(tmp_path / "other")
    with LogWriter(desk.folder.path, KEY) as log:
        log.append([*entries(0, 3), act(), *[b"another history"] * 400])
    assert found(visit()) == ["signed", "included", "fits", "rewritten", "fails"]
    desk.folder = LogFolder(make(tmp_path / "short", 3))
    with LogWriter(desk.folder.path, KEY) as log:
        log.append([act()])
    assert found(visit()) == ["signed", "included", "fits", "shorter", "fails"]


def test_another_key_is_not_taken_quietly(
    visit: Callable[[], Page], desk: Desk, tmp_path: Path
) -> None:
    found(visit())
    other = SignerKey(KEY.name, b"\x02" * 32)
    desk.keys = f"{other.verifier}\n{KEY.verifier}\n"
    page = visit()
    assert found(page)[:2] == ["key_new", "signed"]
    assert f"{KEY.verifier.key_id.hex()} đã ký" in page.inner_text("#log-check ul")
    desk.keys = str(SignerKey(KEY.name, b"\x03" * 32).verifier)
    assert found(visit()) == ["key_changed", "fails"]


def test_a_revoked_key_is_not_believed(visit: Callable[[], Page], desk: Desk) -> None:
    found(visit())
    desk.keys = f"{KEY.verifier}\n# revoked 2026-11-23: {KEY.verifier}\n"
    assert found(visit()) == ["no_key", "fails"]
    new = SignerKey(KEY.name, b"\x02" * 32)
    desk.keys = f"{new.verifier}\n# revoked 2026-11-23: {KEY.verifier}\n"
    assert found(visit()) == ["key_revoked", "not_signed", "fails"]
    with LogWriter(desk.folder.path, new, earlier=[KEY.verifier]) as log:
        log.append(entries(300, 1))
    assert found(visit())[:4] == ["key_revoked", "signed", "included", "fits"]
    assert found(visit())[0] == "signed"


def test_the_proof_of_another_entry_is_refused(visit: Callable[[], Page], desk: Desk) -> None:
    other = act({"x": 1})
    desk.grow([other])
    opening = Opening(other, SALT, {"x": 1}).to_bytes()
    desk.instead = {"3.tlog-proof": make_proof(desk.folder, 300, opening).to_bytes()}
    page = visit()
    assert found(page) == ["signed", "other_entry", "fails"]
    assert "của mục 300, không phải mục 3 của" in page.inner_text("#log-check ul")


@pytest.mark.parametrize(
    ("change", "last"),
    [
        ({"checkpoint": None}, "no_answer"),
        ({"checkpoint": b"x"}, "unreadable"),
        ({"khoa": b""}, "no_key"),
        ({"khoa": b"desk+00000000+AAAA\n"}, "unreadable"),
        ({"khoa": str(SignerKey(KEY.name, b"\x02" * 32).verifier).encode()}, "not_signed"),
        ({"3.tlog-proof": b"c2sp.org/tlog-proof@v1\n"}, "unreadable"),
        ({"3.tlog-proof": bytes(2_000_001)}, "no_answer"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_missing_or_broken_is_said(
    visit: Callable[[], Page], desk: Desk, change: dict[str, bytes | None], last: str
) -> None:
    desk.instead = change
    codes = found(visit())
    assert codes[-2:] == [last, "unchecked" if last == "no_answer" else "fails"]
    assert visit().evaluate("localStorage.length") == 0


def altered(desk: Desk, opening: Opening) -> bytes:
    return make_proof(desk.folder, 3, opening.to_bytes()).to_bytes()


def test_altered_content_is_seen(visit: Callable[[], Page], desk: Desk) -> None:
    for opening, code in (
        (Opening(act(), SALT, BODY | {"fact_check": "x"}, CONTENT), "content_differs"),
        (Opening(act(), SALT, BODY, CONTENT | {"claim": "Đập vỡ"}), "content_differs"),
        (Opening(act(), b"\x12" * 32, BODY), "content_differs"),
        (Opening(act({"x": 1}), SALT, {"x": 1}), "root_differs"),
    ):
        desk.instead = {"3.tlog-proof": altered(desk, opening)}
        assert found(visit())[-2:] == [code, "fails"]


def test_who_leaves_the_content_out_only_says_that_it_was_erased(
    visit: Callable[[], Page], desk: Desk
) -> None:
    desk.instead = {"3.tlog-proof": altered(desk, Opening(act()))}
    page = visit()
    assert "erased" in found(page)
    assert "máy chủ của sổ nói" in page.inner_text("#log-check ul")
    desk.instead = {"3.tlog-proof": altered(desk, Opening(act(), erased_by=7))}
    page = visit()
    assert "erased_by" in found(page)
    assert "Hãy kiểm tra mục 7 để" in page.inner_text("#log-check ul")
    desk.instead = {"3.tlog-proof": altered(desk, Opening(act(), erased_by=-1))}
    assert found(visit())[-2:] == ["unreadable", "fails"]


def test_an_altered_signature_or_tile_is_seen(visit: Callable[[], Page], desk: Desk) -> None:
    checkpoint = desk.folder.file("checkpoint")
    desk.instead = {"checkpoint": checkpoint.replace(b"\n300\n", b"\n301\n")}
    assert found(visit())[-2:] == ["wrong_signature", "fails"]
    desk.instead = {}
    found(visit())
    desk.grow(entries(300, 500))
    for name in ("tile/0/001", "tile/1/000.p/3", "tile/0/003.p/32"):
        tile = bytearray(desk.folder.file(name))
        tile[-1] ^= 1
        desk.instead = {name: bytes(tile)}
        codes = found(visit())
        # A hash that the proof from 300 to 800 does not use may be anything.
        assert codes[-1] in {"fails", "holds"}
        assert ("rewritten" in codes) is (codes[-1] == "fails")
    desk.instead = {"tile/1/000.p/3": None, "tile/1/000": None}
    assert found(visit())[-2:] == ["tile_missing", "fails"]


def test_every_code_has_its_words_in_both_languages() -> None:
    script = (STATIC / "log-check.js").read_text() + (STATIC / "log-proof.js").read_text()
    codes = set(re.findall(r'(?:Refused\(|say\(|code: )"(\w+)"', script))
    codes |= set(re.findall(r'"(not_shown_\w+)"', script)) | {
        "fits",
        "erased",
        "erased_by",
        "button",
    }
    assert {"signed", "rewritten", "no_crypto", "unchecked", "wrong_signature"} <= codes
    words = [
        dict(re.findall(r'data-word="(\w+)">(.*?)</p>', markup("", one))) for one in ("vi", "en")
    ]
    assert set(words[0]) == set(words[1]) == codes
    assert [code for code in codes if words[0][code] == words[1][code]] == []
    fields = [
        {code: sorted(re.findall(r"{(\w+)}", text)) for code, text in one.items()} for one in words
    ]
    assert fields[0] == fields[1]


def test_a_page_about_the_whole_log_needs_no_proof(browser: Browser, desk: Desk) -> None:
    page = browser.new_page()
    page.route("**/*", lambda route: serve(route, markup(""), desk))
    page.goto(f"{ORIGIN}/")
    assert found(page) == ["signed", "kept_first", *LIMITS]
    page.close()


RUN = """async ([cases, kind]) => {
  const m = await import("/static/kiemtin/js/log-proof.js");
  const read = (text) => Uint8Array.from(atob(text ?? ""), (char) => char.charCodeAt(0));
  const out = [];
  for (const one of cases) {
    const proof = (one.proof ?? []).map(read);
    const done = kind === "inclusion"
      ? m.checkInclusion(read(one.leafHash), one.leafIdx, one.treeSize, proof, read(one.root))
      : m.checkConsistency(one.size1, one.size2, proof, read(one.root1), read(one.root2));
    out.push(await done.then(() => "", (error) => error.code ?? String(error)));
  }
  return out;
}"""


@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_every_vector_comes_out_as_it_says(bench: Page, kind: str) -> None:
    paths = vectors(kind)
    cases: list[dict[str, Any]] = [json.loads(path.read_text()) for path in paths]
    for path, case, code in zip(paths, cases, bench.evaluate(RUN, [cases, kind]), strict=True):
        wanted = case["wantErr"] or path.stem in STRICTER
        assert bool(code) is bool(wanted), (path, code)
        assert code in {"", "root_differs", "rewritten", "out_of_range", "unreadable"}


GROWTH = """async ([sizes, tiles, roots]) => {
  const m = await import("/static/kiemtin/js/log-proof.js");
  const read = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const fetchTile = async (path) => (path in tiles ? read(tiles[path]) : null);
  const out = [];
  for (const [old, size] of sizes) {
    const [older, newer] = [old, size].map((n) => ({ size: n, root: read(roots[n]) }));
    const done = m.checkGrowth(older, newer, fetchTile);
    out.push(await done.then(() => "", (error) => String(error.code ?? error)));
  }
  return out;
}"""


def test_growth_is_shown_from_tiles_between_any_sizes(bench: Page, tmp_path: Path) -> None:
    folder = LogFolder(make(tmp_path / "log", 70_000))
    nodes = folder.nodes(70_000)
    sizes = [1, 7, 255, 256, 257, 4097, 65_535, 65_536, 65_537, 70_000]
    roots = {str(size): b64encode(merkle.root(nodes, size)).decode() for size in sizes}
    tiles = {
        tile.path: b64encode(folder.file(tile.path)).decode()
        for tile in tiles_of(70_000)
        if tile.level >= 0
    }
    pairs = [[old, 70_000] for old in sizes] + [[old, 65_536] for old in (1, 257, 65_536)]
    assert set(bench.evaluate(GROWTH, [pairs, tiles, roots])) == {""}
    roots["257"] = roots["256"]
    assert bench.evaluate(GROWTH, [[[257, 70_000], [70_000, 257]], tiles, roots]) == [
        "rewritten",
        "shorter",
    ]


CANONICAL = """async (texts) => {
  const m = await import("/static/kiemtin/js/log-proof.js");
  return texts.map((text) => m.canonical(JSON.parse(text)));
}"""


def test_canonical_json_is_that_of_python(bench: Page) -> None:
    values = [BODY, {"b": '\u2028\x7f"\\\n\t\x01', "a": {"z": [], "y": {}}}, [1, -5, 0], "😀é"]
    texts = [canonical_json(value).decode() for value in values]
    assert bench.evaluate(CANONICAL, texts) == texts
