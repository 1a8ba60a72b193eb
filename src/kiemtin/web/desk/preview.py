"""Every form in which a draft will reach people, as the approver sees them side by side."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from kiemtin.bulletin.short_text import share_text
from kiemtin.desk.models import Draft
from kiemtin.desk.queries.content import of_draft


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
    """The short text that goes to Zalo, Facebook and the receipt page."""
    content = of_draft(draft, settings.PUBLIC_URL)
    return [Form(_("Văn bản ngắn (Zalo, Facebook, trả lời người hỏi)"), share_text(content))]
