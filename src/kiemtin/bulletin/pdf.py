"""A page of PDF on which millimetres count from the upper left; the same input, the same bytes.

Fonts are embedded, and so are title, language and colour profile (as PDF/A asks); conformance to
PDF/A is not claimed, since nothing here checks it.
"""

import io
from functools import cache
from html import escape
from typing import Any

from PIL import ImageCms
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from kiemtin.bulletin.fitting import Placed
from kiemtin.bulletin.paper import HEAVY, PLAIN, STRONG, face
from kiemtin.bulletin.qr import MODULE_MM, matrix, runs
from kiemtin.bulletin.shapes import BOX, SHAPES

MM = 72 / 25.4
"""Points in a millimetre."""

_PROFILE_DATE = bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Page:
    """One page; sizes and places in millimetres, letters too."""

    def __init__(self, width: float, height: float, *, title: str, author: str, language: str):
        for weight in (PLAIN, STRONG, HEAVY):
            pdfmetrics.registerFont(face(weight))
        self._file, self._height = io.BytesIO(), height
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(width * MM, height * MM),
            invariant=1,
            pageCompression=1,
            lang=language,
            initialFontName=face(PLAIN).fontName,
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Kiểm Tin")
        _describe(self._canvas, title, author, language)

    def to_bytes(self) -> bytes:
        """Close the page and return the file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def box(self, x: float, y: float, wide: float, high: float, ink: str) -> None:
        """Fill a rectangle whose upper left corner is at x, y."""
        self._canvas.setFillColor(HexColor(ink))
        place = (x * MM, (self._height - y - high) * MM, wide * MM, high * MM)
        self._canvas.rect(*place, stroke=0, fill=1)

    def frame(self, place: tuple[float, float, float, float], thick: float, ink: str) -> None:
        """Draw the outline of a rectangle (left, top, width, height), wholly inside it."""
        x, y, wide, high = place
        self._canvas.setStrokeColor(HexColor(ink))
        self._canvas.setLineWidth(thick * MM)
        inner = (x + thick / 2, self._height - y - high + thick / 2, wide - thick, high - thick)
        self._canvas.rect(*(part * MM for part in inner), stroke=1, fill=0)

    def line(
        self, text: str, place: tuple[float, float], weight: int, size: float, ink: str
    ) -> None:
        """Write a text from the place on, whose y is the baseline."""
        self._canvas.setFillColor(HexColor(ink))
        self._canvas.setFont(face(weight).fontName, size * MM)
        self._canvas.drawString(place[0] * MM, (self._height - place[1]) * MM, text)

    def texts(self, x: float, y: float, placed: list[Placed]) -> None:
        """Write fitted texts into the frame whose upper left corner is at x, y."""
        for one in placed:
            for at, line in enumerate(one.lines):
                base = y + one.baseline(at)
                self.line(line, (x, base), one.text.weight, one.size, one.text.ink)

    def shape(self, name: str, x: float, y: float, side: float, ink: str) -> None:
        """Draw the shape of a verdict into a square."""
        shape, scale = SHAPES[name], side / BOX
        self._canvas.setStrokeColor(HexColor(ink))
        self._canvas.setFillColor(HexColor(ink))
        self._canvas.setLineWidth(shape.weight * scale * MM)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        for points, fill in [(one, 0) for one in shape.lines] + [(one, 1) for one in shape.areas]:
            path = self._canvas.beginPath()
            for at, (left, down) in enumerate(points):
                place = ((x + left * scale) * MM, (self._height - y - down * scale) * MM)
                (path.lineTo if at else path.moveTo)(*place)
            self._canvas.drawPath(path, stroke=1 - fill, fill=fill)

    def qr(self, text: str, x: float, y: float) -> None:
        """Draw a QR code with its first square at x, y; the white around it is the caller's."""
        self._canvas.setFillColor(HexColor("#000000"))
        path = self._canvas.beginPath()
        for left, down, length in runs(matrix(text)):
            corner = ((x + left * MODULE_MM) * MM, (self._height - y - (down + 1) * MODULE_MM) * MM)
            path.rect(*corner, length * MODULE_MM * MM, MODULE_MM * MM)
        self._canvas.drawPath(path, stroke=0, fill=1)


@cache
def _srgb() -> bytes:
    """The profile that Pillow makes, less the moment at which it does (ICC.1, header, 24 to 35)."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:24] + _PROFILE_DATE + made[36:]


def _describe(canvas: Any, title: str, author: str, language: str) -> None:
    catalog, document = canvas._doc.Catalog, canvas._doc
    said = _XMP.format(title=escape(title), author=escape(author), language=language).encode()
    catalog.Metadata = XMP(creator=lambda _: said)
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb())
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    # ReportLab writes only the entries of the catalog that it knows by name.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([document.Reference(intent)])
