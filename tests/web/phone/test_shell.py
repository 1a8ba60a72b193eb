"""The page is the same for every phone, light, and keeps all that it needs."""

import gzip
import json
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Version
from kiemtin.web.phone.views import shell

MOST_BYTES = 80_000
"""Compressed, without what the phone then fetches to keep."""


def named(html: str) -> set[str]:
    return set(re.findall(r'(?:src|href)="/static/([^"]+)"', html))


def test_nothing_of_it_is_one_persons(dam: Version, phone: Client) -> None:
    stranger = Client().get(reverse("phone:shell"))
    assert phone.get(reverse("phone:shell")).content == stranger.content
    assert "public" in stranger.headers["Cache-Control"]
    assert not stranger.cookies


def test_sounds_of_the_phone_itself_may_play_here_alone(dam: Version) -> None:
    policies = [
        Client().get(address).headers["Content-Security-Policy"]
        for address in (reverse("phone:shell"), reverse("public:home"))
    ]
    assert "media-src 'self' blob:" in policies[0]
    assert "blob:" not in policies[1]


def test_the_first_load_is_light(dam: Version) -> None:
    html = Client().get(reverse("phone:shell")).content
    files = [Path(str(finders.find(name))).read_bytes() for name in named(html.decode())]
    assert len(files) > 10
    assert sum(len(gzip.compress(one)) for one in [html, *files]) <= MOST_BYTES


def test_the_worker_keeps_every_file_and_shares_the_steps(dam: Version) -> None:
    html = Client().get(reverse("phone:shell")).content.decode()
    answer = Client().get(reverse("phone:worker"))
    script = answer.content.decode()
    kept = json.loads(re.findall(r"const FILES = (\[.*?\]);", script)[0])
    assert {f"/static/{name}" for name in named(html)} <= set(kept)
    assert reverse("phone:manifest") in kept
    assert "async function sendEach" in script
    assert not re.search(r"^(?:export|import) ", script, re.MULTILINE)
    assert answer.headers["Cache-Control"] == "no-cache"


def test_every_module_is_there(dam: Version) -> None:
    there = {path.stem for path in shell.SCRIPTS.glob("*.js")} - {"join"}
    assert there == set(shell.MODULES)


def test_the_manifest_opens_the_page_in_the_readers_language(dam: Version) -> None:
    told = Client().get(reverse("phone:manifest")).json()
    assert told["start_url"] == reverse("phone:shell")
    assert told["lang"] == "vi"
    english = Client()
    english.cookies["lang"] = "en"
    assert english.get(reverse("phone:manifest")).json()["name"] == "Kiểm Tin for communicators"


def test_every_word_that_the_scripts_use_is_given(dam: Version) -> None:
    html = Client().get(reverse("phone:shell")).content.decode()
    given = json.loads(re.findall(r'id="phone-words"[^>]*>(.*?)</script>', html)[0])
    used = {
        word
        for path in shell.SCRIPTS.glob("*.js")
        if path.stem != "look-up"  # its words are those of a query
        for word in re.findall(r"\bwords\.(\w+)", path.read_text(encoding="utf-8"))
    }
    assert used == given.keys()
