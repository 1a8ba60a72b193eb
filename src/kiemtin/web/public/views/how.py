"""How the desk works and what it binds itself to, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.web.public.principles import GROUPS
from kiemtin.web.public.respond import kept_page


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """The principles in four groups, the verdicts, the way of a message."""
    return kept_page(
        request,
        "public/how.html",
        (),
        lambda: {"section": "how", "groups": GROUPS},
        here=request.path,
    )
