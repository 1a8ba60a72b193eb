"""What becomes public: versions, their log, the page that shows the newest."""

from kiemtin.desk.rules.clauses import CONTENT, RUMOUR_OF_DRAFT, differ
from kiemtin.desk.rules.trigger import Rule, never_removed, never_replaced


def _lacks_approval(kind: str, account: str) -> str:
    return (
        "NOT EXISTS (SELECT 1 FROM desk_approval p JOIN desk_draft d ON d.id = p.draft_id "
        f"WHERE p.draft_id = NEW.draft_id AND p.kind = '{kind}' AND p.account_id = {account} "
        "AND p.revision = d.revision AND p.content_hash = NEW.content_hash)"
    )


_COUNTED = (
    "FROM desk_evidence e WHERE e.copy_sha256 <> '' "
    f"AND e.rumour_id = ({RUMOUR_OF_DRAFT}NEW.draft_id)"
)
VERSIONS = [
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
        f"AND NOT ({differ('d', 'NEW', CONTENT)}))",
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
        f"AND r.id = ({RUMOUR_OF_DRAFT}NEW.draft_id))",
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
        f"WHERE c.rumour_id = ({RUMOUR_OF_DRAFT}NEW.draft_id) AND (c.account_id IN "
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
    *never_removed("desk_version", "version", ("draft_id",), ("log_entry_id",)),
    *never_removed("desk_logentry", "log_entry"),
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
        "NEW.rumour_id <> OLD.rumour_id OR NOT EXISTS "
        "(SELECT 1 FROM desk_version v WHERE v.id = NEW.current_id AND v.fact_check_id = NEW.id "
        "AND v.number = (SELECT max(w.number) FROM desk_version w WHERE w.fact_check_id = NEW.id))",
    ),
    Rule(
        "an_address_changes_only_when_a_text_was_erased",
        "desk_factcheck",
        "UPDATE",
        "NEW.slug <> OLD.slug AND NOT EXISTS (SELECT 1 FROM desk_erasure e "
        "JOIN desk_version v ON v.log_entry_id = e.entry_id "
        "WHERE v.fact_check_id = OLD.id AND e.tombstone_id IS NOT NULL)",
    ),
    Rule(
        "fact_check_starts_without_version",
        "desk_factcheck",
        "INSERT",
        "NEW.current_id IS NOT NULL",
    ),
]
