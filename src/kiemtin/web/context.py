"""What every page knows: the site's address, the drill; on desk pages the tabs with their
counts.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kiemtin.desk.queries import board


def site(request: HttpRequest) -> dict[str, Any]:
    """Names used by the base templates."""
    common = {"drill": settings.DRILL, "public_url": settings.PUBLIC_URL}
    return common | (desk(request) if hasattr(request, "desk") else {})


def desk(request: Any) -> dict[str, Any]:
    """The desk's bar: its name, its tabs, what waits behind each."""
    waiting = board.waiting(request.desks)
    tabs = [
        ("desk:inbox", _("Tin đến"), "1", waiting.messages),
        ("desk:board", _("Bảng tin đồn"), "2", waiting.rumours),
        ("desk:review_queue", _("Duyệt"), "3", waiting.reviews),
        ("desk:fact_checks", _("Đã công bố"), "4", None),
        ("desk:objections", _("Phản hồi"), "5", waiting.objections),
        ("desk:callbacks", _("Gọi lại"), "6", waiting.callbacks),
        ("desk:enter", _("Nhập tin"), "n", None),
    ]
    return {
        "desk_name": request.desk.name,
        "roles": request.roles,
        "nav": [
            {
                "url": reverse(name),
                "label": label,
                "key": key,
                "count": count,
                "current": request.path.startswith(reverse(name)),
            }
            for name, label, key, count in tabs
        ],
        "help_url": reverse("desk:help"),
    }
