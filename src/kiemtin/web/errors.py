"""Pages for what went wrong: what was expected, what came, what to do next; what was typed is
kept.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def too_many(request: HttpRequest) -> HttpResponse:
    """429: this address sent too often; nothing about it is stored."""
    response = render(request, "429.html", {"kept": _typed(request)}, status=429)
    response["Retry-After"] = "60"
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form did not come from our page or is too old; the text typed is shown to copy."""
    return render(request, "403_csrf.html", {"kept": _typed(request)}, status=403)


def _typed(request: HttpRequest) -> str:
    return str(request.POST.get("text", ""))[:10_000] if request.method == "POST" else ""
