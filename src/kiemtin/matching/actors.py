"""Who or what a claim is about by name: a fund, a bank, a hamlet, a pass, a firm."""

from kiemtin.matching.identifiers import identifier_rows
from kiemtin.matching.names import Name, mentions
from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Row


def actor_rows(message: Reading, claim: Reading) -> list[Row]:
    """Return one row for each name of the claim that is no place.

    A name that the message lacks, while it has another one that the claim lacks, differs.
    """
    strangers = [name for name in message.names if not mentions(name, claim.syllables)]
    rows = [_row(name, message, strangers) for name in claim.names]
    return rows + identifier_rows(message, claim)


def _row(name: Name, message: Reading, strangers: list[Name]) -> Row:
    if mentions(name, message.syllables):
        return Row("actor", name.text, name.text, "agree", None, name.span)
    if strangers and len(name.folded) > 1:  # "Lịch sử" begins with a capital for other reasons
        other = strangers[0]
        return Row("actor", other.text, name.text, "conflict", other.span, name.span)
    return Row("actor", None, name.text, "absent", None, name.span)
