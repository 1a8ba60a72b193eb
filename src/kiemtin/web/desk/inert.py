"""An archived page without any right: from the archive alone, and a policy forbids all else."""

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse

from kiemtin.media import archive
from kiemtin.refusal import Refusal
from kiemtin.web.desk.says import in_words

# What an archived page may do: show pictures and styles that are written into it. No script, no
# form, no window, no request, and an origin of its own, whoever opens the address.
POLICY = {
    "sandbox": [""],
    "default-src": ["'none'"],
    "img-src": ["data:"],
    "style-src": ["'unsafe-inline'"],
    "font-src": ["data:"],
    "frame-ancestors": ["'self'"],
}


def page(kept: FieldFile) -> HttpResponse:
    """The page in an archive; the sentence that refuses it where it cannot be shown."""
    try:
        with kept.open("rb") as file:
            document = archive.replay(archive.open_archive(file.read())).html
    except Refusal as refused:
        return _plain(in_words(refused))
    response = HttpResponse(document, content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


def _plain(sentence: str) -> HttpResponse:
    return HttpResponse(sentence, content_type="text/plain; charset=utf-8", status=422)
