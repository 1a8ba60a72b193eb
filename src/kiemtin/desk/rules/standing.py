"""What stands on the desk: holding lines, rumours, messages."""

from kiemtin.desk.rules.clauses import differ, lacks_role
from kiemtin.desk.rules.trigger import Rule, never_removed

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
    *never_removed("desk_holdingline", "holding_line", ("log_entry_id",)),
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
]

_CUT = (
    "NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM desk_message w "
    "WHERE w.id = NEW.part_of_id AND w.state = 'divided' AND w.desk_id = NEW.desk_id "
    "AND length(NEW.text) = NEW.part_end - NEW.part_start "
    "AND substr(w.text, NEW.part_start + 1, NEW.part_end - NEW.part_start) = NEW.text)"
)
_PLACED = ("part_of_id", "part_start", "part_end", "text")
MESSAGES = [
    Rule("a_part_says_what_the_whole_says", "desk_message", "INSERT", _CUT),
    Rule(
        "parts_do_not_overlap",
        "desk_message",
        "INSERT",
        "EXISTS (SELECT 1 FROM desk_message o WHERE o.part_of_id = NEW.part_of_id "
        "AND o.part_start < NEW.part_end AND o.part_end > NEW.part_start)",
    ),
    Rule(
        "a_part_stays_where_it_stands",
        "desk_message",
        "UPDATE",
        "(OLD.part_of_id IS NOT NULL OR NEW.part_of_id IS NOT NULL) "
        f"AND ({differ('OLD', 'NEW', _PLACED)})",
    ),
    Rule(
        "a_divided_message_stays_as_it_is",
        "desk_message",
        "UPDATE",
        f"({differ('OLD', 'NEW', ('state', 'text'))}) "
        "AND EXISTS (SELECT 1 FROM desk_message p WHERE p.part_of_id = OLD.id)",
    ),
    *(
        Rule(
            f"a_divided_message_is_counted_by_its_parts_{event.lower()}",
            "desk_sighting",
            event,
            "EXISTS (SELECT 1 FROM desk_message m WHERE m.id = NEW.message_id "
            "AND m.state = 'divided')",
        )
        for event in ("INSERT", "UPDATE")
    ),
    Rule(
        "what_is_counted_is_not_divided",
        "desk_message",
        "UPDATE",
        "NEW.state = 'divided' AND OLD.state <> 'divided' "
        "AND EXISTS (SELECT 1 FROM desk_sighting s WHERE s.message_id = OLD.id)",
    ),
]
