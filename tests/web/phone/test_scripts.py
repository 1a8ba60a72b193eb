"""The phone page's modules alone in a browser: folding as Python does, the store and its growth."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, sync_playwright

from kiemtin.text.fold import fold, syllables
from scripts.system_packages import PARTS
from tests.support.tree import SOURCE

pytestmark = pytest.mark.browser
FOLDER = SOURCE / "web/static/kiemtin/js/phone"
VECTORS = json.loads((Path(__file__).parent / "fold.json").read_text(encoding="utf-8"))
ORIGIN = "http://localhost"
NEXT_STEP = "  (db) => db.createObjectStore('later', { keyPath: 'id' }),\n];\n"
FACTS = [
    {"id": 1, "claim": "Đập Nậm Mẫu bị vỡ", "fact": "Đập Nậm Mẫu không vỡ.", "said": ""},
    {"id": 2, "claim": "Cầu Khe Mây bị cuốn trôi", "fact": "Cầu còn nguyên.", "said": ""},
    {"id": 3, "claim": "Mai học sinh nghỉ học", "fact": "Mai học bình thường.", "said": ""},
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(part.found() for part in PARTS if part.mark == "browser")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """A page for what leaves nothing behind."""
    yield from opened(browser)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a browser without a past."""
    yield from opened(browser)


def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    for path in FOLDER.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        serve(context, f"{path.stem}.js", text)
        if path.stem == "store":
            serve(context, "store-newer.js", text.replace("];\n", NEXT_STEP, 1))
    made = context.new_page()
    made.goto(f"{ORIGIN}/")
    yield made
    context.close()


def serve(context: Any, name: str, text: str) -> None:
    kind = "text/javascript"
    context.route(f"{ORIGIN}/{name}", lambda route: route.fulfill(body=text, content_type=kind))


FOLDED = """async (texts) => {
  const { fold, syllables } = await import("/fold.js");
  return texts.map((text) => [fold(text), syllables(text)]);
}"""


def test_the_vectors_are_what_python_says() -> None:
    assert [[one["text"], fold(one["text"]), syllables(one["text"])] for one in VECTORS] == [
        [one["text"], one["fold"], one["syllables"]] for one in VECTORS
    ]


def test_the_script_folds_as_python_does(shared: Page) -> None:
    found = shared.evaluate(FOLDED, [one["text"] for one in VECTORS])
    assert found == [[one["fold"], one["syllables"]] for one in VECTORS]


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyầềồừẫễỗữẬỆỘỰĐ0123456789.,, _-²³\u0300\u0323\u0301İßΣ１٣"


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(st.sampled_from(LETTERS), max_size=30), min_size=30, max_size=60))
def test_they_agree_on_texts_that_nobody_wrote_down(shared: Page, texts: list[str]) -> None:
    assert shared.evaluate(FOLDED, texts) == [[fold(text), syllables(text)] for text in texts]


LOOKED = """async ([rows, queries]) => {
  const { buildIndex, search } = await import("/look-up.js");
  const { syllables } = await import("/fold.js");
  const index = buildIndex(rows, syllables);
  return queries.map((query) => search(index, query, syllables).map((row) => row.id));
}"""


def test_what_is_nearest_comes_first_and_what_is_far_not_at_all(shared: Page) -> None:
    queries = ["dap nam mau vo", "CẦU KHE", "khe ma", "nghi hoc", "ngh", "gia xang", "", "  ", "?!"]
    found = shared.evaluate(LOOKED, [FACTS, queries])
    assert [one[:1] for one in found] == [[1], [2], [2], [3], [3], [], [], [], []]


def test_a_store_without_facts_finds_nothing(shared: Page) -> None:
    assert shared.evaluate(LOOKED, [[], ["dap vo"]]) == [[]]


UPGRADED = """async () => {
  const old = await import("/store.js");
  let told = false;
  const db = await old.openStore(() => (told = true));
  await old.enqueue(db, { id: "a", kind: "asked", text: "chua gui" });
  const newer = await import("/store-newer.js");
  const grown = await newer.openStore();
  const refused = await old.openStore().then(() => "", (error) => error.name);
  const queue = await newer.list(grown, "queue");
  return { told, refused, stores: [...grown.objectStoreNames], queue };
}"""


def test_a_newer_app_keeps_what_waits_and_closes_the_older(page: Page) -> None:
    found = page.evaluate(UPGRADED)
    assert found["told"] is True
    assert found["refused"] == "VersionError"
    assert "later" in found["stores"]
    assert found["queue"] == [{"id": "a", "kind": "asked", "text": "chua gui"}]


LEASED = """async () => {
  Object.defineProperty(navigator, "locks", { value: undefined });
  const store = await import("/store.js");
  const { sendAll } = await import("/send.js");
  const db = await store.openStore();
  await store.keep(db, "who", { id: 1 });
  await store.enqueue(db, { id: "a", kind: "asked", text: "x", at: 1, who: 1 });
  let posts = 0;
  window.fetch = async (_address, { body }) => {
    posts += 1;
    await new Promise((resolve) => setTimeout(resolve, 200));
    const outcomes = JSON.parse(body).items.map(({ id }) => ({ item: id, state: "entered" }));
    return new Response(JSON.stringify({ outcomes }));
  };
  const states = await Promise.all([1, 2, 3].map(() => sendAll(store, db, { send: "/gui" })));
  const again = await sendAll(store, db, { send: "/gui" });
  return { posts, states: states.sort(), again };
}"""


def test_without_locks_a_lease_lets_one_tab_send(page: Page) -> None:
    assert page.evaluate(LEASED) == {
        "posts": 1,
        "states": ["busy", "busy", "sent"],
        "again": "sent",
    }


SENT = """async (answers) => {
  const store = await import("/store.js");
  const { sendAll } = await import("/send.js");
  const db = await store.openStore();
  await store.keep(db, "who", { id: 1 });
  const audio = new Blob(["x"]);
  for (const id of ["a", "b"])
    await store.enqueue(db, { id, kind: "asked", text: id, at: 1, who: 1 });
  await store.enqueue(db, { id: "c", kind: "recording", audio, at: 1, who: 1 });
  const states = [];
  for (const answer of answers) {
    window.fetch = async (_address, { body }) => {
      if (answer === "offline") throw new TypeError();
      if (typeof answer === "number") return new Response("{}", { status: answer });
      const sound = body instanceof FormData;
      const items = sound ? [JSON.parse(body.get("item"))] : JSON.parse(body).items;
      const outcomes = items.map(({ id }) => ({ item: id, state: answer[id] ?? "later" }));
      return new Response(JSON.stringify({ outcomes }));
    };
    states.push(await sendAll(store, db, { send: "/gui", sound: "/ghi-am" }));
  }
  const queue = (await store.list(db, "queue")).map(({ id, state }) => [id, state ?? ""]);
  return { states, queue, ended: await store.kept(db, "ended") };
}"""
ENTERED = {"a": "entered", "b": "entered", "c": "entered"}


@pytest.mark.parametrize(
    ("answers", "states", "queue"),
    [
        ([ENTERED], ["sent"], []),
        (["offline", ENTERED], ["offline", "sent"], []),
        ([500, 429, 413, ENTERED], ["later", "later", "later", "sent"], []),
        ([{"a": "refused", "b": "already", "c": "entered"}], ["sent"], [["a", "refused"]]),
        ([{"b": "entered", "c": "entered"}, ENTERED], ["later", "sent"], []),
        ([410], ["ended"], [["a", ""], ["b", ""], ["c", ""]]),
    ],
)
def test_an_item_leaves_the_phone_only_when_the_desk_has_it(
    page: Page, answers: list[Any], states: list[str], queue: list[Any]
) -> None:
    found = page.evaluate(SENT, answers)
    assert (found["states"], found["queue"]) == (states, queue)
    assert bool(found["ended"]) is (answers == [410])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.stem)
def test_a_module_stands_alone_and_writes_no_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// ")
    for word in ("innerHTML", "insertAdjacentHTML", "eval(", "document.write", "import {"):
        assert word not in text
    assert path.stat().st_size <= 9_000
