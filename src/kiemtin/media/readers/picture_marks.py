"""What XMP in a picture says: programs, dates, how it was made; and the names to look out for."""

from collections.abc import Iterator

from lxml import etree

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import markup

MAX_BYTES = 1_000_000
EDITORS = (
    *("photoshop", "gimp", "lightroom", "snapseed", "canva", "picsart", "facetune", "meitu"),
    *("affinity", "pixelmator", "paint.net", "pixlr", "faceapp", "beautyplus", "vsco", "krita"),
)
"""Programs that change what a picture shows; a phone's own camera program is not among them."""

BY_MACHINE = frozenset(
    {"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia"}
)
"""Of IPTC's kinds of digital source, those made by a model, wholly or in part."""

_CODES = {
    "CreatorTool": "program",
    "CreateDate": "created",
    "ModifyDate": "changed",
    "DateCreated": "taken",
    "City": "place",
    "Country": "place",
    "Location": "place",
    "Credit": "credit",
    "Source": "credit",
}


def described(xmp: object) -> Iterator[tuple[str, str]]:
    """Yield facts from a packet of XMP, nothing from one that cannot be read."""
    data = xmp.encode() if isinstance(xmp, str) else xmp
    if not isinstance(data, bytes) or not data or len(data) > MAX_BYTES:
        return
    try:
        root = markup.tree(data.strip(b"\x00 \r\n\t"))
    except Refused:
        return
    steps = 0
    for name, value in _pairs(root):
        if name == "DigitalSourceType":
            yield "made_how", value.rpartition("/")[2][:80]
        elif name == "action":
            steps += 1
        elif code := _CODES.get(name):
            yield code, value[:500]
    if steps:
        yield "edits", str(steps)


def _pairs(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Every property, whether it is written as an attribute or as an element."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            yield etree.QName(str(name)).localname, str(value).strip()
        if (text := (element.text or "").strip()) and not len(element):
            yield etree.QName(element).localname, text
