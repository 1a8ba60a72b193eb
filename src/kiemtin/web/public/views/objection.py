"""A reader's challenge to a fact-check, without account; answered in public."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from kiemtin.desk import receipts
from kiemtin.desk.flow.listen import Objected, object_to
from kiemtin.desk.models import FactCheck
from kiemtin.desk.queries import public
from kiemtin.text.canonical import TextRefused
from kiemtin.web.public.forms.objection import ObjectionForm
from kiemtin.web.public.respond import keep_nowhere, private_page
from kiemtin.web.public.says import beside, status_of
from kiemtin.web.public.tokens import FormExpired


@require_http_methods(["GET", "HEAD", "POST"])
def object_form(request: HttpRequest, slug: str) -> HttpResponse:
    """The form by GET; the objection's own receipt by POST."""
    fact_check = public.fact_check(slug)
    if fact_check is None:
        raise Http404
    if request.method != "POST":
        return _page(request, fact_check, ObjectionForm.fresh())
    form = ObjectionForm(request.POST)
    if not form.is_valid():
        return _page(request, fact_check, form, status_of(form))
    return _send(request, fact_check, form)


def _page(
    request: HttpRequest, fact_check: FactCheck, form: ObjectionForm, status: int = 200
) -> HttpResponse:
    shown = {"section": "list", "fact_check": fact_check, "form": form}
    return private_page(request, "public/object.html", shown, status)


def _send(request: HttpRequest, fact_check: FactCheck, form: ObjectionForm) -> HttpResponse:
    try:
        taken = _taken(fact_check, form, form.external_id())
    except FormExpired:
        form = ObjectionForm.renewed(request.POST)
        return _page(request, fact_check, form, status_of(form))
    if taken is None:
        return _page(request, fact_check, form, status_of(form))
    return keep_nowhere(redirect("public:objection", code=taken.receipt))


def _taken(fact_check: FactCheck, form: ObjectionForm, external_id: str) -> Objected | None:
    said = form.cleaned_data
    with beside(form, {TextRefused: "text"}):
        return object_to(fact_check, said["text"], external_id=external_id, link=said["link"])
    return None


@require_safe
def objection(request: HttpRequest, code: str) -> HttpResponse:
    """What became of an objection."""
    found = public.objection(receipts.lookup(code))
    if found is None:
        raise Http404
    shown = {"section": "list", "objection": found, "code": receipts.tidy(code)}
    return private_page(request, "public/objection.html", shown)
