"""A page is written so that its text and pictures are there and nothing of it acts."""

from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from kiemtin.media.readers.web.inert import plain
from kiemtin.media.readers.web.tree import text_of, tree_of
from kiemtin.media.readers.web.written import DEEP, POLICY, Writer

BASE = "https://bao.example/"


def written(page: str, *held: str) -> str:
    """The document of a page; `held` are paths of pictures in the archive."""
    return whole(page, *held)[0]


def whole(page: str, *held: str) -> tuple[str, int]:
    urls = {f"{BASE}{name}" for name in held}
    writer = Writer(BASE, lambda url: f"[{url[-1:]}]", lambda _url: None, urls.__contains__)
    return writer.page(tree_of(page.encode(), "text/html; charset=utf-8")), writer.left_out


def body(page: str, *held: str) -> str:
    return written(page, *held).partition("<body>")[2].removesuffix("</body></html>")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@example("<b>&lt;</b><script>")
def test_text_stays_text_in_every_place(text: str) -> None:
    said = escape(text)
    page = f"<title>{said}</title><p title='{said}'>{said}</p><textarea>{said}</textarea>"
    root = html.document_fromstring(written(page))
    (shown,) = root.iter("p")
    assert (text_of(shown), shown.get("title")) == (plain(text), plain(text))
    assert [text_of(one) for one in root.iter("textarea")] == [plain(text)]
    assert plain(text).strip() in text_of(next(root.iter("title")))
    assert {one.tag for one in root.iter()} <= {
        *("html", "head", "meta", "title", "style", "body", "p", "textarea"),
    }


def test_the_document_has_its_policy_before_anything_of_the_page() -> None:
    page = written("<html lang=vi onload=x><style>p{}</style><p>x")
    assert page.startswith('<!doctype html><html lang="vi"><head><meta charset="utf-8">')
    assert page.index(POLICY) < page.index("p{}")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p onclick=x>a<br>b</p>", "<p>a<br>b</p>"),
        ("<form action=x><b>a</b></form>c", "<div><b>a</b></div>c"),
        ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
        ("<p>a<blink>b</blink>c</p>", "<p>abc</p>"),
        ("<a href=/x>a</a>", f'<a data-href="{BASE}x" title="{BASE}x">a</a>'),
        ("<div><template shadowrootmode=open>a</template></div>", "<div><div>a</div></div>"),
        ("<p style='background:url(a);color:red'>",
         '<p style="background:url(&quot;[a]&quot;);color:red"></p>'),
        ("<td background=a>", '<td style=";background-image:url(&quot;[a]&quot;)"></td>'),
        ("<p style=\"@import 'x'\">", '<p style=" "></p>'),
    ],
)  # fmt: skip
def test_what_is_shown_keeps_its_shape(page: str, shown: str) -> None:
    assert body(f"<body>{page}").replace("<tr>", "").replace("</tr>", "") == shown


def test_a_picture_that_is_held_is_shown_by_its_best_form() -> None:
    assert body("<body><img src=a srcset='b 2x' alt=C>", "a", "b") == '<img alt="C" src="[b]">'
    assert body("<body><img src=a srcset='b 2x'>", "a") == '<img src="[a]">'
    assert body("<body><img src='data:image/gif,x'>") == '<img src="[x]">'


def test_a_lazy_picture_is_made_visible() -> None:
    page = body("<body><img class='lazyload big' data-src=a>", "a")
    assert 'class="lazyloaded big"' in page
    assert "opacity:1" in page


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<img src=a title=T>", f'title="T {BASE}a"'),
        ("<iframe src=/b></iframe>", f">iframe · {BASE}b<"),
        ("<video><source src=/c></video>", f">video · {BASE}c<"),
        ("<object data='data:text/html,x'></object>", ">object<"),
    ],
)
def test_what_is_left_out_is_said_and_counted(page: str, says: str) -> None:
    document, left = whole(f"<body>{page}")
    assert says in document
    assert left == 1


def test_a_recording_shows_its_poster() -> None:
    assert '<img src="[p]"' in body("<body><video src=v poster=p></video>", "p")


def test_a_drawing_holds_only_what_is_in_the_archive() -> None:
    drawing = "<svg><image href=a /><image href=b /><p>x</p><path d=M0 /></svg>"
    page = body(f"<body>{drawing}", "a")
    assert page.count("href=") == 1
    assert '<path d="M0"></path>' in page
    assert "<p>" not in page


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("<noscript><img src=a></noscript>", 1),
        ("<img src=a><noscript><img src=a></noscript>", 1),
        ("<noscript><img src=b></noscript>", 0),
    ],
)
def test_a_picture_for_readers_without_scripts_is_shown_once(page: str, count: int) -> None:
    assert body(f"<body>{page}", "a").count("[a]") == count


def test_elements_nest_only_so_deep_and_their_text_stays() -> None:
    page = body(f"<body>{'<div>' * (DEEP + 50)}x")
    assert page.count("<div>") == page.count("</div>") == DEEP - 1
    assert "x" in page
