"""Asked by a picture: what is asked stands in a picture, not in the words of whoever sent it.

Words in a picture are read by a machine, which errs, and one picture carries many claims: they are
suggestions (principle 14). The message is left to a person in the transaction that stores it, by a
judgement that stays in its history. Nothing is matched over it, no rumour opens by itself, and
`answer.answer_if_published` gives it nothing on a machine's word, whatever the words are equal to.
"""

from kiemtin.desk.models import MatchRecord, Message
from kiemtin.desk.moment import now
from kiemtin.desk.words import Decision

REASON = {"code": "by_picture", "params": {}}
NO_WORDS = "(ảnh không kèm lời)"
"""Stands for what was written when nothing was, and nothing can be read in the picture either. What
a person decides of it is about the picture and is remembered of no wording."""


def leave_to_a_person(message: Message) -> None:
    """Let a new message wait in the inbox, in the transaction that stores it."""
    MatchRecord.objects.create(
        message=message,
        decision=Decision.MAYBE,
        probability=0.0,
        reasons=[REASON],
        made_at=now(),
    )


def is_left(message: Message) -> bool:
    """Whether what was sent, of which the message may be a part, was left to a person."""
    records = MatchRecord.objects.filter(message=message.part_of_id or message.pk, by=None)
    return any(REASON in reasons for reasons in records.values_list("reasons", flat=True))
