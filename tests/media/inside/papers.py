"""Documents made for the tests: honest ones, and ones built to do harm."""

import io
import zipfile
from collections.abc import Mapping

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://x.example/{kind}" Target="{target}" TargetMode="External"/>'
    "</Relationships>"
)
CORE = (
    '<p:coreProperties xmlns:p="a" xmlns:d="b"><d:title>Bản tin lũ</d:title>'
    "<d:creator>Người Viết</d:creator><p:created>2026-11-02T08:00:00Z</p:created>"
    "</p:coreProperties>"
)


def pdf(*pages: str, password: str | None = None, script: str = "", info: bool = False) -> bytes:
    """A PDF with one page for each text, in Latin letters."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(200, 200)
        drawn = DecodedStreamObject()
        drawn.set_data(f"BT /F 12 Tf 9 99 Td ({text}) Tj ET".encode())
        fonts = DictionaryObject({NameObject("/F"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(drawn)
    if script:
        act = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(script)}
        bare = {NameObject(name): value for name, value in act.items()}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(bare)
    if info:
        writer.add_metadata({"/Title": "Thông báo", "/CreationDate": "D:20261102083000+07'00'"})
    if password is not None:
        writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def parts(body: str = "<w:p><w:r><w:t>Xin chào</w:t></w:r></w:p>") -> dict[str, str | bytes]:
    """The parts of a small Word document with this body."""
    return {
        "[Content_Types].xml": TYPES.format(main=MAIN),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }


def docx(body: str = "<w:p><w:r><w:t>Xin chào</w:t></w:r></w:p>", **more: str) -> bytes:
    """A Word document with this body; `more` parts by what they are: core, relations."""
    made = parts(body)
    named = {"core": "docProps/core.xml", "relations": "word/_rels/settings.xml.rels"}
    return packed(made | {named[name]: text for name, text in more.items()})


def wacz() -> bytes:
    """An archived page as its members."""
    return packed({"datapackage.json": "{}", "archive/data.warc.gz": b"\x1f\x8b\x08"})
