"""The addresses of the API: the list, one fact-check, and which of them a text repeats."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Query, Schema
from ninja.errors import HttpError
from pydantic import Field

from kiemtin.desk.queries import public, search
from kiemtin.desk.unharmed import Unharmed
from kiemtin.refusal import Refusal
from kiemtin.text.canonical import TextRefused, check_text
from kiemtin.text.places import UnknownPlace, gazetteer
from kiemtin.web.api import schemas, shapes
from kiemtin.web.api.throttle import Throttle

A_PAGE = 50
LIMIT = Throttle()
TOO_LONG = 413
api = NinjaAPI(
    title="Kiểm Tin",
    version="1",
    description="Published fact-checks, and which of them a text repeats. Nothing sent is stored.",
    docs_url=None,  # the ready-made page loads scripts from elsewhere
    openapi_url="/openapi.json",
    urls_namespace="api",
    throttle=[LIMIT],
)


class Filter(Schema):
    """Which fact-checks: words, verdict, subject, place code, and the page of the list."""

    q: str = Field("", max_length=200)
    verdict: str = Field("", max_length=12)
    subject: str = Field("", max_length=16)
    place: str = Field("", max_length=5)
    page: int = Field(1, ge=1)


@api.exception_handler(TextRefused)
@api.exception_handler(UnknownPlace)
def refused(request: HttpRequest, error: Exception) -> HttpResponse:
    """A refusal in both languages: 413 for what is too long, else 422."""
    assert isinstance(error, Refusal)
    status = TOO_LONG if error.code == "too_long" else 422
    said = schemas.Problem(code=error.code, vi=error.vi(), en=error.en(), params=dict(error.params))
    return api.create_response(request, said, status=status)


@api.get("/fact-checks", response=schemas.FactCheckList, tags=["fact-checks"])
def fact_checks(request: HttpRequest, wanted: Query[Filter]) -> schemas.FactCheckList:
    """The current versions of all fact-checks, newest first, fifty a page."""
    found = public.fact_checks(wanted.verdict, wanted.subject, wanted.place)
    if wanted.q.strip():
        found = found.filter(pk__in=search.words().matching(wanted.q))
    pages = Paginator(found, A_PAGE)
    page = pages.get_page(wanted.page)
    items = [shapes.row(one, one.current) for one in page if one.current]
    return schemas.FactCheckList(
        items=items, total=pages.count, page=page.number, pages=pages.num_pages
    )


@api.get("/fact-checks/{slug}", response=schemas.FactCheck, tags=["fact-checks"])
def fact_check(request: HttpRequest, slug: str) -> schemas.FactCheck:
    """One fact-check with its evidence and all its versions; 404 when there is none."""
    page = public.page(slug)
    if page is None:
        raise Http404
    return shapes.full(page)


@api.post(
    "/check",
    response={200: schemas.CheckOut, 413: schemas.Problem, 422: schemas.Problem},
    tags=["check"],
)
def check(request: HttpRequest, asked: schemas.CheckIn) -> schemas.CheckOut:
    """Which fact-check a text repeats, with the reasons. The text is kept nowhere."""
    if asked.place:
        gazetteer().get(asked.place)
    check_text(asked.text)
    answer = None
    with Unharmed("check.failed"):
        answer = search.check(asked.text, asked.place)
    if answer is None:
        raise HttpError(503, "Comparing is out of order; try again later.")
    return shapes.checked(answer)
