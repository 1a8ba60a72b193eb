"""Forms by which the desk passes bulletins on; they only shape what was typed, the flow decides."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.flow.hours import DEFAULT, Slot, TimeTable
from kiemtin.desk.words_reach import Done, Language, Priority
from kiemtin.web.desk.fields import PlaceField
from kiemtin.web.desk.forms import PageForm


class OrderForm(PageForm):
    """How soon, and to which places: codes of the tick list of `areas`."""

    named = "order"

    priority = forms.ChoiceField(
        label=_("Mức ưu tiên"),
        choices=Priority.choices,
        initial=Priority.NORMAL,
        widget=forms.RadioSelect,
    )
    places = forms.MultipleChoiceField(
        label=_("Chuyển tới đâu"),
        error_messages={"required": _("Hãy chọn ít nhất một nơi.")},
    )

    def __init__(self, codes: list[str], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        places = self.fields["places"]
        assert isinstance(places, forms.MultipleChoiceField)
        places.choices = [(code, code) for code in codes]


class NoteForm(PageForm):
    """What a communicator said on the telephone."""

    named = "note"

    communicator = forms.IntegerField(widget=forms.HiddenInput)
    done = forms.ChoiceField(label=_("Đã làm gì"), choices=Done.choices)
    language = forms.ChoiceField(
        label=_("Bằng tiếng"), choices=[("", "—"), *Language.choices], required=False
    )


def _clock(label: Any, **options: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric"}),
        **options,
    )


class HoursForm(PageForm):
    """The time table of a place; a slot needs both its ends."""

    named = "hours"

    place = PlaceField(
        label=_("Nơi"),
        required=False,
        help_text=_("Để trống: cả địa bàn của bàn. Ghi tên xã để đặt giờ riêng cho xã đó."),
    )
    quiet_from = _clock(_("Không gửi từ"), initial=DEFAULT.quiet_from)
    quiet_until = _clock(_("đến"), initial=DEFAULT.quiet_until)
    first_from = _clock(_("Loa phát buổi sáng từ"), initial=DEFAULT.slots[0][0], required=False)
    first_until = _clock(_("đến"), initial=DEFAULT.slots[0][1], required=False)
    second_from = _clock(_("Loa phát buổi chiều từ"), initial=DEFAULT.slots[1][0], required=False)
    second_until = _clock(_("đến"), initial=DEFAULT.slots[1][1], required=False)

    def clean(self) -> dict[str, Any]:
        """Each slot has both its ends or none."""
        said = super().clean() or {}
        for name in ("first", "second"):
            if bool(said.get(f"{name}_from")) != bool(said.get(f"{name}_until")):
                self.add_error(f"{name}_until", _("Hãy ghi cả hai giờ, hoặc để trống cả hai."))
        return said

    def table(self) -> TimeTable:
        """What was typed as a time table."""
        said = self.cleaned_data
        slots: list[Slot] = []
        for name in ("first", "second"):
            begin: time | None = said[f"{name}_from"]
            end: time | None = said[f"{name}_until"]
            if begin is not None and end is not None:
                slots.append((begin, end))
        return TimeTable(said["quiet_from"], said["quiet_until"], tuple(slots))
