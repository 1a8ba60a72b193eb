"""Joining: a communicator writes a code of the day from an account of their own, and bulletins come
there; nobody types the address of another.

The code is derived and kept nowhere: it says who writes, to the desk alone.
"""

import hmac
import re
from datetime import date, timedelta
from unicodedata import normalize

from django.db.models import QuerySet

from kiemtin.desk import receipts
from kiemtin.desk.addresses import lookup
from kiemtin.desk.flow import communicators, reply_to
from kiemtin.desk.keyed import mac
from kiemtin.desk.models import Communicator, Sending
from kiemtin.desk.moment import today
from kiemtin.text.fold import fold

LENGTH = 8
MOST_WRONG = 5
"""Wrong codes a day from one address; then nothing more is said or done."""

SHORT = 400
"""Characters of a text in which a good code may stand anywhere: a letter with its greeting."""

WRONG = "no_code"
CODE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Za-z]{4}-?[0-9A-Za-z]{4})(?![0-9A-Za-z])")
VERBS = ("tham gia nhan tin", "tham gia", "join")
_ALONE = re.compile(r"(?:m[aã] |code )?([0-9a-z]{4}[- ]?[0-9a-z]{4})", re.IGNORECASE)
_TWO_WORDS = re.compile(r"[a-z]{4} [0-9]{4}", re.IGNORECASE)
_VERB = re.compile(rf"(?<![^\W_])(?:{'|'.join(VERBS)})(?![^\W_])")


def join_code(communicator: Communicator, day: date) -> str:
    """The code of a communicator for a day in Vietnam, such as "7KQM-2XPA": 40 bits, always with a
    letter and one of the digits 2 to 9, so that no word and no date looks like it.
    """
    attempt = 0
    while True:
        letters = _letters(mac("join", f"{communicator.pk}\0{day.isoformat()}\0{attempt}"))
        if is_code(letters):
            return f"{letters[:4]}-{letters[4:]}"
        attempt += 1


def _letters(hashed: bytes) -> str:
    number = int.from_bytes(hashed[:5], "big")
    return "".join(receipts.ALPHABET[(number >> (5 * place)) & 31] for place in range(LENGTH))


def is_code(typed: str) -> bool:
    """Whether something has the look of a code, with or without its dash."""
    return bool(
        CODE.fullmatch(typed) and re.search(r"[2-9]", typed) and re.search(r"[A-Za-z]", typed)
    )


def code_alone(text: str) -> str:
    """The code that a text is and nothing else, "" for anything more; a space may stand for the
    dash unless it parts a word from a number.
    """
    found = _ALONE.fullmatch(normalize("NFC", text))
    if found is None or _TWO_WORDS.fullmatch(found[1]):
        return ""
    return found[1] if is_code(found[1].replace(" ", "-")) else ""


def by_join_code(code: str) -> Communicator | None:
    """Whose code it is today or was yesterday; None for nobody's.

    Every active communicator is compared, in constant time each: the time taken says nothing.
    """
    given = receipts.tidy(code).encode()
    found = None
    days = (today(), today() - timedelta(days=1))
    for one in _active():
        for day in days:
            if hmac.compare_digest(join_code(one, day).encode(), given):
                found = one
    return found


def _active() -> QuerySet[Communicator]:
    return Communicator.objects.filter(ended_at=None, joined_at__isnull=False)


def names_somebody(text: str) -> str:
    """The good code in a short text that speaks of joining, wherever it stands; "" for none."""
    if len(text) > SHORT or not _VERB.search(fold(text)):
        return ""
    codes = (found[1] for found in CODE.finditer(text) if is_code(found[1]))
    return next((code for code in codes if by_join_code(code)), "")


def join(channel: str, address: str, code: str) -> Communicator | None:
    """Let bulletins come to the address that wrote the code; None for a code that is nobody's."""
    who = by_join_code(code)
    if who is not None:
        communicators.add_way(who, channel, address)
    return who


def wrong_today(channel: str, address: str) -> int:
    """How many wrong codes came from this address today."""
    begins = wrong_key(channel, address, "")
    return Sending.objects.filter(key__startswith=begins).count()


def wrong_key(channel: str, address: str, item: str) -> str:
    """The name of the reply to a wrong code: one for an event, found again by address and day."""
    return f"{WRONG}:{lookup(channel, address)}:{today():%Y%m%d}:{item[:16]}"


def can_join(channel: str) -> bool:
    """Whether bulletins can come over this channel to somebody who once wrote there."""
    return channel in JOINABLE and reply_to.sends_over(channel)


JOINABLE = ("zalo_oa", "zalo_bot", "telegram", "sms_gate", "smpp", "email")
"""Messenger and WhatsApp are not among them: they allow nothing after 24 hours."""
