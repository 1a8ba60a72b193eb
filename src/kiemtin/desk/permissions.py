"""Who may do what: roles held at a desk or above it; asked by every step of the flow."""

from kiemtin.desk.errors import NotAllowed
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role

SECOND_FACTOR = frozenset({Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR})
DESK_WORK = frozenset({Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON})
IMPORTING = frozenset({Role.CHECKER, Role.ADMINISTRATOR})
AUDITING = frozenset({Role.REVIEWER, Role.ADMINISTRATOR})


def up(desk: Desk) -> list[int]:
    """The ids of the desk and of those above it."""
    ids: list[int] = []
    here: Desk | None = desk
    while here is not None and here.pk not in ids:
        ids.append(here.pk)
        here = here.parent
    return ids


def roles(account: Account, desk: Desk | None = None) -> frozenset[Role]:
    """The roles held at `desk` or above it; anywhere when no desk is given."""
    held = Membership.objects.filter(account=account)
    if desk is not None:
        held = held.filter(desk__in=up(desk))
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def require(account: Account, desk: Desk, *wanted: Role) -> None:
    """Raise NotAllowed unless the active account holds one of the roles at the desk."""
    if not account.is_active or not roles(account, desk) & set(wanted):
        raise NotAllowed(*wanted)


def desks(account: Account) -> list[Desk]:
    """Every desk where the account holds a role, with those below; nearest to the root first."""
    own = set(Membership.objects.filter(account=account).values_list("desk_id", flat=True))
    return [desk for desk in Desk.objects.select_related("parent") if own & set(up(desk))]


def needs_second_factor(account: Account) -> bool:
    """True when a role of the account asks for a passkey or TOTP."""
    return bool(roles(account) & SECOND_FACTOR)
