"""One tap to enter a drill as one of its demo accounts; a real desk has no such door."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from kiemtin.desk.demo import accounts
from kiemtin.desk.models import Account, Desk

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


def enter(request: HttpRequest) -> HttpResponse:
    """List the demo accounts; POST signs in as one of them, its second factor counted as shown."""
    if not settings.DRILL or Desk.objects.filter(is_drill=False).exists():
        raise Http404
    if request.method == "POST":
        wanted = request.POST.get("email", "")
        account = get_object_or_404(Account, email=wanted, is_demo=True, is_active=True)
        login(request, account, backend=BACKEND)
        return redirect("desk:home")
    return render(request, "desk/drill.html", {"accounts": accounts.listed()})
