"""The signed log as its files: checkpoints, tiles, proofs and public keys, as C2SP tlog-tiles asks.

A web server may serve the log's folder instead; the bytes are the same.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk import log_folder
from kiemtin.desk.models import LogEntry
from kiemtin.desk.queries import public_keys, sealed
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.reader import CHECKPOINT, TILES, kept_name
from kiemtin.record.tiles import WIDTH, level_width, read_path
from kiemtin.web.public.respond import for_all

FOR_GOOD = "public, max-age=31536000, immutable"
A_MOMENT = 5
TEXT = "text/plain; charset=utf-8"


@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed checkpoint."""
    response = HttpResponse(_file(CHECKPOINT), content_type=TEXT)
    return for_all(request, response, A_MOMENT)


@require_safe
def kept(request: HttpRequest, size: int) -> HttpResponse:
    """The checkpoint of an earlier size; not every size has one."""
    response = HttpResponse(_file(kept_name(size)), content_type=TEXT)
    return for_all(request, response, A_MOMENT)


@require_safe
def tile(request: HttpRequest, path: str) -> HttpResponse:
    """A tile or an entry bundle that the newest checkpoint covers; its bytes never change."""
    try:
        wanted = read_path(f"{TILES}/{path}")
        if wanted.index * WIDTH + wanted.width > level_width(wanted.level, log_folder.size()):
            raise Http404
        data = log_folder.folder().tile(wanted)
    except LogRefused as refused:
        raise Http404 from refused
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Cache-Control"] = FOR_GOOD
    return response


@require_safe
def proof(request: HttpRequest, number: int) -> HttpResponse:
    """The proof that an entry is in the log; holds without this server."""
    entry = LogEntry.objects.filter(number=number).first()
    if entry is None:
        raise Http404
    data = sealed.proof(entry)
    if data is None:
        return _soon()
    response = HttpResponse(data, content_type=TEXT)
    response.headers["Content-Disposition"] = f'attachment; filename="{number}.tlog-proof"'
    return for_all(request, response, A_MOMENT)


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """The public keys that the desk had, newest first, one a line: what `--key` takes. Revoked ones
    are only named.
    """
    lines = public_keys.lines()
    if not lines:
        raise Http404
    return for_all(request, HttpResponse(lines, content_type=TEXT), A_MOMENT)


def _file(name: str) -> bytes:
    try:
        return log_folder.folder().file(name)
    except LogRefused as refused:
        raise Http404 from refused


def _soon() -> HttpResponse:
    """An entry is signed within seconds of its act."""
    response = HttpResponse("not signed yet\n", content_type=TEXT, status=503)
    response.headers["Retry-After"] = str(A_MOMENT)
    response.headers["Cache-Control"] = "no-store"
    return response
