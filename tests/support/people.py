"""People of a desk, made where no fixture reaches."""

from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role


def account(name: str, desk: Desk, roles: tuple[Role, ...]) -> Account:
    """An account with these roles, which nobody can sign in to."""
    made = Account.objects.create(email=f"{name}@example.vn", name=name, password="!")
    for role in roles:
        Membership.objects.create(account=made, desk=desk, role=role)
    return made
