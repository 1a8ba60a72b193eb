"""Reading and filling in pages as a browser without JavaScript does."""

import re
from html import unescape
from typing import Any

from django.test import Client

Page = Any


def text(page: Page) -> str:
    """The page's text without markup, blanks collapsed."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", page.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def fields(page: Page, action: str) -> dict[str, str]:
    """The hidden fields and ticked boxes of the form that posts to `action`."""
    html = page.content.decode()
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', html, re.DOTALL)
    assert form is not None, f"no form posts to {action}"
    found: dict[str, str] = {}
    for tag in re.findall(r"<input\b[^>]*>", form[0]):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        ticked = given.get("type") == "checkbox" and "checked" in tag
        if given.get("type") == "hidden" or ticked:
            found[given["name"]] = unescape(given.get("value", "on"))
    return found


def send(reader: Client, where: str, said: dict[str, Any], action: str = "") -> Page:
    """Open the page at `where`, fill in its form and post it."""
    opened = reader.get(where)
    return reader.post(action or where, fields(opened, action or where) | said)
