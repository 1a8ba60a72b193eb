"""What a page loads: its weight, the letters it can draw, the colours that can be told apart."""

import gzip
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from scripts import build_fonts

WEB = Path(__file__).parents[2] / "src/kiemtin/web"
STATIC = WEB / "static/kiemtin"
CSS = {path.name: path.read_text(encoding="utf-8") for path in (STATIC / "css").glob("*.css")}
PUBLIC = ("tokens.css", "base.css", "components.css", "public.css")
# Loaded only by the pages on which a reader checks what the desk signed.
CHECKS_SIGNATURES = {
    "bulletin": 8_000,
    "bulletin-judge": 10_500,
    "log-check": 8_000,
    "log-proof": 12_500,
}
VERDICTS = ("true", "mostly-true", "misleading", "false", "unproven", "checking")
GROUNDS = ("paper", "sheet", "wash")
VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwzàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
)


def block(css: str, opening: str) -> dict[str, str]:
    """The colours named in the first block that starts with `opening`."""
    body = css[css.index(opening) + len(opening) :]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", body[: body.index("}")]))


LIGHT = block(CSS["tokens.css"], ":root {")
DARK = block(CSS["tokens.css"], ':root[data-theme="dark"] {')
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_dark_theme_is_the_same_chosen_or_given_by_the_device() -> None:
    given = block(CSS["tokens.css"], ':root:not([data-theme="light"]) {')
    assert given == DARK
    assert DARK.keys() == LIGHT.keys()


@THEMES
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_can_be_read_on_every_ground(theme: dict[str, str], verdict: str) -> None:
    colour = theme[verdict]
    grounds = [theme[ground] for ground in (*GROUNDS, f"{verdict}-wash")]
    assert min(contrast(colour, ground) for ground in grounds) >= 4.5
    assert contrast(theme["on-verdict"], colour) >= 4.5


@THEMES
def test_no_two_verdicts_have_the_same_grey(theme: dict[str, str]) -> None:
    pairs = combinations((theme[verdict] for verdict in VERDICTS), 2)
    assert min(contrast(one, other) for one, other in pairs) >= 1.1


@THEMES
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "accent-strong"])
def test_text_can_be_read_on_every_ground(theme: dict[str, str], text: str) -> None:
    grounds = [theme[ground] for ground in (*GROUNDS, "accent-wash")]
    assert min(contrast(theme[text], ground) for ground in grounds) >= 4.5


@THEMES
def test_buttons_edges_and_marked_words_can_be_seen(theme: dict[str, str]) -> None:
    assert contrast(theme["on-accent"], theme["accent"]) >= 4.5
    assert contrast(theme["on-accent"], theme["accent-strong"]) >= 4.5
    assert min(contrast(theme["edge"], theme[ground]) for ground in GROUNDS) >= 3
    assert min(contrast(theme["ink"], theme[ground]) for ground in ("added", "removed")) >= 7


@pytest.mark.parametrize("name", sorted(CSS.keys() - {"tokens.css", "print.css"}))
def test_colours_are_named_in_the_tokens_alone(name: str) -> None:
    # A code to be scanned stays on white in the dark, whatever the theme.
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", CSS[name])) <= {"#fff"}
    used = set(re.findall(r"var\(--([\w-]+)", CSS[name]))
    defined = set(re.findall(r"--([\w-]+):", "".join(CSS.values())))
    assert used <= defined


@pytest.mark.parametrize("name", sorted(CSS))
def test_lines_stand_far_enough_apart_for_stacked_marks(name: str) -> None:
    heights = re.findall(r"(?:line-height:|--leading[\w-]*:|font:[^;]*?/)\s*([\d.]+)\b", CSS[name])
    assert all(float(height) >= 1.5 for height in heights)


def test_a_public_page_loads_little() -> None:
    styles = "".join(CSS[name] for name in PUBLIC).encode()
    scripts = sum((STATIC / "js" / f"{name}.js").stat().st_size for name in ("theme", "fonts"))
    assert len(styles) <= 21_000
    assert len(gzip.compress(styles)) <= 6_000
    assert scripts <= 4_000


def test_fonts_are_what_the_script_builds_with_their_licence() -> None:
    assert list(build_fonts.stale(build_fonts.built())) == []
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts/OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", build_fonts.WEIGHTS)
def test_a_font_is_small_and_draws_all_of_vietnamese(weight: int) -> None:
    path = STATIC / f"fonts/be-vietnam-pro-{weight}.woff2"
    assert path.stat().st_size <= 25_000
    with TTFont(path) as font:
        drawn = font.getBestCmap()
    wanted = VIETNAMESE + VIETNAMESE.upper() + "0123456789.,:;!?–—“”‘’…()%/₫"
    assert [letter for letter in wanted if ord(letter) not in drawn] == []


def test_the_fallback_takes_the_room_that_the_script_measures() -> None:
    same = build_fonts.fallback_metrics(build_fonts.source("Regular"))
    assert same["size-adjust"] == pytest.approx(100)
    with TTFont(build_fonts.source("Regular")) as ours:
        assert same["ascent-override"] == pytest.approx(ours["hhea"].ascent / 10)
    assert CSS["tokens.css"].count("size-adjust:") == CSS["tokens.css"].count("ascent-override:")


def test_fonts_come_after_the_page_can_be_read() -> None:
    assert all("@font-face" not in CSS[name] for name in PUBLIC if name != "tokens.css")
    assert "url(" not in CSS["tokens.css"]
    assert CSS["fonts.css"].count("font-display: swap") == CSS["fonts.css"].count("@font-face")


@pytest.mark.parametrize("path", sorted((STATIC / "icons").glob("*.svg")), ids=lambda p: p.stem)
def test_an_icon_is_a_plain_drawing_of_one_size(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert root.attrib["viewBox"] == "0 0 20 20"
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "path", "circle", "rect"}


@pytest.mark.parametrize("path", sorted((STATIC / "js").glob("*.js")), ids=lambda p: p.stem)
def test_a_script_stands_alone_and_writes_no_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # A name with a hash in it is known to the page alone, which gives it as data.
    text = re.sub(r"\bimport\(\w+\.dataset\.\w+\)", "", text)
    assert not re.search(r"\b(import|eval|innerHTML|insertAdjacentHTML|document\.write)\b", text)
    assert text.startswith("// ")
    assert path.stat().st_size <= CHECKS_SIGNATURES.get(path.stem, 6_000)


def test_the_pages_name_only_files_that_exist() -> None:
    named = {
        found
        for page in (WEB / "templates").rglob("*.html")
        for found in re.findall(r'static "kiemtin/([^"]+)"', page.read_text(encoding="utf-8"))
    }
    assert named
    assert [name for name in sorted(named) if not (STATIC / name).is_file()] == []


def test_the_pages_use_only_classes_that_are_drawn() -> None:
    drawn = set(re.findall(r"\.([a-zA-Z][\w-]*)", "".join(CSS.values())))
    used = {
        name: page.name
        for page in (WEB / "templates").rglob("*.html")
        for given in re.findall(r'class="([^"{]*)"', page.read_text(encoding="utf-8"))
        for name in given.split()
    }
    assert {name: page for name, page in used.items() if name not in drawn} == {}


def test_an_empty_list_is_never_shown_without_its_words() -> None:
    included = [
        (page.name, given)
        for page in (WEB / "templates").rglob("*.html")
        for given in re.findall(r'"components/empty.html"(.*?)%}', page.read_text(encoding="utf-8"))
    ]
    assert included
    assert [one for one in included if "only" in one[1] and "title=" not in one[1]] == []
