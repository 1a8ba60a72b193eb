"""Paste a text, see which fact-check it repeats and why. The text is kept nowhere: not in the
database, not in an address, not in a log.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kiemtin.desk.queries import search
from kiemtin.desk.unharmed import Unharmed
from kiemtin.matching.types import Comparison
from kiemtin.web import compared
from kiemtin.web.public import contents, phrases
from kiemtin.web.public.forms.ask import AskForm
from kiemtin.web.public.forms.check import CheckForm
from kiemtin.web.public.respond import kept_page, private_page
from kiemtin.web.public.says import status_of

TEMPLATE = "public/check.html"


@csrf_exempt  # nothing changes here, and without a token the pages that hold the box need no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The box by GET; what is known of the text by POST."""
    if request.method != "POST":
        return kept_page(
            request,
            TEMPLATE,
            (),
            lambda: {"section": "check", "form": CheckForm()},
            here=request.path,
        )
    form = CheckForm(request.POST)
    if not form.is_valid():
        shown = {"section": "check", "form": form}
        return private_page(request, TEMPLATE, shown, status_of(form))
    return private_page(request, TEMPLATE, _answered(form))


def _answered(form: CheckForm) -> dict[str, Any]:
    text = form.cleaned_data["text"]
    answer = None
    with Unharmed("check.failed"):
        answer = search.check(text)
    return {
        "section": "check",
        "form": form,
        "answered": True,
        "claims": [_claim(one) for one in answer.parts] if answer else [],
        "ask": AskForm.fresh(text=text),
        **_claim(answer),
    }


def _claim(answer: search.Answer | None) -> dict[str, Any]:
    found = [_said(one, answer) for one in answer.found] if answer else []
    return {"answer": answer, "found": found, "old": all(one["over"] for one in found)}


def _said(found: search.Found, answer: search.Answer) -> dict[str, Any]:
    sure = answer.decision == "same" and found is answer.found[0]
    return {
        "fact_check": found.fact_check,
        "version": found.version,
        "over": contents.no_longer_valid(found.version),
        "likelihood": phrases.likelihood(found.probability, same=sure),
        "reasons": phrases.because(found.reasons),
        "rows": phrases.details(found.rows),
        "claim": compared.differing(found.version.claim, found.rows),
        "decisive": compared.sentence(_conflicts(found)),
    }


def _conflicts(found: search.Found) -> Comparison:
    against = tuple(reason for reason in found.reasons if reason.code in compared.WEIGHTS)
    return Comparison(found.rows, against)
