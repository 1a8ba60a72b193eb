"""The principles that the database itself holds, as triggers in SQLite and PostgreSQL from one
text.

A rule aborts the statement when its condition is true, whoever sends it: the flow, the shell,
plain SQL.
What a rule cannot hold: that an account was really used by its owner. That is what sign-in is for.
"""

from collections.abc import Iterable

from kiemtin.desk.rules.auditing import AUDIT
from kiemtin.desk.rules.erasing import ERASING
from kiemtin.desk.rules.keys import KEYS
from kiemtin.desk.rules.listening import OBJECTIONS, REPLIES
from kiemtin.desk.rules.publishing import VERSIONS
from kiemtin.desk.rules.rating import RATINGS
from kiemtin.desk.rules.signing import APPROVALS, DRAFTS, EVIDENCE
from kiemtin.desk.rules.standing import HOLDING, MESSAGES, RUMOURS
from kiemtin.desk.rules.trigger import Effect, Rule

RULES: list[Rule | Effect] = [
    *APPROVALS,
    *DRAFTS,
    *EVIDENCE,
    *VERSIONS,
    *HOLDING,
    *RUMOURS,
    *MESSAGES,
    *OBJECTIONS,
    *REPLIES,
    *AUDIT,
    *KEYS,
    *ERASING,
    *RATINGS,
]


def _never_emptied() -> list[str]:
    """TRUNCATE fires no row trigger in PostgreSQL; SQLite has none."""
    return [
        f"CREATE TRIGGER {rule.name}_at_once BEFORE TRUNCATE ON {rule.table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {rule.name}()"
        for rule in RULES
        if isinstance(rule, Rule) and rule.event == "DELETE"
    ]


def create(vendor: str) -> list[str]:
    """Every statement that builds the rules; `vendor` is "sqlite" or "postgresql"."""
    statements = [sql for rule in RULES for sql in getattr(rule, vendor)()]
    return statements + (_never_emptied() if vendor == "postgresql" else [])


def drop(vendor: str, names: Iterable[str]) -> list[str]:
    """Every statement that takes rules away again (only a migration does)."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in names]
    return [f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in names]
