"""Right of reply: what anyone says of a page, how the desk answers it, and who was asked before."""

from kiemtin.desk.rules.clauses import RUMOUR_OF_DRAFT, differ
from kiemtin.desk.rules.erasing import GONE
from kiemtin.desk.rules.trigger import Rule, never_removed, never_replaced

_BROUGHT = (
    *("id", "fact_check_id", "version_id", "external_id", "receipt", "kind", "text", "link"),
    *("copy", "copy_type", "copy_sha256", "received_at", "due_on"),
)
_WORDS = ("text", "link", "copy", "copy_type", "copy_sha256")


def _is_erased(kind: str, of: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM desk_erasure e JOIN desk_logentry l ON l.id = e.entry_id "
        f"WHERE e.tombstone_id IS NOT NULL AND l.kind = '{kind}' AND {of})"
    )


_ERASED = (
    f"{_is_erased('objection_received', 'e.objection_id = OLD.id')} AND NEW.text = '{GONE}' AND "
    + " AND ".join(f"NEW.{name} = ''" for name in _WORDS[1:])
    + f" AND NOT ({differ('OLD', 'NEW', tuple(one for one in _BROUGHT if one not in _WORDS))})"
)
_ANSWER = ("outcome", "answer", "answered_by_id", "answered_at")
_ANSWER_ERASED = (
    _is_erased("objection_answered", "e.objection_id = OLD.id AND e.note_id IS NULL")
    + f" AND NEW.answer = '{GONE}' AND NOT ("
    + differ("OLD", "NEW", tuple(one for one in _ANSWER if one != "answer"))
    + ")"
)
_NOTE_ERASED = (
    _is_erased("objection_answered", "e.note_id = OLD.id")
    + f" AND NEW.text = '{GONE}' AND NOT ("
    + differ("OLD", "NEW", ("id", "objection_id", "outcome", "by_id", "made_at"))
    + ")"
)


def _wrote(account: str, version: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM desk_version v JOIN desk_draftauthor a ON a.draft_id = v.draft_id "
        f"WHERE v.id = {version} AND a.account_id = {account})"
    )


_OF_NOTE = "(SELECT o.version_id FROM desk_objection o WHERE o.id = NEW.objection_id)"
_INTEREST = (
    "EXISTS (SELECT 1 FROM desk_conflictofinterest c JOIN desk_factcheck f "
    "ON f.rumour_id = c.rumour_id WHERE f.id = {fact_check} AND c.account_id = {account})"
)
OBJECTIONS = [
    Rule("an_objection_stays", "desk_objection", "DELETE", "1 = 1"),
    *never_replaced("desk_objection", "objection", ("external_id",), ("receipt",)),
    Rule(
        "an_objection_comes_unanswered",
        "desk_objection",
        "INSERT",
        "NEW.outcome <> '' OR NEW.held_back <> '' OR NEW.corrected_in_id IS NOT NULL "
        "OR NOT EXISTS (SELECT 1 FROM desk_version v WHERE v.id = NEW.version_id "
        "AND v.fact_check_id = NEW.fact_check_id)",
    ),
    Rule(
        "what_was_brought_stays_as_it_came",
        "desk_objection",
        "UPDATE",
        f"({differ('OLD', 'NEW', _BROUGHT)}) AND NOT ({_ERASED})",
    ),
    Rule(
        "an_answer_is_never_overwritten",
        "desk_objection",
        "UPDATE",
        f"OLD.outcome <> '' AND ({differ('OLD', 'NEW', _ANSWER)}) AND NOT ({_ANSWER_ERASED})",
    ),
    Rule(
        "an_answer_first_stands_as_given",
        "desk_objection",
        "UPDATE",
        "OLD.outcome = '' AND NEW.standing <> NEW.outcome",
    ),
    Rule(
        "a_note_says_when_an_answer_stands_no_more",
        "desk_objection",
        "UPDATE",
        "OLD.outcome <> '' AND NEW.standing <> OLD.standing AND NEW.standing IS DISTINCT FROM "
        "(SELECT n.outcome FROM desk_objectionnote n WHERE n.objection_id = NEW.id "
        "AND n.outcome <> '' ORDER BY n.id DESC LIMIT 1)",
    ),
    Rule(
        "an_author_refuses_no_objection",
        "desk_objection",
        "UPDATE",
        "OLD.outcome = '' AND NEW.outcome = 'refused' AND "
        + _wrote("NEW.answered_by_id", "NEW.version_id"),
    ),
    Rule(
        "an_author_holds_no_objection_back",
        "desk_objection",
        "UPDATE",
        "NEW.held_back <> OLD.held_back AND NEW.held_back <> '' AND "
        + _wrote("NEW.held_by_id", "NEW.version_id"),
    ),
    Rule(
        "who_has_an_interest_answers_no_objection",
        "desk_objection",
        "UPDATE",
        "OLD.outcome = '' AND NEW.outcome <> '' AND "
        + _INTEREST.format(fact_check="NEW.fact_check_id", account="NEW.answered_by_id"),
    ),
    Rule(
        "who_has_an_interest_holds_no_objection_back",
        "desk_objection",
        "UPDATE",
        "NEW.held_back <> OLD.held_back AND "
        + _INTEREST.format(fact_check="NEW.fact_check_id", account="NEW.held_by_id"),
    ),
    Rule(
        "an_error_is_corrected_once_in_a_later_version",
        "desk_objection",
        "UPDATE",
        "(OLD.corrected_in_id IS NOT NULL AND NEW.corrected_in_id IS DISTINCT FROM "
        "OLD.corrected_in_id) OR (NEW.corrected_in_id IS NOT NULL AND (NEW.standing <> 'accepted' "
        "OR NOT EXISTS (SELECT 1 FROM desk_version v JOIN desk_version w ON w.id = NEW.version_id "
        "WHERE v.id = NEW.corrected_in_id AND v.fact_check_id = NEW.fact_check_id "
        "AND v.kind IN ('amendment', 'withdrawal') AND v.number > w.number)))",
    ),
    Rule(
        "objection_note_only_loses_its_text",
        "desk_objectionnote",
        "UPDATE",
        f"NOT ({_NOTE_ERASED})",
    ),
    *never_removed("desk_objectionnote", "objection_note"),
    Rule(
        "a_note_is_on_an_answer",
        "desk_objectionnote",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM desk_objection o WHERE o.id = NEW.objection_id "
        "AND o.outcome <> '')",
    ),
    Rule(
        "an_author_refuses_by_no_note",
        "desk_objectionnote",
        "INSERT",
        f"NEW.outcome = 'refused' AND {_wrote('NEW.by_id', _OF_NOTE)}",
    ),
]

_RUMOUR = f"({RUMOUR_OF_DRAFT}NEW.draft_id)"
_OFFERED = (
    f"SELECT 1 FROM desk_contactattempt c WHERE c.rumour_id = {_RUMOUR} "
    "AND c.purpose = CASE NEW.about WHEN 'body' THEN 'reply' ELSE 'private' END"
)
_CLOSED = "(c.answer <> '' OR c.answer_by <= NEW.published_at)"
REPLIES = [
    Rule(
        "a_version_says_whom_it_is_about",
        "desk_version",
        "INSERT",
        "NEW.about = '' AND NEW.kind <> 'withdrawal'",
    ),
    Rule(
        "whom_a_version_is_about_was_offered_a_reply",
        "desk_version",
        "INSERT",
        "NEW.about IN ('body', 'private') AND NEW.not_asked = '' AND NEW.kind <> 'withdrawal' "
        f"AND (NOT EXISTS ({_OFFERED} AND {_CLOSED}) OR EXISTS ({_OFFERED} AND NOT {_CLOSED}))",
    ),
    Rule(
        "not_to_wait_is_for_danger_to_life",
        "desk_version",
        "INSERT",
        "NEW.not_asked = 'life_safety' AND NEW.kind <> 'withdrawal' AND NOT EXISTS "
        f"(SELECT 1 FROM desk_rumour r WHERE r.id = {_RUMOUR} AND r.life_safety = TRUE)",
    ),
    Rule(
        "what_was_accepted_is_corrected_first",
        "desk_version",
        "INSERT",
        "NEW.kind = 'update' AND EXISTS (SELECT 1 FROM desk_objection o "
        "WHERE o.fact_check_id = NEW.fact_check_id AND o.standing = 'accepted' "
        "AND o.corrected_in_id IS NULL)",
    ),
]
