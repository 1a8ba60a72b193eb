"""How allauth signs people in here: accounts come from an administrator, never from a sign-up
page.
"""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """No self-registration; no address of a failed sign-in is stored."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by `kiemtin init` and on the people page."""
        return False
