"""Every form in which a text will reach people, as the approver sees them side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.email import mail
from kiemtin.bulletin.loudspeaker import Priority, script
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.short_text import receipt_text, share_text
from kiemtin.bulletin.sms import Sms, sms
from kiemtin.desk.contents import address_of, briefly, holding
from kiemtin.desk.flow.publish import slug
from kiemtin.desk.models import Draft, HoldingLine, Rumour
from kiemtin.desk.models.content import ABOUT_FIELDS
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import place_name

NOT_SHOWN = ("english", "subject", *ABOUT_FIELDS)
CODE_CHARS = 330
"""Of a common signed code; it varies with the claim and the desk's name."""


@dataclass(frozen=True)
class Form:
    """One form: its name, its text, and what is to be known of it: length, parts, seconds."""

    name: str
    text: str
    note: str = ""

    @property
    def length(self) -> int:
        """Characters."""
        return len(self.text)


def forms_of(draft: Draft) -> list[Form]:
    """The texts that go out; none while the draft is too unfinished to have them."""
    try:
        content = content_of(draft)
    except ContentRefused:
        return []
    fact_check = getattr(draft.rumour, "fact_check", None)
    # The first version gets its number when it is published; it will be about as long.
    number = fact_check.pk if fact_check else draft.rumour_id
    return texts(content, "first" if draft.rumour.life_safety else "normal", number)


def line_to_be(rumour: Rumour, said: dict[str, Any]) -> list[Form]:
    """The texts of a holding line that is not published yet, from what was typed."""
    moment = now()
    line = HoldingLine(
        rumour=rumour,
        safe_action=said["safe_action"],
        checking=said["checking"],
        place=rumour.place,
        published_at=moment,
        next_update_at=moment + timedelta(minutes=said["minutes"]),
    )
    return texts(holding(line), "first" if rumour.life_safety else "normal")


def texts(content: Content, priority: Priority = "normal", number: int = 0) -> list[Form]:
    """Every form that is text, the most read first; one without room for the fact says so.

    `number` is that of the fact-check, 0 for a holding line.
    """
    brief = briefly(content, number) if number else content
    return list(_texts(content, brief, priority))


def _texts(content: Content, brief: Content, priority: Priority) -> Iterator[Form]:
    with override("vi"):
        drill = settings.DRILL
        read = script(content, priority=priority, drill=drill)
        letter = mail(content, drill=drill)
        marked, bare = sms(brief, drill=drill), sms(brief, marks=False, drill=drill)
    yield Form(_("Văn bản ngắn (Zalo, Facebook)"), _short(content))
    yield Form(_("Trả lời người hỏi"), receipt_text(content))
    yield Form(_("SMS có dấu"), "\n———\n".join(marked.parts), _parts(marked))
    yield Form(_("SMS không dấu"), "\n———\n".join(bare.parts), _parts(bare))
    yield Form(_("Lời đọc trên loa"), read.text, _seconds(read.once_seconds, read.seconds))
    yield Form(_("Thư điện tử"), f"{letter.subject}\n\n{letter.text}")


def _short(content: Content) -> str:
    try:
        return share_text(content)
    except ContentRefused as refused:
        return refused.vi()


def _parts(message: Sms) -> str:
    told = _("%(n)s phần, %(encoding)s") % {"n": len(message.parts), "encoding": message.encoding}
    return (
        told if message.within else f"{told}, {_('dài hơn mong muốn: hãy viết câu đầu ngắn lại')}"
    )


def _seconds(once: float, whole: float) -> str:
    return _("khoảng %(once)s giây một lượt, đọc hai lượt hết %(whole)s giây") % {
        "once": round(once),
        "whole": round(whole),
    }


def content_of(draft: Draft) -> Content:
    """The draft as it will stand in public; raises ContentRefused while it is unfinished."""
    fact_check = getattr(draft.rumour, "fact_check", None)
    name = fact_check.slug if fact_check else slug(draft.rumour)
    shown = draft.content()
    for field in NOT_SHOWN:
        del shown[field]
    return Content(
        url=address_of(name),
        slug=name,
        desk_name=draft.rumour.desk.name,
        checked_at=now().replace(second=0, microsecond=0),
        place_name=place_name(shown.pop("place")),
        version=fact_check.versions.count() + 1 if fact_check else 1,
        kind=draft.kind,
        **shown,
    )


def in_place_of_a_code() -> str:
    """What a drawing shows where the signed code will stand: about as long, and good for nothing.

    A text that is not published yet is never signed.
    """
    return f"{settings.PUBLIC_URL}/ma/#" + "0" * CODE_CHARS
