"""Who sees a desk page: colleagues of the desk; a stranger finds nothing there (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django_htmx.middleware import HtmxDetails

from kiemtin.desk import permissions
from kiemtin.desk.errors import NotAllowed
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.words import Role

View = Callable[..., HttpResponseBase]
Row = TypeVar("Row", bound=Model)
CHOSEN = "desk"


class DeskRequest(HttpRequest):
    """A request of somebody who works at a desk."""

    user: Account
    desk: Desk
    desks: list[Desk]
    roles: frozenset[Role]
    htmx: HtmxDetails


def desk_page(*wanted: Role) -> Callable[[View], View]:
    """Only for members of a desk; with `wanted`, a colleague without any of the roles gets 403.

    The view finds `request.desk` (the chosen one), `request.desks` and `request.roles`.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        @login_required
        def page(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            enter(request)
            if wanted and not request.roles & set(wanted):
                return not_allowed(request, NotAllowed(*wanted))
            try:
                return view(request, *args, **kwargs)
            except NotAllowed as refusal:
                return not_allowed(request, refusal)

        return page

    return wrap


def enter(request: DeskRequest) -> None:
    """Put the desks of the account on the request; raises Http404 for who has none."""
    request.desks = permissions.desks(request.user)
    if not request.user.is_active or not request.desks:
        raise Http404
    chosen = request.session.get(CHOSEN)
    request.desk = next((one for one in request.desks if one.pk == chosen), request.desks[0])
    request.roles = permissions.roles(request.user, request.desk)


def not_allowed(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    """403 with what role is needed; the page exists, the colleague may know."""
    return render(request, "403.html", {"sentence": str(refusal)}, status=403)


def own(request: DeskRequest, rows: QuerySet[Row], pk: int, desk: str = "desk") -> Row:
    """The row, if it belongs to one of the account's desks; 404 otherwise."""
    return get_object_or_404(rows.filter(**{f"{desk}__in": request.desks}), pk=pk)
