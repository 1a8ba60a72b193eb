"""Forms with which the desk answers objections; what was typed stays when it is refused."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.words import HeldBack, ObjectionOutcome
from kiemtin.web.desk.reasons import REASONS, answer


class _OfOne(forms.Form):
    """One of many forms of a page: the number of the objection keeps their fields apart."""

    def __init__(self, *args: Any, pk: int = 0, **options: Any) -> None:
        super().__init__(*args, **({"auto_id": f"{type(self).__name__}{pk}_%s"} | options))


class AnswerForm(_OfOne):
    """Yes or no, with the reason that everybody reads."""

    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        choices=ObjectionOutcome.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Chấp nhận thì một bản đính chính được mở ngay; hạn 3 ngày làm việc. Chấp nhận chưa "
            "phải là viết: bạn vẫn ký được bản mà người khác viết."
        ),
        error_messages={"required": _("Hãy chọn chấp nhận hay không chấp nhận.")},
    )
    reason = forms.ChoiceField(
        label=_("Lý do thường gặp"),
        choices=[("", _("Không chọn")), *REASONS.items()],
        required=False,
    )
    answer = forms.CharField(
        label=_("Câu trả lời, mọi người đều đọc được"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def said(self) -> str:
        """The whole answer as it goes out."""
        return answer(self.cleaned_data["reason"], self.cleaned_data["answer"])


class NoteForm(_OfOne):
    """More words under an answer; they may change what it comes to."""

    text = forms.CharField(
        label=_("Bàn nói thêm hoặc sửa câu trả lời"),
        help_text=_("Câu trả lời cũ vẫn đứng đó; điều này hiện ngay dưới, kèm tên bạn."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    outcome = forms.ChoiceField(
        label=_("Kết quả nay là"),
        choices=[("", _("giữ nguyên")), *ObjectionOutcome.choices],
        required=False,
    )


class HoldBackForm(_OfOne):
    """Why the words of an objection are not shown; none shows them again."""

    why = forms.ChoiceField(
        label=_("Không hiển thị lời của phản hồi, vì"),
        choices=[("", _("vẫn hiển thị")), *HeldBack.choices],
        required=False,
    )
