"""What stands on the desk: holding lines, rumours, messages, objections."""

from kiemtin.desk.rules.clauses import lacks_role
from kiemtin.desk.rules.trigger import Rule, append_only

HOLDING = [
    Rule(
        "holding_line_is_by_a_spokesperson",
        "desk_holdingline",
        "INSERT",
        lacks_role(
            "NEW.published_by_id",
            "SELECT desk_id FROM desk_rumour WHERE id = NEW.rumour_id",
            ("spokesperson",),
        ),
    ),
    Rule(
        "holding_line_is_for_what_is_being_checked",
        "desk_holdingline",
        "INSERT",
        "EXISTS (SELECT 1 FROM desk_rumour r WHERE r.id = NEW.rumour_id "
        "AND (r.checkable = FALSE OR r.state IN ('not_checkable', 'merged')))",
    ),
    *append_only("desk_holdingline", "holding_line", ("log_entry_id",)),
]

RUMOURS = [
    Rule(
        "what_is_published_stays_checkable",
        "desk_rumour",
        "UPDATE",
        "(NEW.state = 'not_checkable' OR NEW.checkable = FALSE OR NEW.checkable IS NULL) "
        "AND EXISTS (SELECT 1 FROM desk_factcheck f WHERE f.rumour_id = NEW.id "
        "AND f.current_id IS NOT NULL)",
    ),
    Rule(
        "an_objection_stays",
        "desk_objection",
        "DELETE",
        "1 = 1",
    ),
]
