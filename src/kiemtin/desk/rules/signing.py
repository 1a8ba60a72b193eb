"""Who may sign, write and prove, and what ends a signature."""

from kiemtin.desk.rules.clauses import CONTENT, DESK_OF_DRAFT, conflicted, differ, lacks_role
from kiemtin.desk.rules.trigger import EVENTS, Effect, Rule, append_only, never_replaced

APPROVALS = [
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
        conflicted("NEW.account_id", "NEW.draft_id"),
    ),
    Rule(
        "approval_is_by_a_reviewer",
        "desk_approval",
        "INSERT",
        "NEW.kind = 'review' AND "
        + lacks_role("NEW.account_id", DESK_OF_DRAFT + "NEW.draft_id", ("reviewer",)),
    ),
    Rule(
        "sign_off_is_by_a_spokesperson",
        "desk_approval",
        "INSERT",
        "NEW.kind = 'sign_off' AND "
        + lacks_role("NEW.account_id", DESK_OF_DRAFT + "NEW.draft_id", ("spokesperson",)),
    ),
    *append_only("desk_approval", "approval", ("draft_id", "kind", "revision")),
]

DRAFTS = [
    Rule(
        "an_edit_raises_the_revision",
        "desk_draft",
        "UPDATE",
        f"(OLD.content_hash <> NEW.content_hash OR {differ('OLD', 'NEW', ('kind', *CONTENT))}) "
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
        conflicted("NEW.account_id", "NEW.draft_id"),
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
EVIDENCE = [_bumps(what, table, event) for what, table in _SHOWN_BESIDE.items() for event in EVENTS]
