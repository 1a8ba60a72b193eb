"""The library: sources that editors chose, what they say, and what of it lies beside a rumour."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.flow import library
from kiemtin.desk.models import Article, ForeignCheck, Passage, Source
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import board
from kiemtin.desk.queries import sources as queries
from kiemtin.desk.words import EvidenceKind
from kiemtin.desk.words_evidence import SourceKind
from kiemtin.web.desk import forms
from kiemtin.web.desk.access import DeskRequest, desk_page
from kiemtin.web.desk.forms_library import LibraryFileForm, SearchForm, SourceForm
from kiemtin.web.desk.says import trying

A_PAGE = 30
MOST_RUMOURS = 100
TRIED = 5
FILE_BYTES = 20 * 1024 * 1024
KINDS = {SourceKind.OFFICIAL: EvidenceKind.PRIMARY, SourceKind.SCIENCE: EvidenceKind.PRIMARY}
"""What evidence of a source is taken for at first; the person says what it is."""


@require_safe
@desk_page()
def page(request: DeskRequest) -> HttpResponse:
    """The chosen sources, how each does, and the way to search them."""
    context = {
        "sources": queries.chosen(),
        "form": SearchForm(),
        "may_work": bool(request.roles & DESK_WORK),
    }
    return render(request, "desk/sources.html", context)


@require_safe
@desk_page()
def search(request: DeskRequest) -> HttpResponse:
    """Passages by words, source, kind, days and place; without words what came last."""
    form = SearchForm(request.GET)
    form.is_valid()
    filters, words = form.filters(), form.cleaned_data.get("q", "")
    context: dict[str, Any] = {"form": form, "words": words, "filters": filters}
    if words:
        context["found"] = queries.search(words, filters)
    else:
        rows = Paginator(queries.newest(filters), A_PAGE)
        context["page"] = rows.get_page(request.GET.get("page"))
    return render(request, "desk/library_search.html", context)


@desk_page(*DESK_WORK)
def add(request: DeskRequest) -> HttpResponse:
    """Choose a source; it can be tried out before."""
    return _edit(request, None)


@desk_page(*DESK_WORK)
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Describe a source anew."""
    return _edit(request, get_object_or_404(Source, pk=pk, set_by_file=False))


def _edit(request: DeskRequest, source: Source | None) -> HttpResponse:
    if request.method != "POST":
        form = SourceForm.of(source) if source else SourceForm(initial=request.GET.dict())
        return _form(request, source, form)
    form = SourceForm(request.POST)
    if not form.is_valid():
        return _form(request, source, form, 422)
    trial = "try" in request.POST
    with trying() as outcome:
        if trial:
            tried = library.try_out(form.choice())
            return _form(request, source, form, tried=tried, shown=tried.items[:TRIED])
        if source is None:
            kept = library.add(request.user, request.desk, form.choice())
        else:
            kept = library.change(request.user, request.desk, source, form.choice())
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _form(request, source, form, outcome.status)
    said = _("Đã lưu nguồn. Bàn đọc nguồn này trong vài phút tới.")
    messages.success(request, said)
    return redirect("desk:source", kept.pk)


def _form(
    request: DeskRequest, source: Source | None, form: SourceForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"form": form, "source": source} | more
    return render(request, "desk/source_form.html", context, status=status)


@require_safe
@desk_page()
def source(request: DeskRequest, pk: int) -> HttpResponse:
    """One source: what it is believed about, how reading it goes, and what came last."""
    return _source(request, get_object_or_404(Source, pk=pk), LibraryFileForm())


def _source(
    request: DeskRequest, found: Source, form: LibraryFileForm, status: int = 200
) -> HttpResponse:
    articles = Paginator(queries.newest(queries.Filters(source=found.pk)), A_PAGE)
    context = {
        "source": found,
        "page": articles.get_page(request.GET.get("page")),
        "checks": found.checks.order_by("-said_on", "-pk")[:A_PAGE],
        "file_form": form,
        "may_work": bool(request.roles & DESK_WORK),
    }
    return render(request, "desk/source.html", context, status=status)


@require_POST
@desk_page(*DESK_WORK)
def stop(request: DeskRequest, pk: int) -> HttpResponse:
    """Read it no more."""
    found = get_object_or_404(Source, pk=pk)
    with trying() as outcome:
        library.stop(request.user, request.desk, found)
    return _done(request, pk, outcome.sentence, _("Đã dừng đọc nguồn này; bài đã đọc vẫn còn."))


@require_POST
@desk_page(*DESK_WORK)
def resume(request: DeskRequest, pk: int) -> HttpResponse:
    """Read it again."""
    found = get_object_or_404(Source, pk=pk)
    with trying() as outcome:
        library.resume(request.user, request.desk, found)
    return _done(request, pk, outcome.sentence, _("Bàn đọc lại nguồn này."))


def _done(request: DeskRequest, pk: int, refused: str, said: str) -> HttpResponse:
    if refused:
        messages.error(request, refused)
    else:
        messages.success(request, said)
    return redirect("desk:source", pk)


@require_POST
@desk_page(*DESK_WORK)
def put_file(request: DeskRequest, pk: int) -> HttpResponse:
    """Take in a file of the source."""
    found = get_object_or_404(Source, pk=pk)
    form = LibraryFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _source(request, found, form, 422)
    upload = form.cleaned_data["file"]
    with trying() as outcome:
        data = upload.read(FILE_BYTES + 1)
        filed = library.put_file(request.user, request.desk, found, data, upload.name)
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _source(request, found, form, outcome.status)
    said = _("%(new)s bài mới, %(changed)s bài đã đổi.") % vars(filed)
    messages.success(request, said)
    if filed.refused:
        rows = ", ".join(str(one) for one in filed.bad)
        told = _("%(count)s dòng không đọc được: %(rows)s.")
        messages.warning(request, told % {"count": filed.refused, "rows": rows})
    return redirect("desk:source", pk)


@require_safe
@desk_page()
def article(request: DeskRequest, pk: int) -> HttpResponse:
    """One article: what it says now, what it said before, and what it was taken as evidence for."""
    found = get_object_or_404(Article.objects.select_related("source", "same_as__source"), pk=pk)
    versions = queries.versions(found)
    now = queries.current(found)
    older = _asked_version(request, versions)
    context = {
        "article": found,
        "versions": versions,
        "text": now,
        "older": older,
        "cited": queries.cited(found.link, request.desks),
        "copies": found.copies.select_related("source"),
        "may_work": bool(request.roles & DESK_WORK),
        "rumours": board.board(request.desks)[:MOST_RUMOURS],
    }
    return render(request, "desk/article.html", context)


def _asked_version(request: DeskRequest, versions: list[Any]) -> Any:
    asked = request.GET.get("ban", "")
    return next((one for one in versions if str(one.number) == asked), None)


def prefilled(request: HttpRequest) -> dict[str, Any]:
    """The evidence form filled in from what of the library is to be cited: a passage (?doan=), an
    article (?bai=) or a foreign fact-check (?kiem-chung=). What it says of the rumour, and on whom
    it rests, is left to the person.
    """
    try:
        initial = _of_passage(request) or _of_article(request) or _of_check(request)
    except Http404:
        return {}
    return {"evidence_form": forms.EvidenceForm(initial=initial)} if initial else {}


def _number(request: HttpRequest, name: str) -> int | None:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 18 else None


def _of_passage(request: HttpRequest) -> dict[str, Any]:
    pk = _number(request, "doan")
    if pk is None:
        return {}
    rows = Passage.objects.select_related("text__article__source")
    found = get_object_or_404(rows, pk=pk)
    quote = found.text.text[found.start : found.end]
    return _said(found.text.article, found.text.title) | {"quote": quote}


def _of_article(request: HttpRequest) -> dict[str, Any]:
    pk = _number(request, "bai")
    if pk is None:
        return {}
    found = get_object_or_404(Article.objects.select_related("source"), pk=pk)
    text = queries.current(found)
    return _said(found, text.title if text else "")


def _said(article: Article, title: str) -> dict[str, Any]:
    published = article.published_at
    return {
        "source": article.source.name,
        "title": title,
        "url": article.link,
        "dated": timezone.localdate(published) if published else None,
        "kind": KINDS.get(SourceKind(article.source.kind), EvidenceKind.SECONDARY),
        "stance": "",
    }


def _of_check(request: HttpRequest) -> dict[str, Any]:
    pk = _number(request, "kiem-chung")
    if pk is None:
        return {}
    found = get_object_or_404(ForeignCheck, pk=pk)
    return {
        "source": found.publisher,
        "title": found.claim[:300],
        "url": found.url,
        "dated": found.said_on,
        "kind": EvidenceKind.SECONDARY,
        "quote": found.rating,
        "stance": "",
    }
