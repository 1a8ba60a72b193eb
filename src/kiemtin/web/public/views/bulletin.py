"""Where a bulletin's code is checked: on the reader's own device, or by the desk when asked to.

The code stands behind the # of an address and so reaches no server; what is posted is kept nowhere.
"""

import json
import re
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.queries import public
from kiemtin.web.public import bulletin_words, bulletins
from kiemtin.web.public.forms.code import CodeForm
from kiemtin.web.public.respond import for_all, kept_page, private_page, shown
from kiemtin.web.templatetags.kiemtin import VERDICTS

TEMPLATE = "public/bulletin/page.html"
PLAIN = "text/plain; charset=utf-8"
ICON = "kiemtin/icons/favicon.svg"
LOADED = re.compile(rf'(?:src|href|data-judge)="({re.escape(settings.STATIC_URL)}[^"]+)"')
"""What the page loads from itself; the fonts come later and can be done without."""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page that reads the code behind the # and judges it on the device."""
    desk = public.front_desk()
    contact = desk.contact if desk else ""
    return kept_page(
        request, TEMPLATE, contact, lambda: _page(contact) | {"form": CodeForm()}, request.path
    )


@csrf_exempt  # nothing changes here, and a page kept for offline use has no token
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """What the desk's own machine says of a pasted code: works without JavaScript."""
    form = CodeForm(request.POST)
    text = form.data.get("code", "")
    desk = public.front_desk()
    told = _page(desk.contact if desk else "") | {"form": form, "told": bulletins.told(text)}
    return private_page(request, TEMPLATE, told)


def _page(contact: str) -> dict[str, Any]:
    return {
        "section": "bulletin",
        "contact": contact,
        "words": bulletin_words.for_script(),
        "states": bulletin_words.STATES,
        "icons": sorted({one.icon for one in bulletin_words.STATES.values()}),
        "verdicts": [one for one in VERDICTS if one not in ("checking", "not_checkable")],
        "zone": settings.TIME_ZONE,
    }


@require_safe
def known(request: HttpRequest) -> HttpResponse:
    """The signed list by which a phone knows keys and newest versions."""
    note = bulletins.note()
    if note is None:
        return HttpResponse(_("Bàn chưa có khoá để ký danh sách."), PLAIN, status=404)
    return for_all(request, HttpResponse(note, content_type=PLAIN))


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, with the files that it keeps for when there is no network."""
    html = shown(request, TEMPLATE, _page("") | {"form": CodeForm()}).content.decode()
    kept = [*dict.fromkeys(LOADED.findall(html)), reverse("public:bulletin_manifest")]
    names = {
        "files": json.dumps(kept),
        "name": sha256("\n".join(kept).encode()).hexdigest()[:8],
        "page": reverse("public:bulletin"),
        "list": reverse("public:bulletin_list"),
    }
    script = render(request, "public/bulletin/worker.js", names)
    script.headers["Content-Type"] = "text/javascript; charset=utf-8"
    # A browser looks for a new worker at most once a day anyway; none may stand in between.
    script.headers["Cache-Control"] = "no-cache"
    return script


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the page on its first screen."""
    phone = {
        "name": _("Kiểm tra mã bản tin"),
        "short_name": _("Kiểm tra mã"),
        "lang": get_language(),
        "start_url": reverse("public:bulletin"),
        "scope": reverse("public:bulletin"),
        "display": "standalone",
        "background_color": "#fdfcf9",
        "theme_color": "#fdfcf9",
        "icons": [{"src": static(ICON), "type": "image/svg+xml", "sizes": "any"}],
    }
    body = json.dumps(phone, ensure_ascii=False)
    return for_all(request, HttpResponse(body, content_type="application/manifest+json"))


@require_safe
def find(request: HttpRequest, number: int) -> HttpResponse:
    """Lead from the number in a code to the page of the fact-check."""
    found = public.published().filter(pk=number).first()
    if found is None:
        raise Http404
    return redirect("public:fact_check", slug=found.slug)
