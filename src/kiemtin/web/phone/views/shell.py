"""The page itself, the same for every phone, with its service worker and manifest.

Nothing in it is one person's: the phone fetches that with its token and keeps it.
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.desk.words import HeardVia
from kiemtin.desk.words_reach import Done, Language
from kiemtin.web.phone import words
from kiemtin.web.public.respond import for_all, kept_page, shown
from kiemtin.web.templatetags.kiemtin import VERDICTS

TEMPLATE = "phone/shell.html"
ICON = "kiemtin/icons/favicon.svg"
FOLDER = "kiemtin/js/phone/"
SCRIPTS = Path(__file__).parents[2] / "static" / FOLDER
MODULES = (
    *("fold", "look-up", "store", "send", "news", "record", "dom"),
    *("unsent", "look", "read", "tell", "app"),
)
SHARED = ("store", "send")
"""What the service worker does too: it reads the same files."""
LOADED = re.compile(rf'(?:src|href)="({re.escape(settings.STATIC_URL)}[^"]+)"')


@require_safe
@csp_update({"media-src": [SELF, "blob:"]})
def shell(request: HttpRequest) -> HttpResponse:
    """The page."""
    desk = public.front_desk()
    contact = desk.contact if desk else ""
    return kept_page(request, TEMPLATE, contact, lambda: _page(contact), request.path)


def _page(contact: str) -> dict[str, Any]:
    return {
        "contact": contact,
        "words": words.for_script(),
        "setup": _setup(),
        "heard_via": HeardVia.choices,
        "languages": Language.choices,
        "verdicts": list(VERDICTS),
        "modules": [static(f"{FOLDER}{name}.js") for name in MODULES],
    }


def _setup() -> dict[str, Any]:
    """Addresses and names that the scripts need; a file's name has a hash in it."""
    names = ("worker", "facts", "work", "send", "sound", "join", "leave", "shell")
    return {
        "files": {name: static(f"{FOLDER}{name}.js") for name in MODULES},
        "at": {name: reverse(f"phone:{name}") for name in names},
        "zone": settings.TIME_ZONE,
        "page": reverse("public:fact_check", args=["x"]).replace("x/", ""),
        "code": reverse("public:bulletin"),
        "receipt": reverse("public:receipt", args=["x"]).replace("x/", ""),
        "done": list(Done.values),
    }


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: what it keeps, and the steps that it shares with the page."""
    html = shown(request, TEMPLATE, _page("")).content.decode()
    kept = [*dict.fromkeys([*LOADED.findall(html), *_page("")["modules"]])]
    kept.append(reverse("phone:manifest"))
    shared = "\n".join(_source(name) for name in SHARED)
    names = {
        "files": json.dumps(kept),
        "name": sha256("\n".join([*kept, shared, html]).encode()).hexdigest()[:8],
        "page": reverse("phone:shell"),
        "send": json.dumps(_setup()["at"]),
        "shared": shared,
    }
    script = render(request, "phone/worker.js", names)
    script.headers["Content-Type"] = "text/javascript; charset=utf-8"
    # A browser looks for a new worker at most once a day anyway; none may stand in between.
    script.headers["Cache-Control"] = "no-cache"
    return script


def _source(name: str) -> str:
    """A module as part of the worker: not every browser runs a worker made of modules."""
    text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    return re.sub(r"^export ", "", text, flags=re.MULTILINE)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the page on its first screen."""
    phone = {
        "name": _("Kiểm Tin cho tuyên truyền viên"),
        "short_name": _("Kiểm Tin"),
        "lang": get_language(),
        "id": reverse("phone:shell"),
        "start_url": reverse("phone:shell"),
        "scope": reverse("phone:shell"),
        "display": "standalone",
        "background_color": "#fdfcf9",
        "theme_color": "#fdfcf9",
        "icons": [{"src": static(ICON), "type": "image/svg+xml", "sizes": "any"}],
    }
    body = json.dumps(phone, ensure_ascii=False)
    return for_all(request, HttpResponse(body, content_type="application/manifest+json"))
