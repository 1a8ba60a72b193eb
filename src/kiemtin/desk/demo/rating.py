"""Made-up readers of the drill rate some of its pages, so that the counts can be seen."""

from datetime import timedelta
from random import Random

from kiemtin.desk.flow.rate import rate
from kiemtin.desk.models import FactCheck
from kiemtin.desk.moment import at
from kiemtin.desk.words import Helpful, RatingReason, VersionKind

PAGES, READERS = 6, 24
LIKED = (RatingReason.CLEAR, RatingReason.ANSWERED, RatingReason.EVIDENCE)
MISSED = (RatingReason.HARD, RatingReason.MISSING, RatingReason.ONE_SIDED)
REASONS = {Helpful.YES: LIKED, Helpful.SOMEWHAT: (*LIKED, *MISSED), Helpful.NO: MISSED}


def rate_some() -> None:
    """Each of the newest pages by some of the same readers, in the days after it came out."""
    chance = Random(13)  # noqa: S311 the same drill every time, nothing secret
    standing = FactCheck.objects.exclude(current__kind=VersionKind.WITHDRAWAL)
    for page in standing.select_related("current").order_by("-id")[:PAGES]:
        if page.current is None:
            continue
        for reader in chance.sample(range(READERS), chance.randrange(3, READERS)):
            word = chance.choices(list(Helpful), (7, 2, 2))[0]
            with at(page.current.published_at + timedelta(hours=chance.randrange(72))):
                rate(
                    page,
                    word,
                    chance.sample(REASONS[word], 1),
                    read=page.current.number,
                    device=f"drill-{reader}",
                    form=f"drill-{reader}-{page.pk}",
                )
