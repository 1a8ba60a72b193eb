"""What the machine sees in a file: in the copy of evidence, in pictures that were sent in."""

from typing import Any

from csp.decorators import csp, csp_update
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from kiemtin.desk.models import Evidence, Message
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.queries import seen_before
from kiemtin.media import picture as pictures
from kiemtin.media.document import TYPES
from kiemtin.media.refusal import PictureRefused
from kiemtin.web.desk import inert, read_in
from kiemtin.web.desk.access import DeskRequest, desk_page, own

ARCHIVES = {TYPES["wacz"], TYPES["warc"]}
SHOWN = {"image/jpeg", "image/png", "image/gif", "image/webp"}


@require_safe
@csp_update({"frame-src": ["'self'"]})
@desk_page(*DESK_WORK)
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """One piece of evidence with everything that was found in its copy."""
    rows = Evidence.objects.select_related("rumour", "capture", "added_by", "reading")
    piece = own(request, rows, pk, "rumour__desk")
    reading = getattr(piece, "reading", None)
    near = seen_before.said_in(reading, piece.rumour.place) if reading else []
    context: dict[str, Any] = {
        "piece": piece,
        "is_picture": piece.copy_type in SHOWN,
        "is_archive": piece.copy_type in ARCHIVES and piece.capture is None,
        "read": read_in.shown(reading) if reading else None,
        "seen": seen_before.of_reading(reading, request.desks) if reading else [],
        "near": [one for one in near if one.rumour.pk != piece.rumour_id],
    }
    return render(request, "desk/evidence.html", context)


@require_safe
@desk_page(*DESK_WORK)
def picture(request: DeskRequest, pk: int) -> HttpResponse:
    """The picture of a copy, made anew from its colours alone; the file itself is never shown."""
    piece = own(request, Evidence.objects.all(), pk, "rumour__desk")
    if piece.copy_type not in SHOWN:
        raise Http404
    with piece.copy.open("rb") as file:
        data = file.read()
    try:
        made = pictures.clean(data)
    except PictureRefused:
        raise Http404 from None
    response = HttpResponse(made.data, content_type=made.content_type)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@xframe_options_sameorigin
@csp(inert.POLICY)
@desk_page(*DESK_WORK)
def shown(request: DeskRequest, pk: int) -> HttpResponse:
    """The page in an archive that was uploaded as a copy, from the archive alone."""
    piece = own(request, Evidence.objects.all(), pk, "rumour__desk")
    if piece.copy_type not in ARCHIVES:
        raise Http404
    return inert.page(piece.copy)


@require_safe
@desk_page(*DESK_WORK)
def of_message(request: DeskRequest, pk: int) -> HttpResponse:
    """What was found in the pictures of a message: their text, where they were seen before."""
    message = own(request, Message.objects.select_related("desk"), pk)
    require(request.user, message.desk, *DESK_WORK)
    found = [read_in.shown(one) for one in seen_before.readings(message)]
    context = {
        "message": message,
        "found": found,
        "seen": seen_before.of_message(message, request.desks),
        "near": [one for read in found for one in seen_before.said_in(read.reading, message.place)],
    }
    partial = "desk/parts/pictures_read.html" if request.htmx else "desk/pictures_read.html"
    return render(request, partial, context)
