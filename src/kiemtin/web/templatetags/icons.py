"""Drawings of static/kiemtin/icons as inline SVG: a verdict's shape needs no second request.

The files are the project's own drawings; a page never names a file, only an icon.
"""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString

# The drawing holds without a style sheet: size, line and colour are attributes.
SVG = (
    '<svg class="icon" width="20" height="20" viewBox="0 0 20 20" fill="none"'
    ' stroke="currentColor" stroke-width="2" {}>{}</svg>'
)
HIDDEN = SafeString('aria-hidden="true"')
FOLDER = Path(__file__).parents[1] / "static/kiemtin/icons"


@cache
def strokes(name: str) -> str:
    """Give what stands inside the `<svg>` of one icon.

    Raises:
        LookupError: no icon has that name; the message lists those that exist.
    """
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.svg")))
        raise LookupError(f"no icon is called {name!r}; there are {known}")
    drawing = path.read_text(encoding="utf-8")
    return re.sub(r"^<svg[^>]*>|</svg>\s*$", "", drawing)


def icon(name: str, label: str = "") -> SafeString:
    """Give an icon as inline SVG; hidden from screen readers unless it carries a `label`."""
    head = format_html('role="img" aria-label="{}"', label) if label else HIDDEN
    return format_html(SVG, head, SafeString(strokes(name)))  # our own file, see FOLDER
