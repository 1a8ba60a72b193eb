"""The desk's figures about itself: a page that prints well, and the same as JSON and CSV."""

import json
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kiemtin.csv_cells import lines
from kiemtin.desk.moment import now
from kiemtin.desk.period import Period, read
from kiemtin.desk.queries import public, transparency
from kiemtin.desk.queries.stamp import newest_version
from kiemtin.desk.words import Role
from kiemtin.web.public.figures import document, in_words, records
from kiemtin.web.public.kept import Kept
from kiemtin.web.public.respond import REFRESH_SECONDS, for_all, kept_page

FILES = Kept(100)

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("in", ("channel", "week", "month", "decision")),
    ("chosen", ("outcome", "reason", "harm", "spread")),
    ("verdicts", ("subject", "claimant")),
    ("time", ("took",)),
    ("readers", ("objections", "corrections")),
)


def _period(request: HttpRequest) -> Period:
    """The period of the address; raises Http404 for one that is none."""
    found = read(request.GET.get("ky", ""))
    if found is None:
        raise Http404
    return found


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every table of the period, the team, who pays."""
    period = _period(request)
    here = f"{request.path}?ky={period.code}" if period.code else request.path
    return kept_page(
        request,
        "public/transparency.html",
        newest_version(),
        lambda: _context(period),
        here=here,
    )


def _context(period: Period) -> dict[str, Any]:
    words = {table.code: in_words(table) for table in transparency.tables(period)}
    headings = {
        "in": _("Điều gì đã đến"),
        "chosen": _("Đã chọn kiểm tra điều gì, vì sao"),
        "verdicts": _("Kết luận"),
        "time": _("Thời gian trả lời"),
        "readers": _("Phản hồi và sai sót của bàn"),
    }
    years = transparency.years()
    return {
        "section": "how",
        "groups": [
            (code, headings[code], [words[one] for one in tables if one in words])
            for code, tables in GROUPS
        ],
        "period": period,
        "years": list(years),
        "months": years.get(period.year or 0, []),
        "team": [(one.name, _roles(one)) for one in transparency.team(period)],
        "front": public.front_desk(),
        "made_at": now(),
    }


def _roles(one: transparency.Member) -> str:
    return ", ".join(str(Role(role).label) for role in one.stands_as)


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The figures of the period for programs."""
    period = _period(request)
    return _file(request, period, "json", "application/json", lambda: _json(period))


def _json(period: Period) -> bytes:
    desk = public.front_desk()
    figures = {
        "desk": desk.name if desk else "",
        "period": period.code or "all",
        "made_at": now().isoformat(timespec="minutes"),
        "tables": document(transparency.tables(period)),
        "team": [one._asdict() for one in transparency.team(period)],
        "funding": desk.funding if desk else "",
        "governance": desk.governance if desk else "",
    }
    return json.dumps(figures, ensure_ascii=False, indent=1).encode()


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The tables of the period for a spreadsheet, one figure a line."""
    period = _period(request)
    return _file(request, period, "csv", "text/csv; charset=utf-8", lambda: _csv(period))


def _csv(period: Period) -> bytes:
    return ("\ufeff" + "".join(lines(records(transparency.tables(period))))).encode()


def _file(
    request: HttpRequest, period: Period, form: str, content_type: str, make: Callable[[], bytes]
) -> HttpResponse:
    """The file, made once for all readers until a publication or the next few minutes."""
    key = (form, period.code, newest_version(), int(now().timestamp()) // REFRESH_SECONDS)
    response = HttpResponse(FILES.get(key, make), content_type=content_type)
    name = f"minh-bach-{period.code or 'tat-ca'}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return for_all(request, response)
