"""The one change that what is public allows: its text goes, with a tombstone in the log."""

from kiemtin.desk.rules.clauses import CONTENT, differ
from kiemtin.desk.rules.trigger import Rule, never_replaced

GONE = "[đã xoá]"
"""Stands where a text stood that had to be there."""

_TEXTS = ("claim", "fact", "said", "why", "todo", "english", "what_was_wrong")
_OF_VERSION = ("about_body", "not_asked_why")
_KEPT_OF_VERSION = (
    *("id", "fact_check_id", "number", "kind", "draft_id", "content_hash", "author_id"),
    *("reviewer_id", "spokesperson_id", "published_at", "log_entry_id"),
    *(name for name in CONTENT if name not in {*_TEXTS, *_OF_VERSION}),
)
_KEPT_OF_LINE = (
    *("id", "rumour_id", "place", "published_at", "next_update_at", "expires_at"),
    *("published_by_id", "log_entry_id"),
)


def _is_erased(entry: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM desk_erasure e WHERE e.entry_id = {entry} "
        "AND e.tombstone_id IS NOT NULL)"
    )


def _blank(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"NEW.{name} IN ('', '{GONE}')" for name in columns)


def _only_erased(table: str, noun: str, entry: str, kept: tuple[str, ...], gone: str) -> Rule:
    """A row changes only by losing its text, once that is in the log."""
    allowed = f"{_is_erased(entry)} AND NOT ({differ('OLD', 'NEW', kept)}) AND {gone}"
    return Rule(f"{noun}_only_loses_its_text", table, "UPDATE", f"NOT ({allowed})")


ERASING = [
    _only_erased(
        "desk_version",
        "version",
        "OLD.log_entry_id",
        _KEPT_OF_VERSION,
        _blank((*_TEXTS, *_OF_VERSION)) + " AND NEW.evidence = '[]' AND NEW.contacts = '[]'",
    ),
    _only_erased(
        "desk_holdingline",
        "holding_line",
        "OLD.log_entry_id",
        _KEPT_OF_LINE,
        _blank(("safe_action", "checking")),
    ),
    _only_erased(
        "desk_logentry",
        "log_entry",
        "OLD.id",
        ("id", "number", "kind", "made_at", "commitment"),
        "NEW.salt IS NULL AND NEW.body IS NULL",
    ),
    Rule(
        "an_erasure_is_done_once",
        "desk_erasure",
        "UPDATE",
        "OLD.tombstone_id IS NOT NULL OR "
        + differ(
            "OLD", "NEW", ("id", "entry_id", "objection_id", "note_id", "reason", "asked_by_id")
        ),
    ),
    Rule("an_erasure_that_is_done_stays", "desk_erasure", "DELETE", "OLD.tombstone_id IS NOT NULL"),
    Rule(
        "a_tombstone_is_an_erasure",
        "desk_erasure",
        "UPDATE",
        "NEW.tombstone_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM desk_logentry l "
        "WHERE l.id = NEW.tombstone_id AND l.kind = 'erasure')",
    ),
    Rule("an_erasure_is_asked_for_first", "desk_erasure", "INSERT", "NEW.tombstone_id IS NOT NULL"),
    Rule(
        "what_the_desk_says_now_is_amended_first",
        "desk_erasure",
        "INSERT",
        "EXISTS (SELECT 1 FROM desk_version v JOIN desk_factcheck f ON f.current_id = v.id "
        "WHERE v.log_entry_id = NEW.entry_id)",
    ),
    *never_replaced("desk_erasure", "erasure", ("entry_id",)),
]
