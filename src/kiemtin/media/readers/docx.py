"""A Word document's words as its readers and its writers see them, its facts, and what it loads.

Deleted, inserted and hidden words are marked as such. Nothing outside is fetched.
"""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers import markup, wrapped
from kiemtin.media.readers.members import MIB, opened, part

PART = 16 * MIB
"""Bytes of one part: a book's text has three; its tree takes five to ten times as much memory."""

_WORD = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\d*\.xml", re.IGNORECASE
)
_ORDER = ("document", "header", "footer", "footnotes", "endnotes", "comments")
_SKIPPED = {"Fallback", "instrText", "delInstrText", "pPr", "sectPr"}
_MARKED = {"del": "đã xóa", "moveFrom": "đã xóa", "ins": "đã thêm", "moveTo": "đã thêm"}
_CORE = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "description": "description",
    "language": "language",
    "lastModifiedBy": "changed_by",
    "revision": "revision",
    "created": "created",
    "modified": "changed",
}
_APP = {"Application": "program", "Company": "company", "Template": "template"}
Warnings = list[tuple[str, dict[str, object]]]


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return text, facts and warnings; raises Refused (program, bomb, password, broken)."""
    if data[:4] != b"PK\x03\x04":
        raise Refused("broken")
    with opened(data) as archive:
        if wrapped.CONTENT_TYPES not in archive.namelist() or not wrapped.is_document(archive):
            raise Refused("broken")
        words = Words(int(str(settings["most"])))
        for name in _parts(archive):
            words.take(markup.tree(part(archive, name, PART)))
        facts = [*_facts(archive, "docProps/core.xml", _CORE)]
        facts += _facts(archive, "docProps/app.xml", _APP)
        warnings = [*words.warnings(), *_outside(archive), *_inside(archive)]
    return {"text": words.text(), "facts": facts, "warnings": warnings}, b""


def warm() -> None:
    """Load what is loaded lazily."""
    wrapped.warm()


class Words:
    """Collects the words of the parts; `most` characters at most."""

    def __init__(self, most: int) -> None:
        self._said: list[str] = []
        self._left, self._tracked, self._hidden = most, 0, False

    def take(self, element: etree._Element) -> None:
        """Take the words of an element and of all in it."""
        name = _local(element)
        if name in _SKIPPED or self._left <= 0:
            return
        if name in _MARKED and len(element):
            self._tracked += 1
            self._enclose(_MARKED[name], element)
        elif name == "r" and _is_hidden(element):
            self._hidden = True
            self._enclose("chữ ẩn", element)
        else:
            self._plain(name, element)

    def _plain(self, name: str, element: etree._Element) -> None:
        if name in ("t", "delText"):
            self._say(element.text or "")
        elif before := {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name):
            self._say(before)
        for child in element:
            self.take(child)
        if after := {"p": "\n", "tc": " | ", "tr": "\n"}.get(name):
            self._say(after)

    def _enclose(self, what: str, element: etree._Element) -> None:
        self._say(f"[{what}: ")
        for child in element:
            self.take(child)
        self._say("]")

    def _say(self, text: str) -> None:
        self._said.append(text[: max(0, self._left)])
        self._left -= len(text)

    def text(self) -> str:
        """Return all words; a cell of a table stands on one line."""
        joined = re.sub(r"\n \| ", " | ", "".join(self._said))
        return re.sub(r" \| \n", "\n", re.sub(r"\n{3,}", "\n\n", joined)).strip()

    def warnings(self) -> Warnings:
        """Return what to notice about them."""
        said: Warnings = []
        if self._tracked:
            said.append(("tracked", {"count": self._tracked}))
        if self._hidden:
            said.append(("hidden_text", {}))
        if not self.text():
            said.append(("no_text", {}))
        return said


def _local(element: etree._Element) -> str:
    # Comments and processing instructions have a function for a name.
    return etree.QName(element).localname if isinstance(element.tag, str) else "Fallback"


def _is_hidden(run: etree._Element) -> bool:
    for child in run:
        if _local(child) == "rPr":
            values = [_values(one) for one in child if _local(one) == "vanish"]
            return any(value not in {"0", "false", "off"} for value in values)
    return False


def _values(element: etree._Element) -> str:
    return str(next(iter(element.attrib.values()), ""))


def _parts(archive: ZipFile) -> Iterator[str]:
    def place(name: str) -> tuple[int, str]:
        kind = re.split(r"[\d.]", name.lower().removeprefix("word/"))[0]
        return _ORDER.index(kind), name

    names = [name for name in archive.namelist() if _WORD.fullmatch(name)]
    if not any("document" in name.lower() for name in names):
        raise Refused("broken")
    yield from sorted(names, key=place)[:50]


def _facts(archive: ZipFile, name: str, codes: dict[str, str]) -> Iterator[tuple[str, str]]:
    if name not in archive.namelist():
        return
    for element in markup.tree(part(archive, name, MIB)):
        code, value = codes.get(_local(element)), (element.text or "").strip()
        if code and value:
            yield code, value[:1000]


def _outside(archive: ZipFile) -> Warnings:
    """What Word would load from elsewhere when the document is opened: links to click are no such.

    ECMA-376 part 2, 9.3: relationships with TargetMode External.
    """
    kinds = [
        str(relation.get("Type", "")).rpartition("/")[2]
        for name in archive.namelist()
        if name.lower().endswith(".rels")
        for relation in markup.tree(part(archive, name, MIB))
        if str(relation.get("TargetMode", "")).lower() == "external"
    ]
    loaded = [kind for kind in kinds if kind not in ("hyperlink", "attachedTemplate")]
    said: Warnings = []
    if "attachedTemplate" in kinds:
        said.append(("outside_template", {}))
    if loaded:
        said.append(("outside_links", {"count": len(loaded)}))
    return said


def _inside(archive: ZipFile) -> Warnings:
    names = [name.lower() for name in archive.namelist()]
    said: Warnings = []
    if any(name.startswith(("word/embeddings/", "word/afchunk")) for name in names):
        said.append(("embedded", {}))
    if "word/comments.xml" in names:
        said.append(("comments", {}))
    return said
