"""The desk's public keys as readers take them: a file for `kiemtin verify --key`."""

from django.utils import timezone

from kiemtin.desk.models import LogKey
from kiemtin.desk.words import KeyEnd


def lines() -> str:
    """Every key that the desk had, the newest first, one a line; "" before the first.

    A revoked one is named in a comment and so believed by nobody: whoever has it can sign anything.
    """
    return "".join(f"{_line(key)}\n" for key in LogKey.objects.order_by("-id"))


def _line(key: LogKey) -> str:
    if key.ended_at is None or key.ended_why != KeyEnd.REVOKED:
        return key.public
    return f"# revoked {timezone.localdate(key.ended_at)}: {key.public}"
