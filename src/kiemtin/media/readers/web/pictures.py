"""Which addresses a picture on a page may be at, best first; the same for getting and showing."""

import re
from itertools import islice
from typing import Any

from kiemtin.media.readers.web.css import join

_LAZY = (
    *("data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src"),
    *("data-image", "data-img-src", "data-full-src", "data-hi-res-src"),
)
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_STEP = re.compile(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]{1,8})([wx]))?\s*(?:,|\Z)")
ENOUGH = 1600
"""Pixels across: wider ones of several forms are left, a reader sees no more."""


def candidates(image: Any, base: str) -> list[str]:
    """Return the addresses of an `img` in a tree of lxml, the one most worth having first."""
    found = lazy(image, base)
    # The tree of libxml2 lets an image stand inside the source before it.
    picture = next(islice(image.iterancestors("picture"), 1), None)
    for source in () if picture is None else picture.iter("source"):
        found += [*lazy(source, base), best(source.get("srcset"), base)]
    found += [best(image.get("srcset"), base), join(base, image.get("src") or "")]
    return list(dict.fromkeys(url for url in found if url))


def lazy(element: Any, base: str) -> list[str]:
    """Return the addresses that a script would have put in."""
    found = [best(element.get(name), base) for name in _LAZY_SETS]
    found += [join(base, element.get(name) or "") for name in _LAZY]
    return [url for url in found if url]


def best(srcset: str | None, base: str) -> str:
    """Return the largest form of a srcset up to ENOUGH pixels, else the smallest beyond."""
    if not srcset or srcset.lstrip()[:5].lower() == "data:":
        return ""
    forms = []
    for step in _STEP.finditer(srcset[:20_000]):
        try:
            size = float(step[2] or 1) * (1 if step[3] == "w" else 800)
        except ValueError:
            continue
        forms.append((size, step[1]))
    if not forms:
        return ""
    fitting = [form for form in forms if form[0] <= ENOUGH]
    return join(base, max(fitting)[1] if fitting else min(forms)[1])
