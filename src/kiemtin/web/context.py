"""What every page knows: the site's name and address, the drill, the roles of who is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kiemtin.desk import permissions


def site(request: HttpRequest) -> dict[str, Any]:
    """Names used by the base templates."""
    account = getattr(request, "user", None)
    signed_in = account is not None and account.is_authenticated
    return {
        "drill": settings.DRILL,
        "public_url": settings.PUBLIC_URL,
        "roles": permissions.roles(account) if signed_in else frozenset(),
    }
