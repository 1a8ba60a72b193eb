"""Readers' ratings: about a version of that fact-check, of an hour, of one device for good; and who
looks again at what is contested.
"""

from kiemtin.desk.rules.clauses import differ, lacks_role
from kiemtin.desk.rules.trigger import Rule, never_replaced

_WHOLE_HOUR = (
    "(CAST(NEW.rated_at AS text) LIKE '%:00:00' OR CAST(NEW.rated_at AS text) LIKE '%:00:00+%')"
)
_OTHER_FACT_CHECK = (
    "NOT EXISTS (SELECT 1 FROM desk_version v WHERE v.id = NEW.version_id "
    "AND v.fact_check_id = NEW.fact_check_id)"
)
_DESK = (
    "SELECT f.desk_id FROM desk_factcheck f JOIN desk_version v ON v.fact_check_id = f.id "
    "WHERE v.id = NEW.version_id"
)
_WROTE = (
    "EXISTS (SELECT 1 FROM desk_draftauthor a JOIN desk_version v ON v.draft_id = a.draft_id "
    "WHERE v.id = NEW.version_id AND a.account_id = NEW.closed_by_id)"
)
_INTERESTED = (
    "EXISTS (SELECT 1 FROM desk_conflictofinterest c JOIN desk_factcheck f "
    "ON f.rumour_id = c.rumour_id JOIN desk_version v ON v.fact_check_id = f.id "
    "WHERE v.id = NEW.version_id AND c.account_id = NEW.closed_by_id)"
)
RATINGS = [
    *(
        Rule(f"a_rating_is_of_an_hour_{event.lower()}", "desk_rating", event, f"NOT {_WHOLE_HOUR}")
        for event in ("INSERT", "UPDATE")
    ),
    *(
        Rule(f"a_rating_is_of_its_version_{event.lower()}", "desk_rating", event, _OTHER_FACT_CHECK)
        for event in ("INSERT", "UPDATE")
    ),
    Rule(
        "a_rating_stays_of_its_device_or_is_forgotten",
        "desk_rating",
        "UPDATE",
        "NEW.fact_check_id <> OLD.fact_check_id OR NEW.id <> OLD.id "
        "OR (NEW.rater <> OLD.rater AND NEW.rater <> '')",
    ),
    *never_replaced("desk_rating", "rating"),
    Rule("a_contested_review_stays", "desk_contestedreview", "DELETE", "1 = 1"),
    *never_replaced("desk_contestedreview", "contested_review", ("version_id",)),
    Rule(
        "a_contested_review_is_closed_once",
        "desk_contestedreview",
        "UPDATE",
        f"OLD.note <> '' OR ({differ('OLD', 'NEW', ('id', 'version_id', 'opened_at'))})",
    ),
    Rule("a_contested_review_is_opened_first", "desk_contestedreview", "INSERT", "NEW.note <> ''"),
    Rule(
        "that_it_stands_is_said_by_a_reviewer",
        "desk_contestedreview",
        "UPDATE",
        "NEW.note <> '' AND " + lacks_role("NEW.closed_by_id", _DESK, ("reviewer",)),
    ),
    Rule(
        "that_it_stands_is_said_by_nobody_who_wrote_it",
        "desk_contestedreview",
        "UPDATE",
        f"NEW.note <> '' AND ({_WROTE} OR {_INTERESTED})",
    ),
]
