"""What the tests of the library share: sources that were chosen, and items of theirs."""

from datetime import datetime
from typing import Any

from pytest_django import Settings

from kiemtin.channels.addresses import Reach
from kiemtin.channels.feeds.claim_review import Check
from kiemtin.channels.feeds.items import Item
from kiemtin.channels.feeds.settings import Settings as Feeds
from kiemtin.desk.flow import articles
from kiemtin.desk.models import Account, Article, Source
from kiemtin.desk.moment import now
from kiemtin.desk.words_evidence import SourceKind, SourceShape

DAM = "Đập thủy điện Nậm Mẫu vận hành bình thường. Mực nước thấp hơn mức báo động một 40 cm."


def here(settings: Settings) -> None:
    """Let sources on this machine be asked."""
    reach = Reach(("https", "http"), loopback=True)
    settings.CHANNELS = {"feeds": Feeds((), reach)}


def source(name: str = "Báo thí dụ", **changes: Any) -> Source:
    """A source that an editor chose."""
    editor, _made = Account.objects.get_or_create(email="editor@example.vn", name="Biên tập")
    given: dict[str, Any] = {
        "kind": SourceKind.NEWS,
        "shape": SourceShape.FEED,
        "address": "https://bao.example/rss",
        "added_by": editor,
        "added_at": now(),
    }
    return Source.objects.create(name=name, **(given | changes))


def item(
    name: str = "1",
    title: str = "Hồ chứa an toàn",
    text: str = DAM,
    link: str = "https://bao.example/1",
    published: datetime | None = None,
) -> Item:
    """An item as a feed has it."""
    return Item(name, title, text, link, published or now())


def article(of: Source | None = None, **changes: Any) -> Article:
    """An article that came."""
    one = item(**changes)
    of = of or source()
    articles.take(of, [one])
    return Article.objects.get(source=of, item=articles.name_of(one.id))


def check(name: str = "1", claim: str = "Đập Nậm Mẫu bị vỡ", **changes: Any) -> Check:
    """A fact-check of another desk."""
    given: dict[str, Any] = {
        "url": f"https://kiem.example/{name}",
        "publisher": "Nhóm kiểm chứng thí dụ",
        "rating": "Sai",
        "said_on": now().date(),
    }
    return Check(name, claim, **(given | changes))
