"""One webhook: read to a limit, checked on the raw bytes, stored sealed, answered at once.

The work is done later, by the worker: a peer waits two seconds at most before it calls again.
"""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kiemtin.channels.inbound import MAX_BODY, WebhookRefused
from kiemtin.desk.connectors import Connector, Webhook, connector
from kiemtin.desk.flow import incoming
from kiemtin.desk.moment import now

log = logging.getLogger(__name__)
STATUS = {"signature": 401, "replay": 401, "too_big": 413}


@csrf_exempt  # a peer has no cookie; its signature stands for it
@require_http_methods(["GET", "POST"])
def hook(request: HttpRequest, channel: str) -> HttpResponse:
    """Take in what a peer says; 404 for a channel that is not set up or is never called."""
    found = connector(channel)
    webhook = found.webhook if found else None
    if found is None or webhook is None:
        raise Http404
    try:
        if request.method == "GET":
            return _shake_hands(request, found, webhook)
        return _take_in(request, found, webhook)
    except WebhookRefused as refused:
        # Why goes to the log and not to whoever tries.
        log.warning("webhook.refused channel=%s error=%s", found.name, refused.code)
        return HttpResponse(status=STATUS.get(refused.code, 400))


def _shake_hands(request: HttpRequest, found: Connector, webhook: Webhook) -> HttpResponse:
    if not hasattr(webhook, "handshake"):
        raise Http404
    answer = webhook.handshake(found.settings, request.GET.dict())
    return HttpResponse(answer, content_type="text/plain; charset=utf-8")


def _take_in(request: HttpRequest, found: Connector, webhook: Webhook) -> HttpResponse:
    said = request.META.get("CONTENT_LENGTH") or "0"
    if not said.isdecimal() or int(said) > MAX_BODY:
        raise WebhookRefused("too_big", {"limit": MAX_BODY})
    body, moment = request.read(MAX_BODY + 1), now()
    headers = {name.lower(): value for name, value in request.headers.items()}
    webhook.verify(found.settings, headers, body, moment)
    incoming.store(found.name, webhook.events(found.settings, body, moment))
    return HttpResponse(status=200)
