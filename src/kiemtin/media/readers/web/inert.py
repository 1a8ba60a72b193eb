"""Which elements and attributes of a page are shown, and what the others become.

An allow list: what is not named here does not reach the reader's browser. Nothing that runs,
fetches, sends or leads away is named.
"""

import re

from kiemtin.text.words import words

GONE = words(
    """script noframes noembed template base meta link title head style xmp plaintext listing
    frameset frame portal math annotation-xml foreignobject desc metadata
    animate animatetransform animatemotion set handler filter"""
)
"""Left out with all that they contain."""

OUTSIDE = words("iframe object embed video audio canvas applet fencedframe")
"""Left out, but a box says so: a reader must know that something stood there."""

EMPTY = words("br hr img input wbr col")

_HTML = words(
    """a abbr acronym address article aside b bdi bdo big blockquote body br button caption center
    cite code col colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption
    figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li
    main mark menu meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp
    search section select small span strike strong sub summary sup table tbody td textarea tfoot
    th thead time tr tt u ul var wbr"""
)
_DRAWING = words(
    """svg g path rect circle ellipse line polyline polygon text tspan defs symbol use
    lineargradient radialgradient stop clippath mask pattern"""
)
_EVERYWHERE = words(
    """class id dir lang title role alt width height align valign bgcolor color face size border
    cellpadding cellspacing colspan rowspan span start reversed type value placeholder open hidden
    checked selected multiple label datetime cite rows cols min max low high optimum nowrap
    aria-label aria-hidden aria-expanded clear scope summary"""
)
_DRAWN = _EVERYWHERE | words(
    """d x y x1 y1 x2 y2 cx cy r rx ry points transform viewbox preserveaspectratio fill
    fill-rule fill-opacity clip-rule clip-path stroke stroke-width stroke-linecap stroke-linejoin
    stroke-dasharray stroke-miterlimit stroke-opacity opacity offset stop-color stop-opacity
    gradientunits gradienttransform patternunits font-size font-family font-weight text-anchor
    dx dy pathlength"""
)
_TYPES = {"checkbox", "radio", "submit", "button", "reset", "range"}
_PART = re.compile(r"#[\w:.-]+")
_LOCAL = re.compile(r"url\(\s*#[\w-]+\s*\)")
# What XML 1.0 leaves out; HTML parsers disagree about them.
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def shown_as(tag: str, in_drawing: bool) -> str | None:
    """Return what an element is shown as, or None for its content alone."""
    if in_drawing:
        return tag if tag in _DRAWING else None
    if tag == "svg" or tag in _HTML:
        return tag
    return "div" if tag in {"form", "marquee", "slot"} else None


def attributes(tag: str, given: dict[str, str], in_drawing: bool) -> dict[str, str]:
    """Return the attributes that are shown as they stand."""
    allowed = _DRAWN if in_drawing or tag == "svg" else _EVERYWHERE
    kept = {name: plain(value) for name, value in given.items() if name in allowed}
    if in_drawing or tag == "svg":
        kept = {name: value for name, value in kept.items() if _stays(name, value)}
        if tag == "use" and (part := given.get("href") or given.get("xlink:href")):
            kept |= {"href": part} if _PART.fullmatch(part) else {}
    if tag == "input":
        kind = kept.get("type", "").lower()
        kept["type"] = kind if kind in _TYPES else "text"
        kept["disabled"] = ""
    if tag in {"button", "select", "textarea"}:
        kept["disabled"] = ""
        kept.pop("type", None)
        if tag == "button":
            kept["type"] = "button"
    return kept


def _stays(name: str, value: str) -> bool:
    """fill="url(https://…)" would fetch, url(#a) names a part of the drawing."""
    if "(" not in value or name in {"transform", "gradienttransform"}:
        return True
    return bool(_LOCAL.fullmatch(value)) or value.startswith(("rgb", "hsl"))


def link(given: dict[str, str], whole: str) -> dict[str, str]:
    """Return the attributes of a link that leads nowhere: its address can be seen, not followed."""
    said = (given.get("href") or "").strip()
    if _PART.fullmatch(said):
        return {"href": said}
    if not said:
        return {}
    title = given.get("title") or ""
    return {"data-href": plain(whole), "title": plain(f"{title} {whole}".strip())}


def plain(text: str) -> str:
    """Return text without letters that parsers disagree about."""
    return _ODD.sub("", text)
