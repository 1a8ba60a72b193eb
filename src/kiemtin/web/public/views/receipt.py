"""The receipt: what became of a question, for the one who holds its code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk import receipts
from kiemtin.desk.flow import answer, match
from kiemtin.desk.models import Version
from kiemtin.desk.queries import objections
from kiemtin.desk.queries import receipt as queries
from kiemtin.web.public import contents
from kiemtin.web.public.respond import keep_nowhere, private_page


@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    """The box for a code; a code in it leads to its receipt."""
    typed = request.GET.get("code", "").strip()
    if not typed:
        return private_page(request, "public/receipt_lookup.html")
    return find(request, typed)


def find(request: HttpRequest, typed: str) -> HttpResponse:
    """Lead to the receipt of a code as typed, of a question or an objection, or say kindly that
    there is none.
    """
    if queries.exists(typed):
        return keep_nowhere(redirect("public:receipt", code=receipts.tidy(typed)))
    if objections.by_receipt(receipts.lookup(typed)):
        return keep_nowhere(redirect("public:objection", code=receipts.tidy(typed)))
    return unknown(request, typed)


def unknown(request: HttpRequest, typed: str) -> HttpResponse:
    """404: no receipt has this code; the code stays in the box."""
    wrong = _("Không có biên nhận nào mang mã này. Mã có 12 chữ và số; hãy so lại từng chữ.")
    return private_page(
        request, "public/receipt_lookup.html", {"typed": typed[:40], "wrong": wrong}, 404
    )


@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """The state of the question and its answer; opening it ends the loan of a reply address."""
    if receipts.tidy(code) != code:
        return find(request, code)
    found = queries.receipt(code)
    if found is None:
        return unknown(request, code)
    if found.unread and request.method == "GET":
        answer.seen(found.message)
    claims = [{"one": one, "over": _over(one.version)} for one in found.claims]
    shown = {"code": code, "receipt": found, "claims": claims}
    return private_page(request, "public/receipt.html", shown)


def _over(version: Version | None) -> bool:
    return version is not None and contents.no_longer_valid(version)


@require_POST
def not_what_i_asked(request: HttpRequest, code: str) -> HttpResponse:
    """The asker says that the answer is about something else: a person reads the message again.
    Of a message with several claims, `claim` says which, counted from 0.
    """
    found = queries.receipt(code)
    if found is None:
        return unknown(request, code)
    wanted = request.POST.get("claim", "0")
    for at, one in enumerate(found.claims):
        if str(at) == wanted and one.may_refuse:
            match.not_what_i_asked(code, at)
    return keep_nowhere(redirect("public:receipt", code=code))
