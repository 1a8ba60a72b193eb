"""Readers of two camps who rate many published fact-checks, put into the database at once."""

from collections.abc import Sequence
from hashlib import sha256

from benchmarks.camps import Camps, Said
from kiemtin.desk.flow.rate import this_hour
from kiemtin.desk.models import Rating, Version
from kiemtin.desk.words import Helpful

WORD = {1.0: Helpful.YES, 0.5: Helpful.SOMEWHAT, 0.0: Helpful.NO}


def name(rater: int) -> str:
    """A rater as the database keeps one: 64 hex digits."""
    return sha256(str(rater).encode()).hexdigest()


def by_camps(versions: Sequence[Version], counting: int = 30) -> Said:
    """Rate these versions as two camps would."""
    said = Camps(verdicts=len(versions)).rated(0, counting)
    Rating.objects.bulk_create(
        Rating(
            fact_check=versions[verdict].fact_check,
            version=versions[verdict],
            rater=name(rater),
            value=WORD[value],
            rated_at=this_hour(),
        )
        for rater, verdict, value in zip(said.raters, said.verdicts, said.values, strict=True)
    )
    return said


def times(version: Version, count: int, value: Helpful = Helpful.YES, first: int = 0) -> None:
    """So many devices say the same of a version, within this hour."""
    Rating.objects.bulk_create(
        Rating(
            fact_check=version.fact_check,
            version=version,
            rater=name(first + number),
            value=value,
            rated_at=this_hour(),
        )
        for number in range(count)
    )
