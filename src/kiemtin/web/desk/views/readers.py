"""What readers made of a fact-check, seen from the desk; a reviewer says why what is contested
stands.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import judge
from kiemtin.desk.models import ContestedReview, FactCheck
from kiemtin.desk.queries import ratings
from kiemtin.desk.words import Role
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import trying

OF_DESK = "version__fact_check__desk"


def beside(request: DeskRequest, fact_check: FactCheck) -> dict[str, Any]:
    """Counts and reasons of the version in force, and its review when it is contested."""
    version = fact_check.current
    assert version is not None
    reviews = ContestedReview.objects.select_related("closed_by", "version__fact_check__rumour")
    contested = reviews.filter(version=version).first()
    return {
        "readers": ratings.of_version(version),
        "reasons": ratings.reasons(version),
        "contested": contested,
        "barred": judge.barred(request.user, contested) if contested else None,
        "reviews": Role.REVIEWER in request.roles,
    }


@require_POST
@desk_page(Role.REVIEWER)
def stands(request: DeskRequest, pk: int) -> HttpResponse:
    """A reviewer has looked again and says why it stands."""
    rows = ContestedReview.objects.select_related("version__fact_check__desk")
    review = own(request, rows, pk, OF_DESK)
    with trying() as outcome:
        judge.stands(request.user, review, request.POST.get("note", ""))
    if outcome.ok:
        messages.success(request, _("Đã ghi: bài được xem lại và giữ nguyên."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:fact_check", review.version.fact_check_id)
