"""The wording of a message as one number: who says the same words of the same day and place gets
the same number, and from the number nobody gets the words.
"""

import re

from django.utils import timezone

from kiemtin.desk import keyed
from kiemtin.desk.models import Message
from kiemtin.matching.types import Query
from kiemtin.text.canonical import canonical
from kiemtin.text.details import DateValue, extract
from kiemtin.text.fold import fold

# Numbers with what joins their digits, words, and the signs that change a value.
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W_]+|(?<![^\W_])[-\u2212](?=\d)|[%‰°$€£₫<>≤≥=±+×]")


def asked(message: Message) -> Query:
    """The message as the matcher reads it."""
    day = message.heard_on or timezone.localdate(message.received_at)
    return Query(message.text, day, message.place or None)


def fingerprint(query: Query) -> str:
    """64 hex digits for the words, their place, and the days that the words mean.

    Marks, case, spaces and punctuation do not matter; digits and signs of a value do. "Tối nay" of
    another day is another wording.
    """
    text = canonical(query.text)
    words = " ".join(_TOKEN.findall(fold(text))) or text
    parts = (words, query.place or "", *_days(text, query))
    return keyed.mac("wording", "\0".join(parts)).hex()


def _days(text: str, query: Query) -> list[str]:
    dates = [one.value for one in extract(text, today=query.date).of("date")]
    return [f"{one.first}/{one.last}/{one.relation}" for one in dates if isinstance(one, DateValue)]
