"""Copies: articles of any source that say the same words now are one voice, not several.

An article that is edited says something of its own from then on.
"""

from collections.abc import Collection, Sequence

from kiemtin.desk.models import Article, ArticleText
from kiemtin.matching.library import batches

COPY_WORDS = 25
"""Words from which two texts that are the same are taken for copies of one."""

A_STATEMENT = 500


def find(rows: Sequence[ArticleText]) -> None:
    """Lead articles that now say the same words to the first of them; what says something else by
    now leads nowhere, and those that it led are led anew.
    """
    leads: dict[int, int | None] = {one.article_id: None for one in rows}
    told = _say_now(_long(rows))
    first: dict[str, int] = {}
    for article, words in sorted(told.items()):
        origin = first.setdefault(words, article)
        leads[article] = None if origin == article else origin
    for some in batches(list(leads), A_STATEMENT):
        led = [
            one for one in Article.objects.filter(pk__in=some) if one.same_as_id != leads[one.pk]
        ]
        for one in led:
            one.same_as_id = leads[one.pk]
        Article.objects.bulk_update(led, ["same_as"])


def _long(rows: Sequence[ArticleText]) -> set[str]:
    """The digests of all that these articles say, and have said, in enough words."""
    found = {one.sha256 for one in rows if _has_words(one.text)}
    for some in batches([one.article_id for one in rows if one.number > 1], A_STATEMENT):
        former = ArticleText.objects.filter(article__in=some).order_by()
        for words, text in former.values_list("sha256", "text").iterator():
            if words not in found and _has_words(text):
                found.add(words)
    return found


def _has_words(text: str) -> bool:
    return len(text.split()) >= COPY_WORDS


def _say_now(words: Collection[str]) -> dict[int, str]:
    """Which articles say one of these now, and which."""
    found: dict[int, str] = {}
    for some in batches(sorted(words), A_STATEMENT):
        once = ArticleText.objects.filter(sha256__in=some).order_by().values("article")
        texts = ArticleText.objects.filter(article__in=once).order_by("whole", "number")
        found |= dict(texts.values_list("article", "sha256"))
    return {article: said for article, said in found.items() if said in words}
