"""Recordings for a communicator's phone: the desk's voices, translations as spoken."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.models import Communicator
from kiemtin.desk.queries import phone_work
from kiemtin.web.phone.device import phone_only
from kiemtin.web.phone.ranged import sound


@require_safe
@phone_only
def voice(request: HttpRequest, who: Communicator, pk: int) -> HttpResponse:
    """A recording that the desk's machine made; 404 for what is not this person's to read out."""
    file = phone_work.voice(who, pk)
    if file is None:
        raise Http404
    return sound(request, file.file, file.content_type, file.sha256)


@require_safe
@phone_only
def recording(request: HttpRequest, who: Communicator, pk: int) -> HttpResponse:
    """The recording of a translation; 404 once it is stale."""
    spoken = phone_work.recording(who, pk)
    if spoken is None:
        raise Http404
    return sound(request, spoken.recording, spoken.recording_type, spoken.recording_sha256)
