"""Finds names of accounts: "@ten", "zalo: Tên", "nick fb tên …"; pages of bodies stay."""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span
from kiemtin.text.words import words

_HANDLE: Final = re.compile(r"(?<![\w@./])@[^\W\d_][\w.]{1,40}+(?P<more>(?: [^\W\d_]{1,7}){0,3})")
_EVERYBODY: Final = words("all everyone here moi mn mng moinguoi tatca nguoi ca admin ad")

_NETWORK: Final = (
    r"fb|facebook|face|phay|zalo|zl|tiktok|tik tok|top top|instagram|insta|ig|telegram|tele|"
    r"youtube|twitter|threads|viber|skype|messenger|nick(?: ?name)?|user(?: ?name)?|"
    r"acc(?:ount)?|tai khoan|tk"
)
_MORE: Final = "ca nhan|mang xa hoi|cua|nay|phu|chinh|nguoi dung"
_NAMED: Final = re.compile(
    rf"(?<![^\W_])(?:{_NETWORK})(?: (?:{_NETWORK}|{_MORE})){{0,3}}"
    r"(?P<link> ?[:=] ?| (?:co |mang |lay )?(?:ten|nick)(?: la| goi la)?(?![a-z]) ?[:=]? ?| la |"
    r" (?=\"| ?[a-z][\w.-]*[\d_.][\w.-]*\w))"
    r"(?P<value>\"[^\"\n\0]{1,60}\"|'[^'\n\0]{1,60}'|[\w.@-]{1,40}(?: [\w.-]{1,20}){0,4})"
)
_HANDLE_SHAPE: Final = re.compile(r"(?=[\w.-]*[a-z])(?=[\w.-]*[\d._])[\w.-]*\w")
# Names of bodies and pages: no private person.
_BODY: Final = re.compile(
    r"(?<![a-z])(?:cong an|ubnd|uy ban|bo|so|cuc|hoi|quy|mat tran|bao|dai|vtv\d*|trung tam|truong|"
    r"benh vien|ngan hang|bank|cong ty|tap doan|doan|ban|phong|thong tin|chinh phu|fanpage|page|"
    r"nhom|group|shop|cua hang|chu thap do|tinh|huyen|xa|phuong|kenh|dap|ho|cau|song|lu|bao so|"
    r"canh bao|tin)(?![a-z])"
)
_STOP: Final = words("la thi bi da dang se o va voi cho de dua dang noi khong co ma nen nay do khi")
_LONG_NAME: Final = 5  # blanks in a quotation beyond which it is a sentence
# Of a bank account: in small letters rather a description, "tài khoản mang tên tổ chức".
_HELD_BY: Final = ("tai khoan mang", "tai khoan ten", "tk mang", "tk ten")
_FEW: Final = 3  # small-letter words taken after "tên"


def find_handles(page: Page) -> Iterator[Span]:
    """Find @handles; a mention with capitals goes with its further capitalised words."""
    if "@" not in page.shown:
        return
    for found in _HANDLE.finditer(page.shown):
        first = page.plain[found.start() + 1 : found.start("more")].rstrip(".")
        if first in _EVERYBODY:
            continue
        end = found.start() + 1 + len(first)
        if found[0][1].isupper():
            more = _capitalised(found["more"][1:])
            end += more + 1 if more else 0
        yield Span("account_name", found.start(), end)


def _capitalised(text: str) -> int:
    """Length of the leading words with capitals: "Văn An" in "Văn An ơi"."""
    words = text.split(" ")
    count = next((i for i, word in enumerate(words) if not word[:1].isupper()), len(words))
    return len(" ".join(words[:count]))


def find_named(page: Page) -> Iterator[Span]:
    """Find the name after a network's name with ":", "tên" or "nick"."""
    for found in _NAMED.finditer(page.plain):
        start, end = found.span("value")
        if found[0].startswith(_HELD_BY) and page.shown[start].islower():
            continue
        size = _value_size(page.shown[start:end], found["value"], found["link"])
        value = found["value"][:size]
        if size and not _BODY.search(value):
            yield Span("account_name", start, start + size)


def _value_size(shown: str, plain: str, link: str) -> int:
    """Characters of the value that are the name; 0 for none."""
    if plain[0] in "\"'":
        sentence = plain.count(" ") > _LONG_NAME or re.search(r"[!?,;]", plain)
        return 0 if sentence else len(plain)
    first = plain.split(" ", maxsplit=1)[0].rstrip(".-")
    if _HANDLE_SHAPE.fullmatch(first):
        return len(first)
    told = "ten" in link or "nick" in link
    if shown[0].isupper():
        name = shown[: _capitalised(shown)].rstrip(".-")
        return len(name) if told or " " in name else 0
    return _small_size(plain) if told else 0


def _small_size(plain: str) -> int:
    kept: list[str] = []
    for word in plain.split(" ")[:_FEW]:
        if word in _STOP or word != word.strip(".-"):
            break
        kept.append(word)
    return len(" ".join(kept))
