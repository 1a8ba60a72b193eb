"""The conditions that several rules ask, as SQL that both databases read."""

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
    "about",
    "about_body",
    "not_asked",
    "not_asked_why",
)


def differ(left: str, right: str, columns: tuple[str, ...]) -> str:
    return " OR ".join(f"{left}.{c} IS DISTINCT FROM {right}.{c}" for c in columns)


# A role at a desk holds for the desks below it: walk from the rumour's desk up to the root.
def lacks_role(account: str, desk: str, roles: tuple[str, ...]) -> str:
    names = ", ".join(f"'{role}'" for role in roles)
    return (
        "NOT EXISTS (WITH RECURSIVE up(id) AS ("
        f"SELECT ({desk}) UNION SELECT d.parent_id FROM desk_desk d JOIN up ON d.id = up.id "
        "WHERE d.parent_id IS NOT NULL) "
        "SELECT 1 FROM desk_membership m JOIN desk_account a ON a.id = m.account_id "
        f"WHERE m.account_id = {account} AND a.is_active = TRUE AND m.role IN ({names}) "
        "AND m.desk_id IN (SELECT id FROM up))"
    )


DESK_OF_DRAFT = (
    "SELECT r.desk_id FROM desk_draft d JOIN desk_rumour r ON r.id = d.rumour_id WHERE d.id = "
)
RUMOUR_OF_DRAFT = "SELECT rumour_id FROM desk_draft WHERE id = "


def conflicted(account: str, draft: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM desk_conflictofinterest c "
        f"WHERE c.account_id = {account} AND c.rumour_id = ({RUMOUR_OF_DRAFT}{draft}))"
    )
