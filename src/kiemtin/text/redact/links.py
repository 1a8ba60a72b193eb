"""Finds e-mail addresses and links to a person's page; holds links to sites and to videos.

A site of an organisation, a news page or a video is evidence, not a person: it stays. On social
networks every other link leads to somebody's page, post or chat and goes.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span

_AT: Final = r"(?: ?[@] ?| ?[\(\[] ?at ?[\)\]] ?| a cong )"
_AT_SIGNS: Final = ("@", " a cong ", "at)", "at ]", "at]", "at )")
_DOT: Final = r"(?: ?\. ?| ?[\(\[] ?dot ?[\)\]] ?| cham )"
_EMAIL: Final = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}+{_AT}(?:[a-z0-9-]{{1,40}}+{_DOT}){{1,4}}"
    r"(?:com|net|org|info|edu|gov|biz|io|co|me|vn|asia|uk|us|fr|de|jp|kr|cn|tw|au|ca|ru|example)"
    r"(?![a-z0-9])"
)

_HOSTS: Final = (
    r"facebook\.com|fb\.com|fb\.me|fb\.watch|fb\.gg|m\.me|messenger\.com|zalo\.me|zaloapp\.com|"
    r"tiktok\.com|t\.me|telegram\.me|instagram\.com|instagr\.am|threads\.net|threads\.com|"
    r"twitter\.com|x\.com|linkedin\.com|wa\.me|line\.me|youtube\.com|snapchat\.com|locket\.cam|"
    r"me\.momo\.vn|linktr\.ee|vk\.com|weibo\.com"
)
_LOOSE_HOSTS: Final = _HOSTS.replace(r"\.", r" ?\. ?")
_REST: Final = r"[^\s\0<>\"]"
_PROFILE: Final = re.compile(
    rf"(?<![\w@-])(?:https?:// ?)?(?:[a-z0-9-]{{1,20}}\.){{0,2}}?(?:{_LOOSE_HOSTS})"
    rf" ?/ ?(?P<path>{_REST}{{1,2000}})"
)
# Pages about no one: videos, public rooms, tags, help.
_NOBODY: Final = re.compile(
    r"(?:watch|shorts/|reels?/|videos?/|hashtag/|tag/|results|search|events/|help|about|policies|"
    r"explore|(?:groups|playlist)(?:/[\w.-]+)?/?(?:[?#]|$))"
)
_TAIL: Final = ".,;:!?)]}'\"…"

_ADDRESS: Final = re.compile(
    rf"(?<![\w@.-])(?:(?:https?://|www\.){_REST}{{1,2000}}|"
    rf"(?:[a-z0-9-]{{1,63}}\.){{1,5}}[a-z]{{2,10}}/{_REST}{{1,2000}})"
)
_BANK_SITE: Final = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*(?:vietqr\.|qr\.sepay\.|nhantien\.)"
)
_PHONE: Final = r"(?<!\d)(?:0|\+?84)[235789]\d{8,9}(?!\d)"
_NUMBER: Final = re.compile(rf"(?P<phone>{_PHONE})|(?<==)(?P<bank_account>\d{{9,19}})(?![\w-])")
_MAP: Final = re.compile(
    r"(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.|(?:www\.)?google\.[a-z.]+/maps)"
)


def find_emails(page: Page) -> Iterator[Span]:
    """Find e-mail addresses, also "a @ gmail . com" and "a (at) gmail (dot) com"."""
    if any(sign in page.plain for sign in _AT_SIGNS):
        for found in _EMAIL.finditer(page.plain):
            yield Span("email", found.start(), found.end())


def find_profile_links(page: Page) -> Iterator[Span]:
    """Find links to a profile, post, chat or payment page of a person."""
    if "/" not in page.plain:
        return
    for found in _PROFILE.finditer(page.plain):
        end = found.end() - _tail(found[0])
        if end > found.start("path"):
            stays = _NOBODY.match(found["path"])
            yield Span(None if stays else "profile_link", found.start(), end)


def find_addresses(page: Page) -> Iterator[Span]:
    """Hold all other links, but not a personal number inside one; maps are places."""
    if "/" not in page.plain and "www." not in page.plain:
        return
    for found in _ADDRESS.finditer(page.plain):
        end = found.end() - _tail(found[0])
        if _MAP.match(found[0]):
            yield Span("location", found.start(), end)
        elif _BANK_SITE.match(found[0]):
            yield Span("bank_account", found.start(), end)
        else:
            yield from _without_numbers(page.plain, found.start(), end)


def _without_numbers(plain: str, start: int, end: int) -> Iterator[Span]:
    """Hold a link around the phone and account numbers in it; the numbers of a page's id stay."""
    for number in _NUMBER.finditer(plain, start, end):
        yield Span(None, start, number.start())
        yield Span("phone" if number["phone"] else "bank_account", number.start(), number.end())
        start = number.end()
    yield Span(None, start, end)


def _tail(link: str) -> int:
    """Length of the punctuation that closes the sentence, not the link."""
    return len(link) - len(link.rstrip(_TAIL))
