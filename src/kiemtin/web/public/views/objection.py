"""A reader's challenge to a fact-check, without account; answered in public."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from kiemtin.desk import receipts
from kiemtin.desk.flow.listen import Objected, object_to
from kiemtin.desk.models import FactCheck
from kiemtin.desk.queries import objections, public
from kiemtin.desk.queries import stamp as stamps
from kiemtin.media.document import CopyRefused
from kiemtin.media.picture import PictureRefused
from kiemtin.text.canonical import TextRefused
from kiemtin.web import uploads
from kiemtin.web.public.forms.objection import ObjectionForm
from kiemtin.web.public.respond import keep_nowhere, kept_page, private_page
from kiemtin.web.public.says import beside, status_of
from kiemtin.web.public.tokens import FormExpired
from kiemtin.web.public.views.receipt import find, unknown

A_PAGE = 20
BESIDE: dict[type[Exception], str] = {
    TextRefused: "text",
    CopyRefused: "file",
    PictureRefused: "file",
}


@csrf_exempt  # only so far as the file goes to memory before the token is looked for
@require_http_methods(["GET", "HEAD", "POST"])
def object_form(request: HttpRequest, slug: str) -> HttpResponse:
    """The form by GET; the objection's own receipt by POST."""
    uploads.into_memory(request)
    return _form(request, slug)


@csrf_protect
def _form(request: HttpRequest, slug: str) -> HttpResponse:
    fact_check = public.fact_check(slug)
    if fact_check is None:
        raise Http404
    if request.method != "POST":
        return _page(request, fact_check, ObjectionForm.fresh())
    form = ObjectionForm(request.POST, request.FILES, too_big=uploads.too_big(request))
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
    given = {"external_id": external_id, "link": said["link"], "beside": form.beside()}
    with beside(form, BESIDE):
        return object_to(fact_check, said["text"], **given)
    return None


@require_safe
def objection(request: HttpRequest, code: str) -> HttpResponse:
    """What became of an objection, for the one who holds its code."""
    if receipts.tidy(code) != code:
        return find(request, code)
    found = objections.by_receipt(receipts.lookup(code))
    if found is None:
        return unknown(request, code)
    shown = {"section": "list", "shown": found, "objection": found.objection, "code": code}
    return private_page(request, "public/objection.html", shown)


@require_safe
def answered(request: HttpRequest) -> HttpResponse:
    """Every answered objection of every page, the newest answer first."""
    stamp = stamps.objections()
    return kept_page(request, "public/objections.html", stamp, lambda: _answered(request))


def _answered(request: HttpRequest) -> dict[str, Any]:
    found = Paginator(objections.answered(), A_PAGE).get_page(request.GET.get("page"))
    rows = [objections.Shown(one) for one in found]
    return {"section": "how", "page": found, "rows": rows, "sums": objections.sums()}
