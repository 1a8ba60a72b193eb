"""The style page: every component with sample data; in a drill only."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render

from kiemtin.web.desk.access import DeskRequest, desk_page


@desk_page()
def styles(request: DeskRequest) -> HttpResponse:
    """Show the components."""
    if not settings.DRILL:
        raise Http404
    return render(request, "styleguide.html")
