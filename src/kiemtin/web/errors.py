"""Pages for what went wrong: what was expected, what came, what to do next; what was typed is
kept.
"""

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render

from kiemtin.web import uploads

KEPT_CHARS = 10_000


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when the request was too large to be read."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def closed(request: HttpRequest) -> HttpResponse:
    """404: a page of a library that this site does not offer."""
    raise Http404


def too_many(request: HttpRequest) -> HttpResponse:
    """429: this address sent too often; nothing about it is stored."""
    uploads.text_only(request)
    response = render(request, "429.html", {"kept": _typed(request)}, status=429)
    response["Retry-After"] = "60"
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form did not come from our page or is too old; the text typed is shown to copy."""
    return render(request, "403_csrf.html", {"kept": _typed(request)}, status=403)


def _typed(request: HttpRequest) -> str:
    if request.method != "POST":
        return ""
    try:
        return str(request.POST.get("text", ""))[:KEPT_CHARS]
    except (RequestDataTooBig, UnreadablePostError):
        return ""
