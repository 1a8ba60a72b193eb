"""The draft: text in Debunking-Handbook order with counters; a stale save shows both texts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kiemtin.desk.errors import StaleEdit
from kiemtin.desk.flow import drafts, review
from kiemtin.desk.flow.heard import to_correct
from kiemtin.desk.models import Draft, Rumour
from kiemtin.desk.models.content import CONTENT_FIELDS
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import heard
from kiemtin.desk.words import VersionKind
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.changes import between
from kiemtin.web.desk.forms import DraftForm
from kiemtin.web.desk.gaps import in_words
from kiemtin.web.desk.says import trying


def _rumour(request: DeskRequest, pk: int) -> Rumour:
    return own(request, Rumour.objects.select_related("desk"), pk)


@desk_page(*DESK_WORK)
def draft(request: DeskRequest, pk: int) -> HttpResponse:
    """Write; the first visit begins the draft from the rumour's claim, and makes no author."""
    rumour = _rumour(request, pk)
    if request.method == "POST":
        return _save(request, rumour)
    with trying() as outcome:
        found = drafts.open_draft(request.user, rumour)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:rumour", pk)
    return _page(request, found, _form(found))


def _form(found: Draft) -> DraftForm:
    return DraftForm(initial=found.content() | {"based_on": found.revision})


def _page(
    request: DeskRequest,
    found: Draft,
    form: DraftForm,
    status: int = 200,
    stale: StaleEdit | None = None,
) -> HttpResponse:
    gaps = in_words(drafts.missing(found))
    context = {
        "rumour": found.rumour,
        "draft": found,
        "form": form,
        "gaps": gaps,
        "evidence": found.rumour.evidence.all(),
        "heard": heard.heard(found, drafts.contacts_shown(found.rumour)),
        "corrects": to_correct(found),
        "amending": found.kind != VersionKind.FIRST,
        "authors": [one.account for one in found.authors.select_related("account")],
        "differences": between(stale.params["theirs"], stale.params["yours"]) if stale else [],
    }
    return render(request, "desk/draft.html", context, status=status)


def _save(request: DeskRequest, rumour: Rumour) -> HttpResponse:
    found = rumour.drafts.filter(is_open=True).first()
    form = DraftForm(request.POST)
    if found is None:
        return render(
            request, "desk/draft_closed.html", {"rumour": rumour, "form": form}, status=409
        )
    if not form.is_valid():
        return _page(request, found, form, 422)
    content = {name: form.cleaned_data[name] for name in CONTENT_FIELDS}
    with trying() as outcome:
        drafts.save(request.user, found, content, based_on=form.cleaned_data["based_on"])
    if outcome.ok:
        return _after(request, rumour)
    form.add_error(None, outcome.sentence)
    if outcome.stale:
        newer = request.POST.copy()
        newer["based_on"] = str(outcome.stale.params["revision"])
        form.data = newer
    return _page(request, found, form, outcome.status, outcome.stale)


def _after(request: DeskRequest, rumour: Rumour) -> HttpResponse:
    """Saved; hand it to review when that was the button."""
    if "submit" not in request.POST:
        messages.success(request, _("Đã lưu. Mọi chữ ký trước đó không còn hiệu lực."))
        return redirect("desk:draft", rumour.pk)
    found = rumour.drafts.get(is_open=True)
    with trying() as outcome:
        review.submit(request.user, found)
    if outcome.ok:
        messages.success(request, _("Đã chuyển duyệt. Người khác sẽ đọc và ký."))
        return redirect("desk:rumour", rumour.pk)
    messages.error(request, outcome.sentence)
    return redirect("desk:draft", rumour.pk)
