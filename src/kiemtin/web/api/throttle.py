"""Limits how often one address may ask the API, without storing the address."""

from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from kiemtin.web.limits import Limiter
from kiemtin.web.middleware import client_address

A_MINUTE = 120


class Throttle(BaseThrottle):
    """At most `a_minute` requests a minute from one address; 429 beyond."""

    def __init__(self, a_minute: int = A_MINUTE) -> None:
        self.limiter = Limiter(a_minute)

    def allow_request(self, request: HttpRequest) -> bool:
        """True when the address may ask now."""
        return self.limiter.allow(client_address(request))

    def wait(self) -> float:
        """Seconds until it is worth trying again."""
        return 60.0 / A_MINUTE
