"""What a page shows of a message with several claims: the part within the whole, its siblings, and
where a person may cut.
"""

from typing import Any

from kiemtin.desk.models import Message
from kiemtin.desk.words import MessageState
from kiemtin.text.sentences import clauses

MOST = 60
"""Places to cut that are offered; a longer forward is a letter."""


def beside(message: Message) -> dict[str, Any]:
    """What stands around a part, the parts of what was sent, and the clauses of what waits."""
    waits = message.state == MessageState.INBOX and message.part_of_id is None
    divided = message.state == MessageState.DIVIDED or message.part_of_id is not None
    return {
        "around": _around(message),
        "divided": list(_parts(message.whole)) if divided else [],
        "cuts": _cuts(message.text) if waits else [],
    }


def _around(message: Message) -> tuple[str, str] | None:
    """What stands before and after a part."""
    whole = message.part_of
    if whole is None:
        return None
    return whole.text[: message.part_start], whole.text[message.part_end :]


def _parts(whole: Message) -> list[Message]:
    return list(whole.claims().select_related("sighting__rumour"))


def _cuts(text: str) -> list[tuple[int, str]]:
    """Each clause with where it begins; none when the text is a single one."""
    found = [(start, text[start:end]) for start, end in clauses(text)[:MOST]]
    return found if len(found) > 1 else []
