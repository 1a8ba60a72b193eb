"""What a phone keeps: fact-checks, as a whole or what changed; the bulletins to pass on there."""

import gzip
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from kiemtin.desk.models import Communicator, FactCheck, Translation
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries import phone, phone_work, stamp
from kiemtin.desk.words_reach import FormKind, Language, Priority, Script
from kiemtin.text.places import gazetteer
from kiemtin.web.phone.device import phone_only, renewed
from kiemtin.web.public.kept import Kept

MOST_BYTES = 2_000_000
"""Of one answer before compression; what does not fit any more is the oldest."""
ROWS = Kept(4 * phone.KEPT)
SQUEEZED = Kept(20)
"""Compressed answers: most phones ask for the same."""


@require_safe
@phone_only
def facts(request: HttpRequest, who: Communicator) -> HttpResponse:
    """The newest fact-checks, those of the own place first; with `tu`, what changed since."""
    until, since = phone.mark(), request.GET.get("tu", "")[:40]
    tag = f'"{until}-{who.place}-{since}"'
    unchanged = get_conditional_response(request, etag=tag, response=HttpResponse())
    if isinstance(unchanged, HttpResponse) and unchanged.status_code == 304:
        return unchanged
    key = (stamp.newest_version(), until, who.place, since)
    squeezed = SQUEEZED.get(key, lambda: _facts(who.place, until, since))
    response = _json(request, squeezed)
    response.headers["ETag"] = tag
    return response


def _facts(place: str, until: str, since: str) -> bytes:
    changed = phone.changed(since, until)
    found = list(phone.newest()[: phone.KEPT]) if changed is None else changed
    head = {"cursor": until, "complete": changed is None, "most": phone.KEPT}
    rows = _fitting([_row(one, until) for one in found], MOST_BYTES - 200)
    kept = dict(zip(found, rows, strict=False))
    listed = [kept[one] for one in phone.own_first(kept, place)]
    opening = json.dumps(head).encode()[:-1]
    return gzip.compress(opening + b', "items": [' + b",\n".join(listed) + b"]}", mtime=0)


def _row(one: FactCheck, until: str) -> bytes:
    def make() -> bytes:
        return json.dumps(phone.row(one), ensure_ascii=False, separators=(",", ":")).encode()

    assert one.current is not None
    return ROWS.get((one.current.log_entry.commitment, until.partition(".")[2]), make)


def _fitting(rows: list[bytes], room: int) -> list[bytes]:
    fitting = []
    for row in rows:
        room -= len(row) + 2
        if room < 0:
            break
        fitting.append(row)
    return fitting


@require_safe
@phone_only
def work(request: HttpRequest, who: Communicator) -> HttpResponse:
    """Who this phone is, what the time is, and what is to be passed on."""
    told = {
        "now": round(now().timestamp() * 1000),
        "who": _who(who),
        "items": [_told(one) for one in phone_work.work(who)],
    }
    body = json.dumps(told, ensure_ascii=False).encode()
    return renewed(_json(request, gzip.compress(body, 6, mtime=0)), request)


def _who(who: Communicator) -> dict[str, Any]:
    known = [code for code in who.languages if code in Language.values]
    around = gazetteer().get(who.place).parent or who.place
    return {
        "id": who.pk,
        "name": who.name,
        "desk": who.desk.name,
        "place": who.place,
        "where": place_name(who.place),
        "languages": known,
        "places": [(one, place_name(one)) for one in _nearby(around)],
    }


def _nearby(province: str) -> list[str]:
    return [province, *(one.code for one in gazetteer().children(province))]


def _told(told: phone_work.Told) -> dict[str, Any]:
    one = told.broadcast
    voices = [_voice(str(FormKind(file.kind).label), file.pk, file.size) for file in told.voices]
    return phone_work.content(one) | {
        "id": one.pk,
        "kind": "version" if one.version_id else "line",
        "priority": one.priority,
        "priority_words": str(Priority(one.priority).label),
        "ordered": one.ordered_at.isoformat(timespec="seconds"),
        "stopped": one.stopped_at is not None,
        "followed": told.followed,
        "outdated": told.outdated,
        "voices": voices,
        "texts": [_text(text) for text in told.translations],
        "done": {ack.done: ack.happened_at.isoformat(timespec="seconds") for ack in told.done},
    }


def _voice(label: str, pk: int, size: int) -> dict[str, Any]:
    return {"label": label, "url": reverse("phone:voice", args=[pk]), "size": size}


def _text(text: Translation) -> dict[str, Any]:
    audio = reverse("phone:recording", args=[text.pk]) if text.recording else ""
    return {
        "language": text.language,
        "script": "" if text.script == Script.NONE else str(Script(text.script).label),
        "fact": text.fact,
        "said": text.said,
        "todo": text.todo,
        "audio": audio,
        "seconds": text.recording_seconds,
    }


def _json(request: HttpRequest, squeezed: bytes) -> HttpResponse:
    takes = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(
        squeezed if takes else gzip.decompress(squeezed), content_type="application/json"
    )
    if takes:
        response.headers["Content-Encoding"] = "gzip"
    return response
