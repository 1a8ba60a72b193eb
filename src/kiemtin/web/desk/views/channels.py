"""How the channels do, what could not be sent, and how many people subscribed; counts only."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kiemtin.channels.setting import missing, wanted
from kiemtin.desk.connectors import NAMES, connector, settable
from kiemtin.desk.flow import resend, tokens
from kiemtin.desk.models import ChannelState
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries import channels, subscribers
from kiemtin.desk.words import Role, Subject
from kiemtin.desk.words_reach import SendingKind, SendingState
from kiemtin.refusal import Say
from kiemtin.web.desk.access import DeskRequest, desk_page
from kiemtin.web.desk.channel_words import channel_name
from kiemtin.web.desk.says import trying
from kiemtin.web.public.figures import said


@require_safe
@desk_page(Role.ADMINISTRATOR)
def page(request: DeskRequest) -> HttpResponse:
    """The state of each channel, and what failed or is uncertain."""
    waiting = channels.waiting()
    states = {one.channel: one for one in ChannelState.objects.all()}
    rows = [_row(name, states.get(name), waiting.get(name, 0), os.environ) for name in NAMES]
    context = {
        "ready": [one for one in rows if one["on"]],
        "half": [one for one in rows if one["lacks"]],
        "off": [one["label"] for one in rows if not one["on"] and not one["lacks"]],
        "stuck": [_line(one) for one in channels.stuck()],
        "days": resend.LOOKED_BACK.days,
    }
    return render(request, "desk/channels.html", context)


def _row(
    name: str, state: ChannelState | None, waits: int, environ: Mapping[str, str]
) -> dict[str, Any]:
    settings, found = settable(name).SETTINGS, connector(name)
    lacks = missing(settings, environ) if not found and wanted(settings, environ) else []
    cursor = state.cursor if state else {}
    return {
        "name": name,
        "label": channel_name(name),
        "on": found is not None,
        "lacks": [(one.name, words(one.says)) for one in lacks],
        "waits": waits,
        "failed_at": state.failed_at if state else None,
        "why": words(channels.failure(state.error)) if state and state.error else "",
        "broken": sorted(cursor.get("broken", {})),
        "lends": bool(found and found.lender),
        "token_until": tokens.good_until(name) if found and found.lender else None,
    }


def words(text: Say) -> str:
    """The sentence in the reader's language."""
    return text.en if (get_language() or "vi").startswith("en") else text.vi


def _line(line: channels.Line) -> dict[str, Any]:
    return {
        "line": line,
        "channel": channel_name(line.which.channel),
        "why": words(channels.failure(line.which.error)),
    }


@require_POST
@desk_page(Role.ADMINISTRATOR)
def again(request: DeskRequest) -> HttpResponse:
    """Send once more what ended alike; the page said what that means."""
    given = request.POST
    try:
        kind, state = SendingKind(given.get("kind", "")), SendingState(given.get("state", ""))
    except ValueError:
        raise Http404 from None
    which = resend.Stuck(given.get("channel", "")[:32], kind, state, given.get("error", "")[:40])
    count = 0
    with trying() as outcome:
        count = resend.send_again(request.user, which)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
    elif count:
        sentence = ngettext("%(count)s tin được gửi lại.", "%(count)s tin được gửi lại.", count)
        messages.success(request, sentence % {"count": count})
    else:
        messages.info(request, _("Không còn tin nào như vậy."))
    return redirect("desk:channels")


@require_safe
@desk_page()
def people(request: DeskRequest) -> HttpResponse:
    """How many subscribed, by channel, province and subject."""
    titles = {"channel": _("Theo kênh"), "place": _("Theo tỉnh"), "subject": _("Theo chủ đề")}
    named: dict[str, Callable[[str], str]] = {
        "channel": channel_name,
        "place": lambda code: place_name(code) or _("cả nước"),
        "subject": lambda code: str(Subject(code).label) if code else _("mọi chủ đề"),
    }
    shown = [
        {
            "code": table.code,
            "title": titles[table.code],
            "rows": [(named[table.code](code), said(cell)) for code, cell in table.rows],
            "total": said(table.tally.total),
        }
        for table in subscribers.tables()
    ]
    return render(request, "desk/subscribers.html", {"tables": shown})
