"""The desk's own book: entries are added at its end, each to the one before, and stay."""

from kiemtin.desk.rules.trigger import Rule, append_only
from kiemtin.record.chain import START

_NEWEST = "FROM desk_auditentry ORDER BY number DESC LIMIT 1"
AUDIT = [
    *append_only("desk_auditentry", "audit_entry", ("number",)),
    Rule(
        "audit_entries_are_numbered_in_order",
        "desk_auditentry",
        "INSERT",
        f"NEW.number <> coalesce((SELECT number + 1 {_NEWEST}), 0)",
    ),
    Rule(
        "an_audit_entry_follows_from_the_one_before",
        "desk_auditentry",
        "INSERT",
        f"NEW.previous <> coalesce((SELECT hash {_NEWEST}), '{START}')",
    ),
]
