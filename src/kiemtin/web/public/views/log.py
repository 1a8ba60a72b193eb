"""The public log for people: its history with search, and one entry with what proves it."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kiemtin.desk import log_folder, signing
from kiemtin.desk.queries import log, log_shown, sealed
from kiemtin.web.public.forms.log import LogForm
from kiemtin.web.public.log_words import KINDS, fields
from kiemtin.web.public.respond import for_all, kept_page, shown

A_PAGE = 25


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """One page of the log, newest first; a filter that cannot be read is said and not applied."""
    stamp = (log.newest(), log_folder.size(), *_shown())
    return kept_page(request, "public/log.html", stamp, lambda: _history(request))


def _history(request: HttpRequest) -> dict[str, Any]:
    form = LogForm(request.GET)
    form.is_valid()
    found = Paginator(log.entries(**form.chosen()), A_PAGE).get_page(request.GET.get("page"))
    return _signed() | {
        "section": "how",
        "form": form,
        "found": found,
        "acts": [(act, KINDS[act.entry.kind]) for act in log.acts(found)],
        "filtered": form.in_use(),
    }


def _signed() -> dict[str, Any]:
    keys = signing.verifiers()
    return {
        "size": log_folder.size(),
        "key": str(keys[0]) if keys else "",
        "keys": len(keys),
        "shown": _shown(),
        "address": settings.PUBLIC_URL + reverse("public:log"),
    }


def _shown() -> list[tuple[bool, str]]:
    """What the log shows and what not, in the reader's language."""
    english = get_language() == "en"
    return [(one.proven, one.en if english else one.vi) for one in log_shown.log_statements()]


@require_safe
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """One entry: what was done when, about what, and how to check it."""
    act = log.act(number)
    if act is None:
        raise Http404
    context = _signed() | {
        "section": "how",
        "act": act,
        "kind": KINDS[act.entry.kind],
        "fields": fields(act.entry.said()),
        "sealed": sealed.is_sealed(number),
    }
    return for_all(request, shown(request, "public/log_entry.html", context))
