"""Recordings as a communicator's phone sends them."""

from uuid import uuid4

from django.core.files.base import ContentFile

from kiemtin.desk.models import Broadcast, Communicator, Report
from kiemtin.desk.moment import now
from kiemtin.desk.words_reach import Language
from tests.support.communicators import VOICE


def recorded(
    who: Communicator, broadcast: Broadcast | None = None, language: str = Language.HMONG
) -> Report:
    """A recording that came a moment ago."""
    row = Report(communicator=who, item=uuid4(), told_at=now(), broadcast=broadcast)
    row.language, row.content_type, row.sha256 = language, "audio/webm", "0" * 64
    row.file.save("mong.webm", ContentFile(VOICE))
    return row
