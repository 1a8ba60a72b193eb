"""A fact-check as a picture to pass on, square or tall: the verdict, the fact, the desk.

Where there is a false picture it stands reduced, with the verdict stamped across. The same content
and picture give the same bytes, at most 200 KB.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from PIL import Image, ImageOps

from kiemtin.bulletin.canvas import Canvas, png
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.fitting import CLOSE, Text, fit, spread
from kiemtin.bulletin.paper import HEAVY, INK, ON_VERDICT, PLAIN, SHEET, SOFT, STRONG, width
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.sheet import Sheet, sheet
from kiemtin.bulletin.stamp import opened, stamp, stamped

MAX_BYTES = 200_000


@dataclass(frozen=True)
class Size:
    """Pixels. `clear` is left free above and below, where a phone's story shows its own buttons."""

    wide: int
    high: int
    clear: int
    band: int
    picture: int
    head: tuple[float, float]
    second: tuple[float, float]
    said: tuple[float, float]


SIZES = MappingProxyType(
    {
        "square": Size(1080, 1080, 0, 200, 370, (92, 36), (50, 28), (36, 26)),
        "story": Size(1080, 1920, 130, 290, 640, (112, 46), (62, 34), (44, 30)),
    }
)
LEFT = 64
GROUND = "#2a2c33"
_NOTES = (30, 22)
_PLAIN_COLOURS = 128
_NO_BREAK = "\u00a0"
_ROUNDED = 1.03
_SPARE = ("why", "said", "changed", "second")
"""Least needed first. That a version corrects another stays in the words above the fact."""
# Colours and how much coarser the picture becomes, until the file is small enough.
_RUNGS = ((256, 1), (128, 2), (64, 3), (32, 5), (16, 12))


def card(
    content: Content,
    *,
    size: str = "square",
    picture: bytes | None = None,
    words: Mapping[str, str] | None = None,
    drill: bool = False,
) -> bytes:
    """Return the PNG. `picture` is a JPEG, PNG or WebP that kiemtin.media.picture has cleaned; a
    withdrawal shows none. `words` and `drill` as for a poster.

    Raises ContentRefused (size, letters, empty, sheet, picture).
    """
    if size not in SIZES:
        raise ContentRefused("size", {"allowed": ", ".join(SIZES), "got": size[:20]})
    form, told = SIZES[size], sheet(content, words=words, drill=drill)
    shown = opened(picture) if picture and not content.withdrawn else None
    drawn, top = _drawn(form, told, form.picture if shown else 0, size)
    if shown is None:
        return png(drawn, _PLAIN_COLOURS)
    whole = ImageOps.contain(shown, (form.wide, form.picture), Image.Resampling.LANCZOS)
    left, layer = (form.wide - whole.width) // 2, stamp(whole.size, told.word, told.ink)
    above = top + (form.picture - whole.height) // 2
    data = b""
    for colours, coarse in _RUNGS:
        drawn.paste(stamped(_coarser(whole, coarse), layer), (left, above))
        data = png(drawn, colours, many=True)
        if len(data) <= MAX_BYTES:
            break
    return data


def _drawn(form: Size, told: Sheet, picture: int, size: str) -> tuple[Image.Image, int]:
    """All but the picture, and where that begins; it is `picture` pixels high."""
    canvas = Canvas(form.wide, form.high)
    top = _band(canvas, form, told)
    canvas.box(0, top, form.wide, max(picture, 1), GROUND if picture else SHEET)
    bottom = _foot(canvas, form, told, size)
    begin = top + picture
    high = bottom - begin - 48
    placed = fit(_texts(form, told), form.wide - 2 * LEFT, high, _width, _SPARE)
    if placed is None:
        raise ContentRefused("sheet", {"size": size})
    canvas.texts(LEFT, begin + 26, spread(placed, high, form.high * 0.04))
    return canvas.image, top


def _width(text: str, weight: int, size: float) -> float:
    """A little more than the letters measure: in pixels each takes a whole number of them."""
    return width(text, weight, size) * _ROUNDED


def _band(canvas: Canvas, form: Size, told: Sheet) -> int:
    """Shape and word of the verdict, below the words of a drill; returns where they end."""
    top = form.clear
    canvas.box(0, 0, form.wide, top + form.band, told.ink)
    if told.drill:
        canvas.box(0, top, form.wide, 64, INK)
        canvas.line(
            told.drill, (LEFT, top + 44), HEAVY, _as_wide(told.drill, HEAVY, 34), ON_VERDICT
        )
        top += 64
        canvas.box(0, top, form.wide, form.band, told.ink)
    side = form.band * 0.66
    at, above = LEFT + side * 1.18, top + (form.band - side) / 2
    canvas.box(LEFT, round(above), round(side), round(side), SHEET)
    canvas.shape(told.shape, LEFT + side * 0.1, above + side * 0.1, side * 0.8, told.ink)
    room = form.wide - LEFT - at
    label = _as_wide(told.label, STRONG, form.band * 0.15, room)
    canvas.line(told.label, (at, top + form.band * 0.26), STRONG, label, ON_VERDICT)
    word = _as_wide(told.word, HEAVY, form.band * 0.5, room)
    canvas.line(told.word, (at, top + form.band * 0.58 + word * 0.5), HEAVY, word, ON_VERDICT)
    return top + form.band


def _as_wide(text: str, weight: int, size: float, room: float = 1080 - 2 * LEFT) -> float:
    """The size, or the smaller one at which the text fits the room on one line."""
    return min(size, size * room / max(_width(text, weight, size), 1))


def _coarser(picture: Image.Image, coarse: int) -> Image.Image:
    """The picture in larger squares, where the file would be too large."""
    few = (max(1, picture.width // coarse), max(1, picture.height // coarse))
    small = picture.resize(few, Image.Resampling.BOX)
    return small.resize(picture.size, Image.Resampling.NEAREST) if coarse > 1 else picture


def _foot(canvas: Canvas, form: Size, told: Sheet, size: str) -> float:
    """Where, until when, by whom, at which address; returns where it begins."""
    texts = [
        Text("note", _together(told.notes, form.wide - 2 * LEFT), STRONG, *_NOTES, INK, 0.0, CLOSE)
    ]
    texts.append(Text("page", told.page, PLAIN, *_NOTES, SOFT, 0.0, CLOSE))
    placed = fit(texts, form.wide - 2 * LEFT, form.high * 0.16, _width, ("page",))
    if placed is None:
        raise ContentRefused("sheet", {"size": size})
    top = form.high - form.clear - 26 - placed[-1].bottom
    canvas.box(LEFT, round(top - 14), form.wide - 2 * LEFT, 3, told.ink)
    canvas.texts(LEFT, top, [replace(one, lines=_ended(one.lines)) for one in placed])
    if form.clear:
        canvas.box(0, form.high - form.clear // 3, form.wide, form.clear // 3, told.ink)
    return top - 14


def _together(notes: tuple[str, ...], room: float) -> str:
    """The notes one after another, broken between two of them where each fits a line."""
    joined = [f"{note} ·" for note in notes[:-1]] + [notes[-1]]
    return " ".join(
        note.replace(" ", _NO_BREAK) if _width(note, STRONG, _NOTES[0]) <= room else note
        for note in joined
    )


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.rstrip(f" {_NO_BREAK}·") for line in lines)


def _texts(form: Size, told: Sheet) -> list[Text]:
    label = (form.second[0] * 0.66, form.second[1] * 0.8)
    return [
        Text("changed", told.changed, STRONG, *form.said, told.ink, 0.0, CLOSE),
        Text("head", told.head_label, STRONG, *label, told.ink, 0.6),
        Text("head", told.head, HEAVY, *form.head, INK, balanced=True),
        Text("second", told.second_label, STRONG, *label, told.ink, 0.8),
        Text("second", told.second, STRONG, *form.second, INK, 0.0, CLOSE),
        Text("said", told.said, PLAIN, *form.said, SOFT, 0.7, CLOSE),
        Text("why", told.why, PLAIN, *form.said, INK, 0.5, CLOSE),
    ]
