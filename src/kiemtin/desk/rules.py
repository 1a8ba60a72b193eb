"""The principles that the database itself holds, as triggers in SQLite and PostgreSQL from one
text.

A rule aborts the statement when its condition is true, whoever sends it: the flow, the shell,
plain SQL.
What a rule cannot hold: that an account was really used by its owner. That is what sign-in is for.
"""

from dataclasses import dataclass

EVENTS = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Rule:
    """Refuse `event` on `table` when `when` holds (SQL both databases read; NEW and OLD are the
    row).
    """

    name: str
    table: str
    event: str
    when: str

    def sqlite(self) -> list[str]:
        """The statements that create it in SQLite."""
        return [
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
            f"WHEN {self.when} BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
        ]

    def postgresql(self) -> list[str]:
        """The statements that create it in PostgreSQL."""
        row = "OLD" if self.event == "DELETE" else "NEW"
        return [
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {self.when} THEN RAISE EXCEPTION '{self.name}' USING ERRCODE = "
            f"'integrity_constraint_violation'; END IF; RETURN {row}; END $$",
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


@dataclass(frozen=True)
class Effect:
    """After `event` on `table`, do `action`."""

    name: str
    table: str
    event: str
    action: str

    def sqlite(self) -> list[str]:
        """The statements that create it in SQLite."""
        return [
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} "
            f"BEGIN {self.action}; END"
        ]

    def postgresql(self) -> list[str]:
        """The statements that create it in PostgreSQL."""
        return [
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"{self.action}; RETURN NULL; END $$",
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


def never_replaced(table: str, noun: str, *keys: tuple[str, ...]) -> list[Rule]:
    """No INSERT takes the place of a row: SQLite's INSERT OR REPLACE fires no DELETE trigger."""
    return [
        Rule(
            f"{noun}_is_never_replaced_by_{'_'.join(key)}",
            table,
            "INSERT",
            f"EXISTS (SELECT 1 FROM {table} o WHERE "
            + " AND ".join(f"o.{column} = NEW.{column}" for column in key)
            + ")",
        )
        for key in (("id",), *keys)
    ]


def append_only(table: str, noun: str, *keys: tuple[str, ...]) -> list[Rule]:
    """Rows of `table` (unique by id and each of `keys`) are never changed, removed or replaced."""
    return [
        Rule(f"{noun}_is_never_changed", table, "UPDATE", "1 = 1"),
        Rule(f"{noun}_is_never_removed", table, "DELETE", "1 = 1"),
        *never_replaced(table, noun, *keys),
    ]


CONTENT = (
    "claim",
    "verdict",
    "fact",
    "said",
    "why",
    "todo",
    "english",
    "subject",
    "place",
    "valid_from",
    "valid_until",
    "what_was_wrong",
)


def _differ(left: str, right: str, columns: tuple[str, ...]) -> str:
    return " OR ".join(f"{left}.{c} IS DISTINCT FROM {right}.{c}" for c in columns)


# A role at a desk holds for the desks below it: walk from the rumour's desk up to the root.
def _lacks_role(account: str, desk: str, roles: tuple[str, ...]) -> str:
    names = ", ".join(f"'{role}'" for role in roles)
    return (
        "NOT EXISTS (WITH RECURSIVE up(id) AS ("
        f"SELECT ({desk}) UNION SELECT d.parent_id FROM desk_desk d JOIN up ON d.id = up.id "
        "WHERE d.parent_id IS NOT NULL) "
        "SELECT 1 FROM desk_membership m JOIN desk_account a ON a.id = m.account_id "
        f"WHERE m.account_id = {account} AND a.is_active = TRUE AND m.role IN ({names}) "
        "AND m.desk_id IN (SELECT id FROM up))"
    )


_DESK_OF_DRAFT = (
    "SELECT r.desk_id FROM desk_draft d JOIN desk_rumour r ON r.id = d.rumour_id WHERE d.id = "
)
_RUMOUR_OF_DRAFT = "SELECT rumour_id FROM desk_draft WHERE id = "


def _conflicted(account: str, draft: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM desk_conflictofinterest c "
        f"WHERE c.account_id = {account} AND c.rumour_id = ({_RUMOUR_OF_DRAFT}{draft}))"
    )


_APPROVALS = [
    Rule(
        "approval_is_not_by_an_author",
        "desk_approval",
        "INSERT",
        "EXISTS (SELECT 1 FROM desk_draftauthor a "
        "WHERE a.draft_id = NEW.draft_id AND a.account_id = NEW.account_id)",
    ),
    Rule(
        "approval_is_of_the_text_as_it_stands",
        "desk_approval",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_draft d WHERE d.id = NEW.draft_id AND d.is_open = TRUE "
        "AND d.revision = NEW.revision AND d.content_hash = NEW.content_hash)",
    ),
    Rule(
        "approval_is_not_by_one_with_an_interest",
        "desk_approval",
        "INSERT",
        _conflicted("NEW.account_id", "NEW.draft_id"),
    ),
    Rule(
        "approval_is_by_a_reviewer",
        "desk_approval",
        "INSERT",
        "NEW.kind = 'review' AND "
        + _lacks_role("NEW.account_id", _DESK_OF_DRAFT + "NEW.draft_id", ("reviewer",)),
    ),
    Rule(
        "sign_off_is_by_a_spokesperson",
        "desk_approval",
        "INSERT",
        "NEW.kind = 'sign_off' AND "
        + _lacks_role("NEW.account_id", _DESK_OF_DRAFT + "NEW.draft_id", ("spokesperson",)),
    ),
    *append_only("desk_approval", "approval", ("draft_id", "kind", "revision")),
]

_DRAFTS = [
    Rule(
        "an_edit_raises_the_revision",
        "desk_draft",
        "UPDATE",
        f"(OLD.content_hash <> NEW.content_hash OR {_differ('OLD', 'NEW', ('kind', *CONTENT))}) "
        "AND NEW.revision <= OLD.revision",
    ),
    Rule(
        "a_revision_never_goes_back",
        "desk_draft",
        "UPDATE",
        "NEW.revision < OLD.revision OR NEW.rumour_id <> OLD.rumour_id OR NEW.id <> OLD.id "
        "OR (OLD.is_open = FALSE AND NEW.is_open = TRUE)",
    ),
    Rule(
        "no_draft_on_what_is_not_checkable",
        "desk_draft",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_rumour r "
        "WHERE r.id = NEW.rumour_id AND r.checkable = TRUE)",
    ),
    Rule("draft_is_never_removed", "desk_draft", "DELETE", "1 = 1"),
    Rule(
        "author_has_no_interest",
        "desk_draftauthor",
        "INSERT",
        _conflicted("NEW.account_id", "NEW.draft_id"),
    ),
    Rule(
        "author_has_not_approved",
        "desk_draftauthor",
        "INSERT",
        "EXISTS (SELECT 1 FROM desk_approval p JOIN desk_draft d ON d.id = p.draft_id "
        "WHERE p.draft_id = NEW.draft_id AND p.account_id = NEW.account_id "
        "AND p.revision = d.revision)",
    ),
    *append_only("desk_draftauthor", "draft_author", ("draft_id", "account_id")),
    *append_only("desk_conflictofinterest", "conflict_of_interest", ("rumour_id", "account_id")),
    *never_replaced("desk_draft", "draft"),
]


def _bumps(what: str, table: str, event: str) -> Effect:
    rows = {"INSERT": "NEW.rumour_id", "DELETE": "OLD.rumour_id"}
    moved = rows.get(event, "OLD.rumour_id, NEW.rumour_id")
    return Effect(
        f"{what}_{event.lower()}_is_an_edit",
        table,
        event,
        "UPDATE desk_draft SET revision = revision + 1 "
        f"WHERE rumour_id IN ({moved}) AND is_open = TRUE",
    )


_SHOWN_BESIDE = {"evidence": "desk_evidence", "contact": "desk_contactattempt"}
"""What a page shows beside the text, so that a signature stands under it too."""
_EVIDENCE = [
    _bumps(what, table, event) for what, table in _SHOWN_BESIDE.items() for event in EVENTS
]


def _lacks_approval(kind: str, account: str) -> str:
    return (
        "NOT EXISTS (SELECT 1 FROM desk_approval p JOIN desk_draft d ON d.id = p.draft_id "
        f"WHERE p.draft_id = NEW.draft_id AND p.kind = '{kind}' AND p.account_id = {account} "
        "AND p.revision = d.revision AND p.content_hash = NEW.content_hash)"
    )


_COUNTED = (
    "FROM desk_evidence e WHERE e.copy_sha256 <> '' "
    f"AND e.rumour_id = ({_RUMOUR_OF_DRAFT}NEW.draft_id)"
)
_VERSIONS = [
    Rule(
        "a_version_has_a_review",
        "desk_version",
        "INSERT",
        _lacks_approval("review", "NEW.reviewer_id"),
    ),
    Rule(
        "a_version_has_a_sign_off",
        "desk_version",
        "INSERT",
        _lacks_approval("sign_off", "NEW.spokesperson_id"),
    ),
    Rule(
        "a_version_says_what_was_approved",
        "desk_version",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_draft d JOIN desk_factcheck f ON f.rumour_id = d.rumour_id "
        "WHERE d.id = NEW.draft_id AND f.id = NEW.fact_check_id AND d.is_open = TRUE "
        f"AND d.content_hash = NEW.content_hash AND d.kind = NEW.kind "
        f"AND NOT ({_differ('d', 'NEW', CONTENT)}))",
    ),
    Rule(
        "a_version_names_its_author",
        "desk_version",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_draftauthor a "
        "WHERE a.draft_id = NEW.draft_id AND a.account_id = NEW.author_id)",
    ),
    Rule(
        "a_version_is_of_a_checkable_claim",
        "desk_version",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_rumour r WHERE r.checkable = TRUE "
        f"AND r.id = ({_RUMOUR_OF_DRAFT}NEW.draft_id))",
    ),
    Rule(
        "a_version_stands_on_evidence",
        "desk_version",
        "INSERT",
        f"(SELECT count(DISTINCT e.origin) {_COUNTED}) < 2 AND NOT EXISTS (SELECT 1 {_COUNTED} "
        "AND e.kind = 'primary' AND e.self_statement = FALSE)",
    ),
    Rule(
        "no_conflict_behind_a_version",
        "desk_version",
        "INSERT",
        "EXISTS (SELECT 1 FROM desk_conflictofinterest c "
        f"WHERE c.rumour_id = ({_RUMOUR_OF_DRAFT}NEW.draft_id) AND (c.account_id IN "
        "(NEW.author_id, NEW.reviewer_id, NEW.spokesperson_id) OR c.account_id IN "
        "(SELECT account_id FROM desk_draftauthor WHERE draft_id = NEW.draft_id)))",
    ),
    Rule(
        "versions_are_numbered_in_order",
        "desk_version",
        "INSERT",
        "NEW.number <> 1 + (SELECT count(*) FROM desk_version v "
        "WHERE v.fact_check_id = NEW.fact_check_id)",
    ),
    Rule(
        "only_the_first_version_is_first",
        "desk_version",
        "INSERT",
        "(NEW.number = 1 AND NEW.kind <> 'first') OR (NEW.number <> 1 AND NEW.kind = 'first')",
    ),
    *append_only("desk_version", "version", ("draft_id",), ("log_entry_id",)),
    *append_only("desk_logentry", "log_entry"),
    Rule(
        "log_entries_are_numbered_in_order",
        "desk_logentry",
        "INSERT",
        "NEW.number <> coalesce((SELECT max(number) + 1 FROM desk_logentry), 0)",
    ),
    Rule("fact_check_is_never_removed", "desk_factcheck", "DELETE", "1 = 1"),
    *never_replaced("desk_factcheck", "fact_check", ("rumour_id",), ("slug",)),
    Rule(
        "fact_check_shows_its_newest_version",
        "desk_factcheck",
        "UPDATE",
        "NEW.rumour_id <> OLD.rumour_id OR NEW.slug <> OLD.slug OR NOT EXISTS "
        "(SELECT 1 FROM desk_version v WHERE v.id = NEW.current_id AND v.fact_check_id = NEW.id "
        "AND v.number = (SELECT max(w.number) FROM desk_version w WHERE w.fact_check_id = NEW.id))",
    ),
    Rule(
        "fact_check_starts_without_version",
        "desk_factcheck",
        "INSERT",
        "NEW.current_id IS NOT NULL",
    ),
]

_HOLDING = [
    Rule(
        "holding_line_is_by_a_spokesperson",
        "desk_holdingline",
        "INSERT",
        _lacks_role(
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

_RUMOURS = [
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

RULES: list[Rule | Effect] = [*_APPROVALS, *_DRAFTS, *_EVIDENCE, *_VERSIONS, *_HOLDING, *_RUMOURS]


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


def drop(vendor: str) -> list[str]:
    """Every statement that takes the rules away again (only a migration does)."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {rule.name}" for rule in RULES]
    return [f"DROP FUNCTION IF EXISTS {rule.name}() CASCADE" for rule in RULES]
