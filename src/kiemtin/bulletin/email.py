"""A fact-check as e-mail: the same words as plain text and as a page of its own.

Nothing is loaded from anywhere, so that opening it tells nobody; everything is escaped; the
verdict is a word with its sign. Why it came and how to end it stand at the foot.
"""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from kiemtin.bulletin.content import Content, Evidence
from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.email_style import DARK, STYLE
from kiemtin.bulletin.phrases import phrase
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.short_text import named_lines, rumour_told
from kiemtin.refusal import Say

LINE: Final = 78
"""Characters of a line of plain text: RFC 5322, 2.1.1."""

SUBJECT: Final = 140
"""Characters of the subject, cut between words; most programs show fewer."""

_WEB: Final = re.compile(r"https?://[^\s/]+\S*")
_WORDS: Final = {
    "verdict": Say("Kết luận về tin đồn", "Verdict on the rumour"),
    "said": Say("Có tin đồn rằng", "A rumour says"),
    "why": Say("Vì sao", "Why"),
    "todo": Say("Nên làm", "What to do"),
    "evidence": Say("Bằng chứng", "Evidence"),
    "open": Say("Mở trang đầy đủ, bằng chứng và phản hồi", "Open the full page"),
    "because": Say(
        "Bạn nhận thư này vì đã đăng ký hoặc đã hỏi {desk}.",
        "You get this because you subscribed to or asked {desk}.",
    ),
    "leave": Say("Thôi nhận thư", "Stop these letters"),
    "not_asked": Say(
        "Không đúng điều bạn hỏi, hoặc xem lại câu trả lời",
        "Not what you asked, or to see the answer again",
    ),
}


@dataclass(frozen=True)
class Mail:
    """One letter: the subject in one line, plain text, and the same as HTML."""

    subject: str
    text: str
    html: str


def mail(
    content: Content, leave_url: str = "", *, receipt_url: str = "", drill: bool = False
) -> Mail:
    """Return the letter; `leave_url` ends the subscription, "" for whoever only asked, who says by
    `receipt_url` that it is no answer; a `drill` is called one in the subject and above everything.

    Raises ContentRefused (url) when one is no web address.
    """
    ways = {"leave": leave_url, "not_asked": receipt_url}
    for name, url in ways.items():
        if url and not _WEB.fullmatch(url):
            raise ContentRefused("url", {"field": name})
    given = {name: url for name, url in ways.items() if url}
    made = Mail(_subject(content), _text(content, given), _html(content, given))
    return _in_drill(made, content.language) if drill else made


def _in_drill(made: Mail, language: str) -> Mail:
    """Says first in every part that nothing of it is real."""
    words = phrase("drill", language)
    subject = phrase("title_drill", language, text=made.subject)
    strip = _element("p", "drill", words)
    html = made.html.replace('<div class="sheet"', f'{strip}\n<div class="sheet"', 1)
    return Mail(_shortened(subject), f"{words}\n\n{made.text}", html)


def _word(name: str, content: Content, **values: object) -> str:
    said = _WORDS[name]
    return (said.en if content.language == "en" else said.vi).format(**values)


def _subject(content: Content) -> str:
    about = one_line(content.claim if content.withdrawn else content.fact)
    title = phrase(f"title_{content.kind}", content.language, text=about)
    return _shortened(title)


def _shortened(title: str) -> str:
    return textwrap.shorten(_printable(title), SUBJECT, placeholder="…") or "…"


def _printable(text: str) -> str:
    """Without control characters, which no header and no page may hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _text(content: Content, ways: Mapping[str, str]) -> str:
    blocks = [line for line in named_lines(content).values() if line]
    pieces = [] if content.withdrawn else [_piece(piece) for piece in content.evidence if piece.url]
    if pieces:
        blocks.insert(len(blocks) - 1, "\n".join([f"{_word('evidence', content)}:", *pieces]))
    blocks.append("\n".join(["--", _because(content)]))
    blocks += [f"{_word(name, content)}: {url}" for name, url in ways.items()]
    return "\n\n".join(_wrapped(block) for block in blocks) + "\n"


def _piece(piece: Evidence) -> str:
    return f"- {one_line(piece.source)}: {one_line(piece.title)} {piece.url}"


def _because(content: Content) -> str:
    return _word("because", content, desk=one_line(content.desk_name))


def _wrapped(block: str) -> str:
    """Lines of at most `LINE` characters; only an address that is longer by itself stays whole."""
    lines = (
        textwrap.fill(_printable(line), LINE, break_long_words=False, break_on_hyphens=False)
        for line in block.split("\n")
    )
    return "\n".join(lines)


def _html(content: Content, ways: Mapping[str, str]) -> str:
    language = "en" if content.language == "en" else "vi"
    title = escape(_subject(content))
    body = "\n".join(_withdrawal(content) if content.withdrawn else _body(content))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{DARK}</style>\n</head>\n"
        f'<body class="page" style="{STYLE["page"]}">\n'
        f'<div class="sheet" style="{STYLE["sheet"]}">\n{body}\n{_foot(content, ways)}\n'
        "</div>\n</body>\n</html>\n"
    )


def _body(content: Content) -> list[str]:
    """Fact, rumour with its verdict, why, what to do, evidence, the way to the page."""
    parts = [_element("h1", "fact", content.fact), *_changed(content), _rumour(content)]
    for name in ("why", "todo"):
        text = getattr(content, name)
        if text.strip():
            parts += [_element("h2", "head", _word(name, content)), _paragraphs(text)]
    return [*parts, *_evidence(content), _element("p", "small", named_lines(content)["checked"])]


def _withdrawal(content: Content) -> list[str]:
    lines = named_lines(content)
    return [_element("h1", "fact", lines["changed"]), _element("p", "small", lines["checked"])]


def _changed(content: Content) -> list[str]:
    changed = named_lines(content)["changed"]
    return [_element("p", "changed", changed)] if changed else []


def _rumour(content: Content) -> str:
    """What is said, and beneath it the verdict: never the verdict beside the fact."""
    ruling, said = content.ruling, rumour_told(content)
    told = f"{_word('said', content)}: “{said}”" if said else _word("verdict", content)
    verdict = f"{ruling.mark} {ruling.word(content.language).upper()}"
    return (
        f'<div class="rumour" style="{STYLE["rumour"]}">'
        f"{_element('p', 'said', told)}{_element('p', 'verdict', verdict)}</div>"
    )


def _evidence(content: Content) -> list[str]:
    if not content.evidence:
        return []
    items = "".join(f'<li style="{STYLE["item"]}">{_linked(one)}</li>' for one in content.evidence)
    head = _element("h2", "head", _word("evidence", content))
    return [head, f'<ul style="{STYLE["list"]}">{items}</ul>']


def _linked(piece: Evidence) -> str:
    name = escape(_printable(f"{piece.source}: {piece.title}"))
    return _link(piece.url, name) if piece.url else name


def _foot(content: Content, ways: Mapping[str, str]) -> str:
    button = _link(content.url, escape(_word("open", content)), "button")
    parts = [
        f'<p style="{STYLE["text"]}">{button}</p>',
        _element("p", "desk", content.desk_name),
        _element("p", "small", _because(content)),
    ]
    for name, url in ways.items():
        link = _link(url, escape(_word(name, content)))
        parts.append(f'<p class="small" style="{STYLE["small"]}">{link}</p>')
    return "\n".join(parts)


def _link(url: str, inner: str, name: str = "link") -> str:
    return f'<a class="{name}" style="{STYLE[name]}" href="{escape(url)}">{inner}</a>'


def _element(tag: str, name: str, text: str) -> str:
    return f'<{tag} class="{name}" style="{STYLE[name]}">{escape(_printable(text))}</{tag}>'


def _paragraphs(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return "".join(_element("p", "text", line) for line in lines)
