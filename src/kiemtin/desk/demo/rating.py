"""Made-up readers of the drill rate some of its pages, so that the counts can be seen."""

from datetime import timedelta
from hashlib import sha256

from kiemtin.desk.flow.rate import rate
from kiemtin.desk.models import FactCheck
from kiemtin.desk.moment import at
from kiemtin.desk.words import Helpful, RatingReason, VersionKind

PAGES, READERS = 6, 24
LIKED = (RatingReason.CLEAR, RatingReason.ANSWERED, RatingReason.EVIDENCE)
MISSED = (RatingReason.HARD, RatingReason.MISSING, RatingReason.ONE_SIDED)
REASONS = {Helpful.YES: LIKED, Helpful.SOMEWHAT: (*LIKED, *MISSED), Helpful.NO: MISSED}


WORDS = (Helpful.YES,) * 7 + (Helpful.SOMEWHAT,) * 2 + (Helpful.NO,) * 2


def rate_some() -> None:
    """Each of the newest pages by some of the same readers, in the days after it came out."""
    standing = FactCheck.objects.exclude(current__kind=VersionKind.WITHDRAWAL)
    for page in standing.select_related("current").order_by("-id")[:PAGES]:
        if page.current is None:
            continue
        for reader in range(3 + _drawn(READERS - 3, page.pk)):
            word = WORDS[_drawn(len(WORDS), page.pk, reader)]
            reason = REASONS[word][_drawn(len(REASONS[word]), page.pk, reader, 1)]
            later = timedelta(hours=_drawn(72, page.pk, reader, 2))
            with at(page.current.published_at + later):
                rate(
                    page,
                    word,
                    [reason],
                    read=page.current.number,
                    device=f"drill-{reader}",
                    form=f"drill-{reader}-{page.pk}",
                )


def _drawn(below: int, *of: int) -> int:
    """A number from 0 that is always the same for these."""
    return int.from_bytes(sha256(repr(of).encode()).digest()[:4]) % below
