"""The tags and filters of the pages; each only shows what it is given and looks nothing up."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField, CheckboxInput
from django.template.defaultfilters import date as date_format
from django.utils import timezone
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.web.templatetags import icons
from kiemtin.web.templatetags.clocks import ClockFace, face
from kiemtin.web.templatetags.diffs import TextDiff, word_diff

register = template.Library()
register.simple_tag(icons.icon, name="icon")

# The word and the shape of a badge; `checking` is a holding line, `not_checkable` no verdict.
VERDICTS: Mapping[str, tuple[Any, str]] = {
    "true": (gettext_lazy("ĐÚNG"), "check"),
    "mostly_true": (gettext_lazy("ĐÚNG PHẦN LỚN"), "quarter"),
    "misleading": (gettext_lazy("GÂY HIỂU LẦM"), "exclamation"),
    "false": (gettext_lazy("SAI"), "cross"),
    "unproven": (gettext_lazy("CHƯA ĐỦ CĂN CỨ"), "question"),
    "checking": (gettext_lazy("ĐANG KIỂM TRA"), "clock"),
    "not_checkable": (gettext_lazy("Không thuộc diện kiểm chứng"), "dash"),
}


@register.filter
def verdict_word(code: str) -> str:
    """Give the word of a verdict code; KeyError when there is none."""
    return str(VERDICTS[str(code)][0])


@register.filter
def verdict_icon(code: str) -> str:
    """Give the name of the shape of a verdict code; KeyError when there is none."""
    return VERDICTS[str(code)][1]


@register.filter
def when(moment: datetime | date | None) -> SafeString | str:
    """Give a `<time>` such as 22/11/2026 14:05, or 22/11/2026 for a date; nothing for None."""
    if not moment:
        return ""
    return format_html('<time datetime="{}">{}</time>', _local(moment).isoformat(), plain(moment))


def plain(moment: datetime | date) -> str:
    """Give the same without the element, for a sentence."""
    form = "DATETIME_FORMAT" if isinstance(moment, datetime) else "DATE_FORMAT"
    return date_format(_local(moment), form)


def _local(moment: datetime | date) -> datetime | date:
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


@register.simple_tag
def clock_face(due: datetime, since: datetime | None = None) -> ClockFace:
    """Give what a clock shows now."""
    return face(due, since or None, timezone.now())


@register.simple_tag(name="word_diff")
def word_diff_tag(left: str, right: str) -> TextDiff:
    """Compare two texts word by word."""
    return word_diff(str(left), str(right))


@register.simple_tag
def control(field: BoundField, **attrs: Any) -> SafeString:
    """Draw the control of a form field with more attributes: `data_key="s"` gives data-key="s".

    An attribute that is None or "" is left out. A placeholder of the form's own is blanked: the
    label says it, and grey text in a field reads as if it were filled in.
    """
    given = {name.replace("_", "-"): value for name, value in attrs.items() if value}
    if "placeholder" in field.field.widget.attrs:
        given.setdefault("placeholder", "")
    if "aria-describedby" in given and (known := field.aria_describedby):
        given["aria-describedby"] = f"{known} {given['aria-describedby']}"
    return field.as_widget(attrs=given)


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Tell whether the field is one box to tick, whose label stands after it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def undo_url(message: Message) -> str:
    """Give the address in the extra tags of a message made with `extra_tags="undo=/…"`, else ""."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix("undo=") for tag in tags if tag.startswith("undo=")), "")


def words() -> dict[str, str]:
    """Give what the modules of static/kiemtin/js say, in the reader's language."""
    return {
        "days": _("%(days)s ngày %(hours)s giờ"),
        "hours": _("%(hours)s giờ %(minutes)s phút"),
        "minutes": _("%(minutes)s phút"),
        "left": _("còn %(span)s"),
        "late": _("trễ %(span)s"),
        "charsLeft": _("Còn %(count)s ký tự"),
        "charsOver": _("Dài hơn %(count)s ký tự so với mức nên dùng"),
        "places": _("%(count)s nơi. Dùng mũi tên lên, xuống để chọn."),
        "noPlaces": _("Không thấy nơi nào có tên này. Cứ gửi, bàn sẽ tự tìm."),
        "failed": _("Chưa gửi được. Những gì bạn gõ vẫn còn đây: kiểm tra mạng rồi gửi lại."),
    }


@register.simple_tag
def js_words() -> SafeString:
    """Put the words of the JavaScript modules into the page as data (no script, CSP lets it be)."""
    return json_script(words(), "words")
