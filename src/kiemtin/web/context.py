"""What every page knows: the site's address, the drill; on desk pages the tabs with their
counts.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kiemtin.desk.flow.communicators import INVITING
from kiemtin.desk.flow.hearing import HEARING
from kiemtin.desk.permissions import AUDITING, DESK_WORK, IMPORTING
from kiemtin.desk.queries import board, recordings
from kiemtin.desk.words import Role


def site(request: HttpRequest) -> dict[str, Any]:
    """Names used by the base templates."""
    common = {"drill": settings.DRILL, "public_url": settings.PUBLIC_URL}
    return common | (desk(request) if hasattr(request, "desk") else {})


def desk(request: Any) -> dict[str, Any]:
    """The desk's bar: its name, its tabs, what waits behind each."""
    to_hear = recordings.waiting(request.desks) if request.roles & set(HEARING) else 0
    return {
        "desk_name": request.desk.name,
        "roles": request.roles,
        "may_work": bool(request.roles & DESK_WORK),
        "may_import": bool(request.roles & IMPORTING),
        "may_audit": bool(request.roles & AUDITING),
        "may_hear": bool(request.roles & set(HEARING)),
        "to_hear": to_hear,
        "may_invite": bool(request.roles & set(INVITING)),
        "nav": [
            {
                "url": reverse(name),
                "label": label,
                "key": key,
                "count": count or None,
                "current": request.path.startswith((reverse(name), *_also(name))),
            }
            for name, label, key, count, allowed in _tabs(request, to_hear)
            if allowed
        ],
        "help_url": reverse("desk:help"),
    }


def _also(name: str) -> list[str]:
    """The pages that are a tab of the named one."""
    return [reverse("desk:recordings")] if name == "desk:translations" else []


def _tabs(request: Any, to_hear: int) -> list[tuple[str, str, str, int, bool]]:
    """Address, words, key, how much waits, and whether the roles open it."""
    waiting = board.waiting(request.desks)
    works = bool(request.roles & DESK_WORK)
    translates = works or Role.TRANSLATOR in request.roles
    enters = works or Role.COMMUNICATOR in request.roles
    return [
        ("desk:inbox", _("Tin đến"), "1", waiting.messages, works),
        ("desk:board", _("Bảng tin đồn"), "2", waiting.rumours, True),
        ("desk:review_queue", _("Duyệt"), "3", waiting.reviews, True),
        ("desk:fact_checks", _("Đã công bố"), "4", 0, True),
        ("desk:objections", _("Phản hồi"), "5", waiting.objections, True),
        ("desk:callbacks", _("Gọi lại"), "6", waiting.callbacks, works),
        ("desk:broadcasts", _("Chuyển tin"), "7", 0, works),
        ("desk:translations", _("Bản dịch"), "8", to_hear, translates),
        ("desk:enter", _("Nhập tin"), "n", 0, enters),
    ]
