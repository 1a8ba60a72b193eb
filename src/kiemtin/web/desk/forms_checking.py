"""The form of a step of a check-list; it only shapes what was typed, the flow decides."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.flow.checking import LONGEST_NOTE
from kiemtin.desk.words_evidence import StepState
from kiemtin.web.desk.forms import PageForm


class StepForm(PageForm):
    """What a step brought; `seen` is the stamp of what the page showed."""

    state = forms.ChoiceField(
        label=_("Kết quả"),
        choices=StepState.choices,
        initial=StepState.DONE,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Ghi chú cho người duyệt"),
        help_text=_("Thấy gì, ở đâu. Số điện thoại và tên người riêng sẽ được che."),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_NOTE}),
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
