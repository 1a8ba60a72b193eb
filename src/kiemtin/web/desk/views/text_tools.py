"""A text or an address that a colleague pastes: signs of scams and disguises; nothing is kept."""

from django.http import HttpResponse
from django.shortcuts import render

from kiemtin.desk.permissions import DESK_WORK
from kiemtin.text.canonical import canonical
from kiemtin.web.desk import forms, text_hints
from kiemtin.web.desk.access import DeskRequest, desk_page


@desk_page(*DESK_WORK)
def page(request: DeskRequest) -> HttpResponse:
    """The form, and what was found in what was pasted; by POST, so that no address holds it."""
    form = forms.TextToolForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        found = text_hints.of_text(canonical(form.cleaned_data["text"]))
    status = 422 if form.errors else 200
    return render(request, "desk/text_tools.html", {"form": form, "found": found}, status=status)
