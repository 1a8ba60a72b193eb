"""When places are left in peace and when their loudspeakers speak."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import hours
from kiemtin.desk.models import Hours
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.forms_reach import HoursForm
from kiemtin.web.desk.says import trying


@desk_page()
def page(request: DeskRequest) -> HttpResponse:
    """The time tables of the desks; another one by POST from who may set it."""
    form = HoursForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _set(request, form):
        return redirect("desk:hours")
    rows = Hours.objects.filter(desk__in=request.desks).select_related("desk")
    context = {
        "form": form,
        "rows": rows.order_by("desk_id", "place"),
        "many_desks": len(request.desks) > 1,
        "default": hours.DEFAULT,
        "may_set": bool(request.roles & set(hours.SETTING)),
    }
    return render(request, "desk/hours.html", context, status=422 if form.errors else 200)


def _set(request: DeskRequest, form: HoursForm) -> bool:
    with trying() as outcome:
        hours.set_hours(request.user, request.desk, form.cleaned_data["place"], form.table())
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return False
    messages.success(request, _("Đã lưu giờ giấc. Tin giao từ nay theo giờ này."))
    return True


@require_POST
@desk_page(*hours.SETTING)
def unset(request: DeskRequest, pk: int) -> HttpResponse:
    """Back to the hours of the wider place."""
    hours.unset_hours(request.user, own(request, Hours.objects.select_related("desk"), pk))
    messages.success(request, _("Đã bỏ giờ riêng của nơi này."))
    return redirect("desk:hours")
