"""What one detector alone sees on a page."""

from collections.abc import Callable, Iterable

from kiemtin.text.canonical import canonical
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span


def seen(detector: Callable[[Page], Iterable[Span]], text: str) -> list[tuple[str | None, str]]:
    """Kind and value of each span that a detector finds in the canonical form of `text`."""
    page = Page(canonical(text))
    return [(kind, page.text[start:end]) for kind, start, end in detector(page)]
