"""What the modules of static/kiemtin/js do in a real browser, on the components they enhance.

Nothing is served: each request of the page is answered from memory, so no server has to run.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from playwright.sync_api import Browser, Page, Route, sync_playwright

pytestmark = pytest.mark.browser
STATIC = Path(__file__).parents[2] / "src/kiemtin/web/static/kiemtin"
ORIGIN = "http://localhost"
POLICY = "default-src 'none'; form-action 'self'; " + "; ".join(
    f"{kind}-src 'self'" for kind in ("script", "style", "font", "connect")
)
PLACES = [
    {"code": "02683", "label": "Xã Bát Xát, Lào Cai", "note": "trước là thị trấn Bát Xát"},
    {"code": "02685", "label": "Xã Mường Hum, Lào Cai", "note": ""},
]
Open = Callable[..., Page]


class Form(forms.Form):
    fact = forms.CharField(label="Sự thật", widget=forms.Textarea)
    place = forms.CharField(label="Ở đâu?")
    place_code = forms.CharField(widget=forms.HiddenInput)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, names)))
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens a page made of `body` with the named modules, under the policy of the real site."""
    context = browser.new_context(locale="vi", permissions=["clipboard-read", "clipboard-write"])
    wrong: list[str] = []

    def open_page(body: str, *scripts: str, before: str = "", at: datetime | None = None) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
        if at:
            page.clock.install(time=at)
        if before:
            page.add_init_script(before)
        page.route("**/*", lambda route: answer(route, html(body, scripts)))
        page.goto(f"{ORIGIN}/")
        return page

    yield open_page
    context.close()
    assert wrong == []


def html(body: str, scripts: tuple[str, ...]) -> str:
    """A page with the components of `body`; theme.js alone is no module."""
    tags = "".join(
        f'<script {"" if name == "theme" else "type=module "}src="/static/js/{name}.js" '
        'data-fonts="/static/css/fonts.css"></script>'
        for name in scripts
    )
    text = (
        "{% load kiemtin %}<!doctype html><html lang=vi><meta charset=utf-8>"
        + body
        + "{% js_words %}"
        + tags
    )
    with translation.override("vi"):
        return Template(text).render(Context({"form": Form()}))


def answer(route: Route, page: str) -> None:
    """Give a file, the places, or the page itself."""
    path = route.request.url.removeprefix(ORIGIN)
    if path.startswith("/static/"):
        route.fulfill(path=STATIC / path.removeprefix("/static/"))
    elif path.startswith("/places/"):
        route.fulfill(json=PLACES)
    else:
        headers = {"Content-Security-Policy": POLICY}
        route.fulfill(body=page, content_type="text/html", headers=headers)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


ROWS = """
<header><a href="#head" data-key="n" id="head">đầu</a></header>
<main>
  <ol>{% for at in "123" %}<li data-row><a href="#row{{ at }}" id="row{{ at }}">tin</a>
  <button data-key="a" id="a{{ at }}">Gộp <kbd>a</kbd></button></li>{% endfor %}</ol>
  <button data-key="n" id="n">Tin mới</button>
  <label>Tìm <input id="search" data-key="/" value="cũ"></label>
  <button data-dialog="help" data-key="?" aria-label="Phím tắt">?</button>
</main>
{% include "components/help.html" with id="help" only %}
"""


def pressed(page: Page) -> list[str]:
    return list(page.evaluate("window.pressed"))


def watch(page: Page) -> None:
    page.evaluate(
        "window.pressed = []; document.addEventListener('click', (e) => pressed.push(e.target.id))"
    )


def test_j_and_k_walk_the_rows_and_enter_opens_one(opened: Open) -> None:
    page = opened(ROWS, "keys")
    walked = []
    for key in "jjjjk":
        page.keyboard.press(key)
        walked.append(focused(page))
    assert walked == ["row1", "row2", "row3", "row3", "row2"]
    page.keyboard.press("Enter")
    page.wait_for_url("**#row2")


def test_a_walk_begins_after_the_row_that_is_shown(opened: Open) -> None:
    page = opened(ROWS.replace("<li data-row>", '<li data-row aria-current="true">', 1), "keys")
    page.keyboard.press("j")
    assert focused(page) == "row2"


def test_a_key_acts_in_the_row_in_focus_then_in_the_page_then_in_the_bar(opened: Open) -> None:
    page = opened(ROWS, "keys")
    watch(page)
    page.keyboard.press("a")
    page.focus("#row3")
    page.keyboard.press("a")
    page.keyboard.press("n")
    assert pressed(page) == ["a1", "a3", "n"]


SIGN = """<main><div class="long"></div>
<button id="sign" data-key="a" data-key-in-sight>Ký <kbd>a</kbd></button></main>"""


def test_a_key_leads_to_what_must_be_read_before_it_presses_it(opened: Open) -> None:
    page = opened(SIGN, "keys")
    page.eval_on_selector(".long", "(text) => { text.style.height = '300vh' }")
    watch(page)
    page.keyboard.press("a")
    assert (pressed(page), focused(page)) == ([], "sign")
    assert page.evaluate("scrollY") > 0
    page.keyboard.press("a")
    assert pressed(page) == ["sign"]


TABS = '<nav class="tabs"><ul>{}</ul></nav>'
TAB = "<li><a href='#{0}'{1}>Mục thứ {0}</a></li>"


@pytest.mark.parametrize(("scripts", "moved"), [((), False), (("tabs",), True)])
def test_the_open_tab_is_brought_into_view(
    opened: Open, scripts: tuple[str, ...], moved: bool
) -> None:
    row = [TAB.format(at, " aria-current='page'" if at == 35 else "") for at in range(40)]
    style = "<link rel=stylesheet href='/static/css/desk.css'>"
    page = opened(style + TABS.format("".join(row)), *scripts)
    page.wait_for_load_state("load")
    assert page.eval_on_selector(".tabs", "(bar) => bar.scrollLeft > 0") is moved


def test_slash_goes_to_the_search_and_letters_there_are_only_typed(opened: Open) -> None:
    page = opened(ROWS, "keys")
    watch(page)
    page.keyboard.press("/")
    page.keyboard.type("an")
    assert page.input_value("#search") == "an"
    page.keyboard.press("Escape")
    assert focused(page) != "search"
    assert pressed(page) == []


def test_keys_with_control_stay_the_browsers(opened: Open) -> None:
    page = opened(ROWS, "keys")
    watch(page)
    page.keyboard.press("Control+n")
    page.keyboard.press("Alt+a")
    assert pressed(page) == []


def test_the_question_mark_lists_the_keys_of_this_page(opened: Open) -> None:
    page = opened(ROWS, "keys", "dialog")
    page.keyboard.press("?")
    assert page.is_visible("dialog")
    listed = page.inner_text("[data-keys]")
    assert "Gộp" in listed
    assert "Tin mới" in listed  # what the key does here, not what it does from the bar
    assert "đầu" not in listed
    watch(page)
    page.keyboard.press("a")
    assert pressed(page) == []
    page.keyboard.press("Escape")
    assert not page.is_visible("dialog")


def test_keys_can_be_switched_off_for_good(opened: Open) -> None:
    page = opened(ROWS, "keys", "dialog")
    page.keyboard.press("?")
    page.check("[data-keys-off]")
    page.keyboard.press("Escape")
    page.reload()
    watch(page)
    page.keyboard.press("a")
    assert pressed(page) == []


CLOCK = """<time class="clock" datetime="2026-11-22T13:00:00Z" data-since="2026-11-22T12:00:00Z"
 data-clock><span data-text></span></time>"""


def test_a_clock_counts_and_turns_as_the_server_does(opened: Open) -> None:
    page = opened(CLOCK, "clock", at=datetime(2026, 11, 22, 12, 10, tzinfo=UTC))
    seen = []
    for minutes in (0, 20, 29, 2):
        page.clock.fast_forward(minutes * 60_000)
        page.clock.run_for(16_000)
        seen.append((page.inner_text("time"), page.get_attribute("time", "class")))
    assert [name for _, name in seen] == [
        f"clock clock--{n}" for n in ("calm", "half", "half", "late")
    ]
    assert [text for text, _ in seen] == ["còn 50 phút", "còn 30 phút", "còn 1 phút", "trễ 3 phút"]


FIELD = '<main>{% include "components/field.html" with field=form.fact counter=10 only %}</main>'


def test_a_counter_counts_letters_with_their_marks_as_one(opened: Open) -> None:
    page = opened(FIELD, "counter")
    page.fill("textarea", "vỡ đập\u0301")
    assert page.inner_text("#id_fact_counter") == "Còn 4 ký tự"
    page.fill("textarea", "vỡ đập rồi nhé")
    assert "counter--over" in str(page.get_attribute("#id_fact_counter", "class"))
    assert "4" in page.inner_text("#id_fact_counter")


UNDO = """<main><div class="notice flash"><p>Đã gộp.</p>
<form method="post" action="/undo/" data-undo="10"><button>Hoàn tác</button>
<span class="undo-bar"></span></form></div></main>"""


def test_an_undo_is_offered_for_its_time_and_the_notice_stays(opened: Open) -> None:
    page = opened(UNDO, "undo", at=datetime(2026, 11, 22, tzinfo=UTC))
    page.clock.run_for(9_000)
    assert page.is_visible("button")
    page.clock.run_for(1_500)
    assert page.query_selector("button") is None
    assert page.inner_text("main") == "Đã gộp."


def test_an_undo_waits_while_someone_is_on_it(opened: Open) -> None:
    page = opened(UNDO, "undo", at=datetime(2026, 11, 22, tzinfo=UTC))
    page.focus("button")
    page.clock.run_for(30_000)
    assert page.is_visible("button")


_LIST = "{% include 'components/place.html' with field=form.place code=form.place_code "
PLACE = f"<main>{_LIST} url='/places/' only %}}</main>"


def type_place(page: Page, text: str) -> None:
    page.type("#id_place", text)
    page.wait_for_selector("[role=option]", state="visible")


def test_a_place_is_chosen_from_the_list_by_keyboard(opened: Open) -> None:
    page = opened(PLACE, "place-picker")
    type_place(page, "bat xat")
    assert page.get_attribute("#id_place", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.get_attribute("#id_place", "aria-activedescendant")
    assert page.get_attribute(f"#{chosen}", "aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.input_value("#id_place") == PLACES[0]["label"]
    assert page.input_value("#id_place_code") == "02683"
    assert not page.is_visible("[role=listbox]")


def test_the_last_place_is_one_step_up_from_the_field(opened: Open) -> None:
    page = opened(PLACE, "place-picker")
    type_place(page, "lao cai")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.input_value("#id_place_code") == "02685"


def test_typing_on_forgets_the_code_that_was_chosen(opened: Open) -> None:
    page = opened(PLACE, "place-picker")
    type_place(page, "bat xat")
    page.click("[role=option] >> nth=0")
    page.type("#id_place", " x")
    assert page.input_value("#id_place_code") == ""


def test_escape_closes_the_list_and_keeps_the_text(opened: Open) -> None:
    page = opened(PLACE, "place-picker")
    type_place(page, "bat xat")
    page.keyboard.press("Escape")
    assert not page.is_visible("[role=listbox]")
    assert page.input_value("#id_place") == "bat xat"


def test_without_a_network_the_text_stays_and_nothing_breaks(opened: Open) -> None:
    page = opened(PLACE, "place-picker")
    page.route("**/places/**", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.type("#id_place", "bat xat")
    assert page.input_value("#id_place") == "bat xat"
    assert not page.is_visible("[role=listbox]")


THEME = '<body>{% include "components/theme.html" only %}</body>'


def test_a_theme_is_kept_and_given_back_to_the_device(opened: Open) -> None:
    page = opened(THEME, "theme")
    page.click("[data-theme-choice=dark]")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.get_attribute("[data-theme-choice=dark]", "aria-pressed") == "true"
    page.click("[data-theme-choice='']")
    assert page.evaluate("document.documentElement.dataset.theme === undefined")


SHARE = """<main><div data-share hidden><button data-copy="SAI: đập không vỡ.">Chép</button>
<span role="status" data-copied="Đã chép"></span></div></main>"""


def test_what_is_shared_is_copied_and_said_so(opened: Open) -> None:
    page = opened(SHARE, "copy")
    page.click("button")
    page.wait_for_function("document.querySelector('[role=status]').textContent === 'Đã chép'")
    assert page.evaluate("navigator.clipboard.readText()") == "SAI: đập không vỡ."


def test_a_request_that_fails_is_told_and_keeps_what_was_typed(opened: Open) -> None:
    page = opened('<div id="flashes"></div><textarea>vỡ đập</textarea>', "requests")
    page.evaluate("document.dispatchEvent(new CustomEvent('htmx:sendError'))")
    assert "kiểm tra mạng" in page.inner_text("#flashes [role=alert]")
    assert page.input_value("textarea") == "vỡ đập"


def test_a_refusal_is_told_in_the_servers_words(opened: Open) -> None:
    page = opened('<div id="flashes"></div>', "requests")
    xhr = "{getResponseHeader: () => encodeURIComponent('Bài đã đổi')}"
    page.evaluate(
        f"document.dispatchEvent(new CustomEvent('htmx:responseError', {{detail: {{xhr: {xhr}}}}}))"
    )
    assert page.inner_text("#flashes") == "Bài đã đổi"


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ({"saveData": False, "effectiveType": "4g"}, 1),
        ({"saveData": True}, 0),
        ({"effectiveType": "2g"}, 0),
    ],
)
def test_fonts_come_only_where_there_is_room_for_them(
    opened: Open, line: dict[str, Any], links: int
) -> None:
    given = f"Object.defineProperty(navigator, 'connection', {{value: {json.dumps(line)}}})"
    page = opened("<p>chữ</p>", "fonts", before=given)
    page.wait_for_load_state("load")
    page.evaluate("new Promise((done) => setTimeout(done))")
    assert page.locator("link[href$='fonts.css']").count() == links


def test_a_passkey_that_fails_is_told_in_words(opened: Open) -> None:
    page = opened(
        "<button data-passkey hidden>Khoá</button><p data-passkey-error hidden>Chưa được</p>",
        "passkey",
    )
    assert page.is_visible("button")
    kept = page.evaluate(
        "document.dispatchEvent(new CustomEvent('allauth.error', {cancelable: true}))"
    )
    assert kept is False
    assert page.is_visible("p")
