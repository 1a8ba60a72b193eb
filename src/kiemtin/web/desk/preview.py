"""Every form in which a draft will reach people, as the approver sees them side by side."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.short_text import receipt_text, share_text
from kiemtin.desk.contents import address_of
from kiemtin.desk.flow.publish import slug
from kiemtin.desk.models import Draft
from kiemtin.desk.models.content import ABOUT_FIELDS
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import place_name


@dataclass(frozen=True)
class Form:
    """One form: its name, its text, its length in characters."""

    name: str
    text: str

    @property
    def length(self) -> int:
        """Characters."""
        return len(self.text)


def forms_of(draft: Draft) -> list[Form]:
    """The short texts that go out; none while the draft is too unfinished to have them."""
    try:
        content = content_of(draft)
    except ContentRefused:
        return []
    return [
        Form(_("Văn bản ngắn (Zalo, Facebook)"), share_text(content)),
        Form(_("Trả lời người hỏi"), receipt_text(content)),
    ]


def content_of(draft: Draft) -> Content:
    """The draft as it will stand in public; raises ContentRefused while it is unfinished."""
    fact_check = getattr(draft.rumour, "fact_check", None)
    name = fact_check.slug if fact_check else slug(draft.rumour)
    shown = draft.content()
    for field in ("english", "subject", *ABOUT_FIELDS):
        del shown[field]
    return Content(
        url=address_of(name),
        slug=name,
        desk_name=draft.rumour.desk.name,
        checked_at=now(),
        place_name=place_name(shown.pop("place")),
        version=fact_check.versions.count() + 1 if fact_check else 1,
        kind=draft.kind,
        **shown,
    )
