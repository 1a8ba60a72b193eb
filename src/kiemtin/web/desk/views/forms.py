"""Every form of a draft, a version or a holding line: texts to copy, drawings, sounds, packages.

A draft's forms are for who approves it: drawn in memory, and without a code that is good.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from kiemtin.bulletin import audio
from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.card import card
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.loudspeaker import Priority, script
from kiemtin.bulletin.poster import poster
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.desk.flow import drafts, forms
from kiemtin.desk.models import Draft, FactCheck, FormFile, HoldingLine
from kiemtin.desk.pictures import circulating
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.preview import content_of, in_place_of_a_code, texts
from kiemtin.web.public.kept import Kept

DRAWN = Kept(60)
"""At most 600 KB each, mostly far less."""


@dataclass(frozen=True)
class Shown:
    """What forms are made of: the content, its code for drawings, its picture, how urgent it is."""

    content: Content
    code: str
    picture: bytes | None
    priority: Priority

    @property
    def name(self) -> str:
        """Another text, another name."""
        said = repr((self.content, self.code, self.priority, settings.DRILL))
        return hashlib.sha256(said.encode() + (self.picture or b"")).hexdigest()


MAKERS: dict[str, tuple[str, Callable[[Shown], bytes]]] = {
    "ap-phich-a4": ("application/pdf", lambda it: _poster(it, "A4")),
    "ap-phich-a5": ("application/pdf", lambda it: _poster(it, "A5")),
    "the-vuong": ("image/png", lambda it: _card(it, "square")),
    "the-dung": ("image/png", lambda it: _card(it, "story")),
    "giong-bac": ("audio/mpeg", lambda it: _sound(it, "vi")),
    "giong-trung": ("audio/mpeg", lambda it: _sound(it, "vi-vn-x-central")),
    "giong-nam": ("audio/mpeg", lambda it: _sound(it, "vi-vn-x-south")),
}
ENDING = {"application/pdf": "pdf", "image/png": "png", "audio/mpeg": "mp3"}


@require_safe
@desk_page()
def of_draft(request: DeskRequest, pk: int, form: str) -> HttpResponse:
    """One drawing or sound of a draft as it stands."""
    rows = Draft.objects.select_related("rumour__desk", "rumour__fact_check__current")
    draft = own(request, rows, pk, "rumour__desk")
    try:
        with override("vi"):
            content = content_of(draft)
    except ContentRefused as refused:
        raise Http404 from refused
    picture = circulating(drafts.evidence_shown(draft.rumour))
    urgent: Priority = "first" if draft.rumour.life_safety else "normal"
    return _made(Shown(content, in_place_of_a_code(), picture, urgent), form)


@require_safe
@desk_page()
def of_line(request: DeskRequest, pk: int, form: str) -> HttpResponse:
    """One drawing or sound of a holding line."""
    line = _line(request, pk)
    return _made(_shown_line(line), form)


@require_safe
@desk_page()
def page_of_version(request: DeskRequest, pk: int) -> HttpResponse:
    """All forms of the current version of a fact-check."""
    found = own(request, FactCheck.objects.select_related("current", "rumour", "desk"), pk)
    version = found.current
    if version is None or forms.erased(version):
        raise Http404
    content = forms.said_in_vietnamese(version)
    urgent: Priority = "first" if found.rumour.life_safety else "normal"
    context = {
        "title": version.fact,
        "back": ("desk:fact_check", found.pk),
        "forms": texts(content, urgent, found.pk),
        "files": version.form_files.order_by("pk"),
        "slug": found.slug,
        "package": reverse("desk:package", args=[found.pk]),
        "speaks": bool(settings.VOICES and audio.voices()),
    }
    return render(request, "desk/forms.html", context)


@require_safe
@desk_page()
def page_of_line(request: DeskRequest, pk: int) -> HttpResponse:
    """All forms of a holding line."""
    line = _line(request, pk)
    shown = _shown_line(line)
    context = {
        "title": line.safe_action,
        "back": ("desk:rumour", line.rumour_id),
        "forms": texts(shown.content, shown.priority),
        "files": line.form_files.order_by("pk"),
        "line": line,
        "package": reverse("desk:line_package", args=[line.pk]),
        "speaks": bool(settings.VOICES and audio.voices()),
    }
    return render(request, "desk/forms.html", context)


@require_safe
@desk_page()
def file(request: DeskRequest, pk: int) -> HttpResponse:
    """A sound that is kept as a file."""
    found = FormFile.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    if found.version is not None:
        own(request, FactCheck.objects.all(), found.version.fact_check_id)
    elif found.holding_line is not None:
        own(request, HoldingLine.objects.all(), found.holding_line.pk, "rumour__desk")
    with found.file.open() as kept:  # half a megabyte
        return _as_file(kept.read(), found.content_type, f"{found.kind}-{found.pk}.mp3", "inline")


@require_safe
@desk_page()
def package_of_version(request: DeskRequest, pk: int) -> HttpResponse:
    """The package of the current version for loudspeaker systems."""
    rows = FactCheck.objects.select_related("current__log_entry", "current__fact_check__desk")
    found = own(request, rows, pk)
    if found.current is None or forms.erased(found.current):
        raise Http404
    return _package(found.current, f"{found.slug}.zip")


@require_safe
@desk_page()
def package_of_line(request: DeskRequest, pk: int) -> HttpResponse:
    """The package of a holding line for loudspeaker systems."""
    line = _line(request, pk)
    return _package(line, f"dang-kiem-tra-{line.pk}.zip")


def _package(subject: forms.Subject, name: str) -> HttpResponse:
    try:
        body = forms.package(subject)
    except AudioRefused as refused:
        return HttpResponse(_refusal(refused), "text/plain; charset=utf-8", status=422)
    return _as_file(body, "application/zip", name, "attachment")


def _as_file(body: bytes, content_type: str, name: str, how: str) -> HttpResponse:
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _line(request: DeskRequest, pk: int) -> HoldingLine:
    line = own(request, HoldingLine.objects.select_related("rumour__desk"), pk, "rumour__desk")
    if forms.erased(line):
        raise Http404
    return line


def _shown_line(line: HoldingLine) -> Shown:
    content = forms.said_in_vietnamese(line)
    urgent: Priority = "first" if line.rumour.life_safety else "normal"
    return Shown(content, "", circulating(drafts.evidence_shown(line.rumour)), urgent)


def _made(shown: Shown, form: str) -> HttpResponse:
    if form not in MAKERS:
        raise Http404
    content_type, make = MAKERS[form]
    try:
        body = DRAWN.get((form, shown.name), lambda: make(shown))
    except (ContentRefused, AudioRefused) as refused:
        return HttpResponse(_refusal(refused), "text/plain; charset=utf-8", status=422)
    return _as_file(body, content_type, f"{form}.{ENDING[content_type]}", "inline")


def _refusal(refused: ContentRefused | AudioRefused) -> str:
    return _("Không làm được dạng này: %(why)s") % {"why": refused.vi()}


def _poster(shown: Shown, size: str) -> bytes:
    return poster(shown.content, size=size, code=shown.code, drill=settings.DRILL)


def _card(shown: Shown, size: str) -> bytes:
    return card(shown.content, size=size, picture=shown.picture, drill=settings.DRILL)


def _sound(shown: Shown, voice: str) -> bytes:
    told = script(shown.content, priority=shown.priority, drill=settings.DRILL)
    return audio.mp3(audio.speak(told.text, voice))
