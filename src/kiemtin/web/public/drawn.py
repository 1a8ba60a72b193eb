"""A published version as poster, card, CAP message and data feed: in Vietnamese, as approved."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kiemtin.bulletin.atom import FeedHead, newest_versions
from kiemtin.bulletin.cap import Area, Envelope, Reference, cap_alert, cap_feed
from kiemtin.bulletin.card import card as drawn_card
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.data_commons import LICENCE, data_feed, to_bytes
from kiemtin.bulletin.poster import poster as drawn_poster
from kiemtin.desk.contents import content
from kiemtin.desk.models import Version
from kiemtin.desk.pictures import circulating
from kiemtin.web.public import bulletins


def poster(version: Version, size: str) -> bytes:
    """The PDF with the version's signed code. Raises ContentRefused."""
    code = bulletins.code(version) or ""
    return drawn_poster(_content(version), size=size, code=code, drill=settings.DRILL)


def card(version: Version, size: str) -> bytes:
    """The PNG. Raises ContentRefused."""
    picture = circulating(version.evidence)
    return drawn_card(_content(version), size=size, picture=picture, drill=settings.DRILL)


def data_commons(versions: Iterable[Version], desk_name: str) -> bytes:
    """The ClaimReviews of these versions as a DataFeed."""
    head = _head("public:claim_reviews", "Kiểm Tin: ClaimReview", desk_name)
    return to_bytes(data_feed(head, map(_content, versions)))


def cap(version: Version) -> bytes:
    """The CAP message of a version, with those of its earlier versions as references."""
    earlier = version.fact_check.versions.filter(number__lt=version.number).order_by("number")
    references = tuple(
        Reference(_sender(), _identifier(version, number), sent)
        for number, sent in earlier.values_list("number", "published_at")
    )
    made = _content(version)
    envelope = Envelope(_sender(), _identifier(version, version.number), references, settings.DRILL)
    area = Area(made.place_name, version.place)
    return cap_alert(made, envelope, area=area, english=version.english)


def cap_list(versions: Iterable[Version], desk_name: str) -> bytes:
    """The feed of CAP messages, of each fact-check the newest."""
    head = _head("public:cap_feed", "Kiểm Tin: CAP", desk_name, rights=LICENCE)
    newest = newest_versions(map(_content, versions))
    return cap_feed(head, [(one, _cap_address(one)) for one in newest])


def _content(version: Version) -> Content:
    with override("vi"):
        return content(version)


def _head(name: str, title: str, desk_name: str, rights: str = "") -> FeedHead:
    return FeedHead(
        title=title,
        self_url=settings.PUBLIC_URL + reverse(name),
        site_url=settings.PUBLIC_URL + reverse("public:home"),
        desk_name=desk_name or "Kiểm Tin",
        rights=rights,
    )


def _cap_address(content: Content) -> str:
    return settings.PUBLIC_URL + reverse("public:cap", args=[content.slug])


def _sender() -> str:
    return urlsplit(settings.PUBLIC_URL).netloc


def _identifier(version: Version, number: int) -> str:
    """Unique for the sender: an address is never given twice."""
    return f"{version.fact_check.slug}.{number}"
