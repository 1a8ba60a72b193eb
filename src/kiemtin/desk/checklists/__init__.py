"""How each kind of claim is checked, step by step: what to do, why, with which tool of the product,
what counts as a primary source, which traps there are, and when to say “unproven”.

The lists are data of the product, the same at every desk; what a step brought is a record.
Drawn together from the verification practice of First Draft, AFP, Bellingcat and the IFCN.
"""

from typing import Final

from kiemtin.desk.checklists import document, number, picture, quote, scam, warning
from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool

__all__ = ["LISTS", "Step", "Steps", "Tool"]

LISTS: Final = {
    one.kind: one
    for one in (
        picture.STEPS,
        quote.STEPS,
        document.STEPS,
        number.STEPS,
        scam.STEPS,
        warning.STEPS,
    )
}
"""Each list by its kind, in the order of CheckKind."""
