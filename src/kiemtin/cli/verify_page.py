"""`kiemtin verify` of a saved page: that it says what the desk signed for this version.

What a browser shows can hide or add words; so the signed words are printed, to be compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import ClassVar

from kiemtin.bulletin.verdicts import VERDICTS
from kiemtin.cli.say import out, sentence
from kiemtin.cli.verify_proof import prove
from kiemtin.cli.verify_words import LIMIT, RIGHT
from kiemtin.record.keys import VerifierKey
from kiemtin.refusal import Refusal, Say

STARTS = (b"<!doctype html", b"<html")
UNSEEN = {"script", "style", "template", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEAD_OF_PAGE = "verdict--l"
"""The class of the verdict that stands at the head of a fact-check's page."""

TEXTS = ("claim", "fact", "said", "why", "todo", "what_was_wrong")
SAYS = Say(
    "trang có đủ những chữ đã ký ở trên, và đúng kết luận đã ký",
    "the page has all the signed words above, and the signed verdict",
)
COMPARE = Say(
    "Trang có thể thêm hoặc giấu chữ khi hiện ra: hãy so với những chữ đã ký in ở trên.",
    "A page can add or hide words when it is shown: compare it with the signed words above.",
)


class PageRefused(Refusal):
    """A page does not say what the desk signed."""

    sentences: ClassVar = {
        "needs_proof": Say(
            "Trang nói về một mục trong nhật ký: hãy tải tệp .tlog-proof có liên kết ở cuối trang, "
            "rồi thêm --proof TỆP.",
            "A page is about an entry of the log: fetch the .tlog-proof that is linked at its end, "
            "and add --proof FILE.",
        ),
        "no_content": Say(
            "Bằng chứng này không kèm chữ đã công bố (không phải của một bài, hoặc đã xoá), nên "
            "không so với trang được.",
            "This proof does not carry published text (it is of no fact-check, or was erased), so "
            "the page cannot be compared.",
        ),
        "text_missing": Say(
            "Trang thiếu hoặc đã sửa phần {name} mà bàn đã ký. Đừng tin bản này.",
            "The page lacks or alters the part {name} that the desk signed. Do not trust this "
            "copy.",
        ),
        "verdict_differs": Say(
            "Bàn đã ký kết luận “{expected}”, nhưng trang ghi “{got}”. Đừng tin bản này.",
            "The desk signed the verdict “{expected}”, but the page says “{got}”. Do not trust "
            "this copy.",
        ),
    }


def is_page(data: bytes) -> bool:
    """Whether the bytes are of a page in HTML."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower().startswith(STARTS)


def check_page(
    data: bytes, proof: bytes | None, keys: Sequence[VerifierKey], origin: str | None
) -> list[Refusal]:
    """Say what holds of a page with its proof, and return what does not.

    Raises RecordRefused, ProofRefused, PageRefused where nothing can be compared.
    """
    if proof is None:
        raise PageRefused("needs_proof")
    content = prove(proof, keys, origin).content
    if content is None:
        raise PageRefused("no_content")
    found = list(_differences(data.decode(errors="replace"), content))
    if not found:
        out(RIGHT, what=sentence(SAYS))
    out(LIMIT, what=sentence(COMPARE))
    return found


def _differences(html: str, content: Mapping[str, object]) -> Iterator[Refusal]:
    page = Page(html)
    for name in TEXTS:
        if _plain(str(content.get(name) or "")) not in page.text:
            yield PageRefused("text_missing", {"name": name})
    words = {code: {verdict.vi.lower(), verdict.en.lower()} for code, verdict in VERDICTS.items()}
    signed = str(content.get("verdict"))
    if page.verdict.lower() not in words.get(signed, set()):
        expected = VERDICTS[signed].vi if signed in VERDICTS else signed[:40]
        yield PageRefused("verdict_differs", {"expected": expected, "got": page.verdict[:40]})


def _plain(text: str) -> str:
    return " ".join(text.split())


class Page(HTMLParser):
    """The words of a page that a browser shows, with single spaces, and its verdict."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._unseen: list[str] = []
        self._inside: list[str] = []
        self._said: list[str] = []
        self._verdict: list[str] = []
        self.feed(html)
        self.close()
        self.text = _plain("".join(self._said))
        self.verdict = _plain(" ".join(self._verdict))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is not shown, and where the verdict stands."""
        if tag in VOID:
            self._said.append(" ")
            return
        given = dict(attrs)
        if self._unseen or tag in UNSEEN or "hidden" in given:
            self._unseen.append(tag)
        elif self._inside or HEAD_OF_PAGE in (given.get("class") or "").split():
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Come out of what was opened last."""
        for open_tags in (self._unseen, self._inside):
            if tag in open_tags:
                del open_tags[len(open_tags) - 1 - open_tags[::-1].index(tag) :]
                return

    def handle_data(self, data: str) -> None:
        """Take the words that are shown."""
        if self._unseen:
            return
        self._said.append(data)
        if self._inside and not self._verdict:
            self._verdict += [data] if data.strip() else []
