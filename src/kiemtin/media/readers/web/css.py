"""Read a style sheet for what it fetches, and write it so that it fetches nothing.

Each place is found by one pass over the text; nothing else of the style sheet is understood.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

_STRING = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_ADDRESS = rf"""url\(\s*(?:{_STRING}|[^"'()\s]*)\s*\)"""
_OLD = r"""(?:-webkit-)?image-set\s*\( | \bsrc\(\s*(?=["']) | expression\s*\( |
    behavior\s*: | -moz-binding\s*: | javascript\s*:"""
_FETCHED = rf"""
    (?P<comment>/\*.*?(?:\*/|\Z)) |
    (?P<import>@import\s*(?P<where>{_ADDRESS}|{_STRING})(?P<when>[^;{{}}"'<]{{0,300}})(?:;|\Z)) |
    (?P<url>{_ADDRESS}) |
    (?P<string>{_STRING})"""
_FLAGS = re.IGNORECASE | re.DOTALL | re.VERBOSE
_FOUND = re.compile(rf"{_FETCHED} | (?P<font>@font-face\b) | (?P<close>\}})", _FLAGS)
_TOKEN = re.compile(rf"{_FETCHED} | (?P<old>{_OLD}) | (?P<mark>[<\x00])", _FLAGS)
# A letter written as a number, or with a stroke before it: u\72l( is url(.
_LETTER = re.compile(r"\\(?:0{0,4}([46][1-9a-fA-F]|[57][0-9aA])(?![0-9a-fA-F])\s?|([g-zG-Z]))")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_FONTS = (".woff2", ".woff", ".ttf", ".otf")
_LAYER = re.compile(r"layer(?:\(([\w.-]+)\))?|supports\([^)]*\)", re.IGNORECASE)
_PLAIN = re.compile(r"[\w\s:(),.<>=/-]*")


@dataclass(frozen=True)
class Wanted:
    """An address that a style sheet fetches: `kind` is style, picture or font."""

    kind: str
    url: str


def references(css: str, base: str) -> list[Wanted]:
    """Return what a style sheet fetches, in order; of a font's forms the smallest one."""
    found: list[Wanted] = []
    face: list[str] | None = None
    for token in _FOUND.finditer(_spelled(css)):
        kind = token.lastgroup if token.lastgroup not in {"where", "when"} else "import"
        if token["import"]:
            found.append(Wanted("style", join(base, address(token["where"]))))
        elif kind == "font":
            face = []
        elif kind == "close" and face is not None:
            found += [Wanted("font", url) for url in _best(face)]
            face = None
        elif kind == "url":
            url = join(base, address(token["url"]))
            if face is None:
                found.append(Wanted("picture", url))
            else:
                face.append(url)
    return [one for one in found if one.url]


def rewrite(
    css: str, base: str, show: Callable[[str], str], sheet: Callable[[str], str | None]
) -> str:
    """Return the sheet with each address replaced by `show(url)` and each import by
    `sheet(url)`, which is a whole rewritten sheet or None. No `<` is left."""

    def say(token: re.Match[str]) -> str:
        if token["import"]:
            return _imported(sheet(join(base, address(token["where"]))), token["when"])
        if token["url"]:
            return f'url("{show(join(base, address(token["url"])))}")'
        if token["comment"]:
            return " "
        if token["old"]:
            return "x-" + token["old"]
        return token[0].replace("<", "\\3c ").replace("\x00", "")

    return _TOKEN.sub(say, _spelled(css))


def _spelled(css: str) -> str:
    return (
        _LETTER.sub(lambda found: found[2] or chr(int(found[1], 16)), css) if "\\" in css else css
    )


def address(said: str) -> str:
    """Return the address that `url(…)` or a string says, without escapes."""
    text = said.strip()
    if text[:4].lower() == "url(":
        text = text[4:-1].strip()
    if text[:1] in {'"', "'"}:
        text = text[1:-1]
    return _ESCAPE.sub(_letter, text).strip()


def join(base: str, url: str) -> str:
    """Return the whole address of http(s) or data:, without its fragment, or nothing."""
    if url[:5].lower() == "data:":
        return url
    try:
        joined = urljoin(base, url.strip())
    except ValueError:
        return ""
    joined = joined.partition("#")[0]
    is_web = joined[:8].lower().startswith(("http://", "https://"))
    return joined if url.strip() and not url.startswith("#") and is_web else ""


def _letter(found: re.Match[str]) -> str:
    if not found[1]:
        return "" if found[2] == "\n" else found[2]
    number = int(found[1], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _best(forms: list[str]) -> list[str]:
    for ending in _FONTS:
        for url in forms:
            if url.partition("?")[0].lower().endswith(ending):
                return [url]
    # An address without an ending is a form that the server chose.
    return [url for url in forms if not url.startswith("data:")][:1]


def _imported(sheet: str | None, when: str) -> str:
    if sheet is None:
        return " "
    layer = _LAYER.search(when)
    media = _LAYER.sub(" ", when).strip()
    if media and _PLAIN.fullmatch(media):
        sheet = f"@media {media} {{\n{sheet}\n}}"
    if layer and layer[0].lower().startswith("layer"):
        sheet = f"@layer {layer[1] or ''} {{\n{sheet}\n}}"
    return f"\n{sheet}\n"
