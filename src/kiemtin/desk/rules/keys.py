"""The desk's public keys: begun once, ended once, never removed."""

from kiemtin.desk.rules.clauses import differ
from kiemtin.desk.rules.trigger import Rule, never_replaced

KEYS = [
    Rule(
        "a_log_key_only_ends",
        "desk_logkey",
        "UPDATE",
        "OLD.ended_at IS NOT NULL OR "
        + differ("OLD", "NEW", ("id", "public", "entry_id", "began_at")),
    ),
    Rule("a_log_key_is_never_removed", "desk_logkey", "DELETE", "1 = 1"),
    *never_replaced("desk_logkey", "log_key", ("public",), ("entry_id",)),
    Rule(
        "a_log_key_begins_in_the_log",
        "desk_logkey",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_logentry l WHERE l.id = NEW.entry_id "
        "AND l.kind = 'key_change')",
    ),
]
