"""A fact-check as a poster for a wall, A4 or A5: read at two or three metres, clear in black and
white, with a signed code that tells whether the sheet still holds.

The same content and code give the same bytes. Nothing is cut: letters shrink within bounds, then
explanations are left out whole, then the poster is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.fitting import CLOSE, Placed, Text, fit, spread
from kiemtin.bulletin.paper import HEAVY, INK, ON_VERDICT, PLAIN, SHEET, SOFT, STRONG, width
from kiemtin.bulletin.pdf import Page
from kiemtin.bulletin.qr import MODULE_MM, QUIET, matrix
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.sheet import Sheet, sheet


@dataclass(frozen=True)
class Paper:
    """Millimetres. Letters that are read at 3 m are 15 mm high, at 2 m 10 mm (1 in 200)."""

    wide: float
    high: float
    margin: float
    frame: float
    band: float
    head: tuple[float, float]
    second: tuple[float, float]
    said: tuple[float, float]
    notes: tuple[float, float]


PAPERS = MappingProxyType(
    {
        "A4": Paper(210, 297, 9, 2.2, 50, (21, 9.0), (10.5, 5.2), (7.5, 4.2), (5.0, 3.6)),
        "A5": Paper(148, 210, 7, 1.6, 35, (15, 6.6), (7.4, 3.7), (5.4, 3.0), (3.8, 2.8)),
    }
)
"""By size. Letters at their smallest are still those of a book held in the hand (A5: 8 pt)."""

LANGUAGE_TAGS = MappingProxyType({"vi": "vi-VN", "en": "en"})
_SPARE = ("why", "said", "changed", "second")
"""Least needed first. That a version corrects another stays in the words above the fact."""


def poster(
    content: Content,
    *,
    size: str = "A4",
    code: str = "",
    words: Mapping[str, str] | None = None,
    drill: bool = False,
) -> bytes:
    """Return the PDF. `code` is the address of the signed code, by default that of the page;
    `words` replace the fixed words by name, for a language other than Vietnamese and English (see
    sheet.WORDS); `drill` says on it that nothing is real.

    Raises ContentRefused (size, letters, empty, sheet).
    """
    if size not in PAPERS:
        raise ContentRefused("size", {"allowed": ", ".join(PAPERS), "got": size[:20]})
    paper, code = PAPERS[size], code or content.url
    told = sheet(content, words=words, drill=drill, signed="#" in code)
    tag = LANGUAGE_TAGS.get(content.language, content.language)
    page = Page(
        paper.wide,
        paper.high,
        title=told.title,
        author=content.desk_name,
        language=tag,
    )
    edge = paper.margin
    outline = (edge, edge, paper.wide - 2 * edge, paper.high - 2 * edge)
    page.frame(outline, paper.frame, told.ink)
    top = edge + _strip(page, paper, told.drill) + _band(page, paper, told)
    bottom = _foot(page, paper, told, code, size)
    _body(page, paper, told, (top, bottom), size)
    return page.to_bytes()


def _inner(paper: Paper) -> tuple[float, float]:
    """Left edge and width of the texts."""
    left = paper.margin + paper.frame + paper.wide * 0.03
    return left, paper.wide - 2 * left


def _strip(page: Page, paper: Paper, drill: str) -> float:
    """The words of a drill above all else; returns the room that they took."""
    if not drill:
        return 0.0
    high, left = paper.wide * 0.055, _inner(paper)[0]
    size = _wide_as(drill, HEAVY, high * 0.6, _inner(paper)[1])
    page.box(paper.margin, paper.margin, paper.wide - 2 * paper.margin, high, INK)
    base = paper.margin + high * 0.5 + size * 0.35
    page.line(drill, (left, base), HEAVY, size, ON_VERDICT)
    return high


def _band(page: Page, paper: Paper, told: Sheet) -> float:
    """Shape and word of the verdict on its colour; returns the room that they took."""
    high, (left, wide) = paper.band, _inner(paper)
    top = paper.margin + (paper.wide * 0.055 if told.drill else 0.0)
    page.box(paper.margin, top, paper.wide - 2 * paper.margin, high, told.ink)
    side = high * 0.66
    page.box(left, top + (high - side) / 2, side, side, SHEET)
    inset = side * 0.1
    page.shape(told.shape, left + inset, top + (high - side) / 2 + inset, side * 0.8, told.ink)
    at, room = left + side * 1.15, wide - side * 1.15
    label = _wide_as(told.label, STRONG, high * 0.135, room)
    page.line(told.label, (at, top + high * 0.24), STRONG, label, ON_VERDICT)
    # Capitals with two marks reach 1.1 of their size above the line, dots 0.2 below.
    word = _wide_as(told.word, HEAVY, high * 0.5, room)
    page.line(told.word, (at, top + high * 0.57 + word * 0.5), HEAVY, word, ON_VERDICT)
    return high


def _wide_as(text: str, weight: int, size: float, room: float) -> float:
    """The size, or the smaller one at which the text fits the room on one line."""
    return min(size, size * room / max(width(text, weight, size), 0.001))


def _foot(page: Page, paper: Paper, told: Sheet, code: str, size: str) -> float:
    """Where, until when, by whom, and the code; returns where it begins."""
    left, wide = _inner(paper)
    white = QUIET * MODULE_MM
    side = len(matrix(code)) * MODULE_MM
    bottom = paper.high - paper.margin - paper.frame - paper.wide * 0.02
    room = wide - side - 2 * white
    large, small = paper.notes
    texts = [Text("note", note, STRONG, large, small, INK, 0.0, CLOSE) for note in told.notes]
    texts.append(Text("scan", told.scan, PLAIN, large * 0.86, small * 0.9, INK, 0.5, CLOSE))
    texts.append(
        Text("page", _breakable(told.page), PLAIN, large * 0.86, small * 0.9, SOFT, 0.2, CLOSE)
    )
    placed = _fitted(texts, (room, paper.high * 0.24), size, ("page",))
    high = max(placed[-1].bottom, side + 2 * white)
    top = bottom - high
    page.box(left, top - paper.wide * 0.015, wide, 0.4, told.ink)
    page.texts(left, top, placed)
    page.qr(code, left + wide - side - white, top + (high - side) / 2)
    return top - paper.wide * 0.015


def _breakable(address: str) -> str:
    """The address on lines of its own after the host; a reader types it line by line."""
    host, slash, rest = address.partition("/")
    return f"{host}{slash}\n{rest}" if len(address) > 44 and rest else address


def _body(page: Page, paper: Paper, told: Sheet, frame: tuple[float, float], size: str) -> None:
    left, wide = _inner(paper)
    air = paper.wide * 0.028
    high = frame[1] - frame[0] - 2 * air
    placed = _fitted(_texts(paper, told), (wide, high), size, _SPARE)
    page.texts(left, frame[0] + air, spread(placed, high, paper.wide * 0.05))


def _texts(paper: Paper, told: Sheet) -> list[Text]:
    label = (paper.second[0] * 0.62, paper.second[1] * 0.8)
    return [
        Text("changed", told.changed, STRONG, *paper.said, told.ink, 0.0, CLOSE),
        Text("head", told.head_label, STRONG, *label, told.ink, 0.8),
        Text("head", told.head, HEAVY, *paper.head, INK, balanced=True),
        Text("second", told.second_label, STRONG, *label, told.ink, 1.0),
        Text("second", told.second, STRONG, *paper.second, INK, 0.0, CLOSE),
        Text("said", told.said, PLAIN, *paper.said, SOFT, 0.9, CLOSE),
        Text("why", told.why, PLAIN, *paper.said, INK, 0.5, CLOSE),
    ]


def _fitted(
    texts: list[Text], frame: tuple[float, float], size: str, spare: tuple[str, ...]
) -> list[Placed]:
    placed = fit(texts, *frame, width, spare)
    if placed is None:
        raise ContentRefused("sheet", {"size": size})
    return placed
