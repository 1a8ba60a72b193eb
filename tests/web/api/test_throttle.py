"""The API's limit by address."""

from django.test import RequestFactory

from kiemtin.web.api.throttle import Throttle


def test_each_address_has_its_own_allowance() -> None:
    throttle = Throttle(2)
    one = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1")
    other = RequestFactory().get("/", REMOTE_ADDR="192.0.2.2")
    assert [throttle.allow_request(one) for _ in range(3)] == [True, True, False]
    assert throttle.allow_request(other)
    assert throttle.wait() > 0


def test_no_address_is_kept() -> None:
    throttle = Throttle(2)
    throttle.allow_request(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1"))
    assert "192.0.2" not in repr(vars(throttle.limiter))
