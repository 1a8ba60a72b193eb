"""Subscribing in a browser: permission is asked on a tap only; what is pushed is shown."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit
from tests.e2e.test_every_page import faults
from tests.e2e.visitor import Visitor

pytestmark = pytest.mark.browser
REGISTER = """async () => {
  await navigator.serviceWorker.register("/dang-ky/bao.js", {scope: "/dang-ky/"});
  await navigator.serviceWorker.ready;
}"""
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.getRegistration("/dang-ky/");
  const shown = await worker.getNotifications();
  return shown.map((one) => ({title: one.title, body: one.body, tag: one.tag, url: one.data}));
}"""


def push(visitor: Visitor, page: Page, data: str) -> None:
    """A push service hands something to the worker of /dang-ky/."""
    session = visitor.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []

    def note(told: dict[str, Any]) -> None:
        found.extend(told["registrations"])

    session.on("ServiceWorker.workerRegistrationUpdated", note)
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(300)
    (one,) = [one for one in found if one["scopeURL"].endswith("/dang-ky/")]
    given = {"origin": visitor.address, "registrationId": one["registrationId"], "data": data}
    session.send("ServiceWorker.deliverPushMessage", given)
    page.wait_for_timeout(300)


def test_a_notice_is_shown_once_a_tag_and_a_broken_one_too(visit: Visit) -> None:
    visitor = visit()
    visitor.context.grant_permissions(["notifications"], origin=visitor.address)
    page = visitor.go("/dang-ky/")
    page.evaluate(REGISTER)
    said = {"title": "Đập không vỡ", "body": "Ở yên.", "url": visitor.address, "tag": "v1"}
    for _again in range(2):
        push(visitor, page, json.dumps(said))
    shown = page.evaluate(SHOWN)
    assert shown == [said]
    push(visitor, page, "no json")
    assert {one["title"] for one in page.evaluate(SHOWN)} == {"Đập không vỡ", "Kiểm Tin"}


def test_the_pages_have_no_faults(visit: Visit) -> None:
    visitor = visit()
    for path in ("/dang-ky/", "/dang-ky/xong/email/", "/dang-ky/bo/x/", "/dang-ky/xac-nhan/x/"):
        assert faults(visitor.go(path)) == []
