"""A hint that a message may concern life and limb, for the first minutes until a person decides."""

import re

from kiemtin.text.fold import fold

# Folded words of danger to life in the mountains; a hint only, so false alarms are cheap.
_DANGER = re.compile(
    r"\b(vo (dap|ho|de)|dap .{0,20}\bvo|xa lu|lu (quet|ong)|sat lo|lo (dat|nui)|sap (cau|nha|ham)"
    r"|cuon troi|mat tich|so tan|di doi|chay (ngay|gap|lu)"
    r"|dong dat|chay rung|ngo doc|nuoc (len|dang)"
    r"|dam (burst|break|fail)|landslide|flash flood|evacuat)"
)


def looks_urgent(text: str) -> bool:
    """True when the text speaks of a danger to life; the machine suggests, a person decides."""
    return _DANGER.search(fold(text)) is not None
