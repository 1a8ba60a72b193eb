"""Items of the sources that the desk chose to read, and the rumours they may be evidence for."""

from django.db.models import Q, QuerySet

from kiemtin.desk.models import SourceItem


def items(words: str = "", source: str = "") -> QuerySet[SourceItem]:
    """The items, newest first: of one source, with all the words in title or summary."""
    found = SourceItem.objects.all()
    if source:
        found = found.filter(source=source)
    for word in words.split()[:10]:
        found = found.filter(Q(title__icontains=word) | Q(summary__icontains=word))
    return found


def names() -> list[str]:
    """The sources of which there is anything."""
    return sorted(set(SourceItem.objects.order_by().values_list("source", flat=True).distinct()))
