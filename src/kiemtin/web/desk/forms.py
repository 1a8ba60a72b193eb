"""Forms of the desk's pages; they only shape what was typed, the flow decides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kiemtin.bulletin.lengths import LIMITS
from kiemtin.desk.words import (
    About,
    Asking,
    Claimant,
    EvidenceKind,
    NotAsked,
    NotCheckable,
    Stance,
    Subject,
    Verdict,
)
from kiemtin.web.desk.fields import PlaceField

HARM = [
    (0, _("0 — vô hại")),
    (1, _("1 — phiền, mất thời gian")),
    (2, _("2 — mất tiền, mất việc, hoang mang")),
    (3, _("3 — nguy hiểm tính mạng, hoảng loạn")),
]


class PageForm(forms.Form):
    """One of several forms of a page: `named` keeps the ids of their fields apart."""

    named = "id"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"auto_id": f"{self.named}_%s"} | options))


def day(label: Any) -> forms.DateField:
    """A day that may be left out, typed as it is written here, whatever the browser's language."""
    return forms.DateField(label=label, help_text=_("Ví dụ 22/11/2026"), required=False)


class AssessForm(PageForm):
    """What a rumour is: one checkable sentence, harm, danger to life, where."""

    named = "assess"

    claim = forms.CharField(
        label=_("Câu kiểm chứng được"),
        help_text=_("Một câu mà bằng chứng có thể cho thấy đúng hay sai."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )
    subject = forms.ChoiceField(label=_("Chủ đề"), choices=Subject.choices)
    claimant = forms.ChoiceField(
        label=_("Ai nói điều này"),
        help_text=_("Loại nguồn tung tin, không bao giờ là một người. Không ảnh hưởng mức hại."),
        choices=Claimant.choices,
        required=False,
    )
    harm = forms.TypedChoiceField(
        label=_("Mức hại"), choices=HARM, coerce=int, widget=forms.RadioSelect
    )
    life_safety = forms.BooleanField(label=_("Liên quan tính mạng"), required=False)
    place = PlaceField(label=_("Ở đâu"), required=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class EvidenceForm(PageForm):
    """One piece of evidence with its copy."""

    named = "evidence"

    source = forms.CharField(label=_("Nguồn"), max_length=200)
    origin = forms.CharField(
        label=_("Gốc của nguồn"),
        help_text=_("Ai nói đầu tiên? Hai bài cùng dẫn một nơi là một nguồn."),
        max_length=120,
    )
    title = forms.CharField(label=_("Nội dung chính"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại"), choices=EvidenceKind.choices)
    stance = forms.ChoiceField(
        label=_("Nói gì về tin đồn"), choices=[("", _("— hãy chọn —")), *Stance.choices]
    )
    self_statement = forms.BooleanField(
        label=_("Là lời cơ quan nói về chính mình (chỉ tính một)"), required=False
    )
    circulates = forms.BooleanField(
        label=_("Là ảnh đang lan truyền: bản lưu là ảnh, chỉ ra ngoài khi đã đóng dấu kết luận"),
        required=False,
    )
    quote = forms.CharField(
        label=_("Trích"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    url = forms.URLField(
        label=_("Đường dẫn"), required=False, max_length=1000, assume_scheme="https"
    )
    dated = day(_("Ngày của nguồn"))
    copy = forms.FileField(
        label=_("Bản lưu (tệp)"),
        required=False,
        help_text=_(
            "Không có bản lưu thì bằng chứng chưa được tính. Nhận PDF, DOCX, ảnh, văn bản đến "
            "20 MB; âm thanh, video, WACZ, WARC đến 64 MB."
        ),
    )

    capture = forms.IntegerField(required=False, widget=forms.HiddenInput)


class CaptureForm(PageForm):
    """The address of a page that is to be kept."""

    named = "capture"

    address = forms.CharField(
        label=_("Địa chỉ của trang"),
        help_text=_("Chép từ thanh địa chỉ của trình duyệt. Trang mạng xã hội không lưu được."),
        max_length=1000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )


class TextToolForm(PageForm):
    """A text that is looked at and not kept."""

    named = "text"

    text = forms.CharField(
        label=_("Lời hoặc địa chỉ cần xem"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class ContactForm(PageForm):
    """Somebody who was asked: to find out, or so that whom the claim is about can reply."""

    named = "contact"

    purpose = forms.ChoiceField(
        label=_("Để làm gì"), choices=Asking.choices, initial=Asking.CHECK, required=False
    )
    body = forms.CharField(
        label=_("Đã hỏi cơ quan nào"),
        help_text=_("Để trống khi mời một cá nhân: tên cá nhân không ghi ở đâu cả."),
        max_length=200,
        required=False,
    )
    how = forms.CharField(
        label=_("Bằng cách nào"),
        help_text=_("Ví dụ: công văn, gọi tổng đài. Lời mời trả lời thì hiện công khai."),
        max_length=120,
    )
    asked_at = forms.DateTimeField(
        label=_("Lúc"),
        widget=forms.DateTimeInput(format="%d/%m/%Y %H:%M"),
        help_text=_("Ví dụ 22/11/2026 14:05"),
    )
    answer_by = forms.DateTimeField(
        label=_("Chờ trả lời đến"),
        required=False,
        widget=forms.DateTimeInput(format="%d/%m/%Y %H:%M"),
        help_text=_("Cần khi mời trả lời; trước lúc đó chưa đăng được."),
    )
    answer = forms.CharField(
        label=_("Trả lời"),
        help_text=_("Nguyên lời của họ; trang công khai không cắt bớt."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_purpose(self) -> Asking:
        """Give what for they were asked; to find out, when nothing is said."""
        return Asking(self.cleaned_data["purpose"] or Asking.CHECK)


class ContactAnswerForm(PageForm):
    """What came back later from somebody who was asked."""

    named = "contact_answer"

    answer = forms.CharField(
        label=_("Nguyên lời trả lời"), widget=forms.Textarea(attrs={"rows": 3})
    )


class IdentifierForm(PageForm):
    """A number or address that the rumour itself is about."""

    named = "kept"

    KINDS = [
        ("phone", _("số điện thoại")),
        ("bank_account", _("số tài khoản")),
        ("link", _("đường dẫn")),
    ]
    kind = forms.ChoiceField(label=_("Loại"), choices=KINDS)
    value = forms.CharField(label=_("Số hoặc địa chỉ"), max_length=200)
    reason = forms.CharField(label=_("Vì sao đó chính là điều được đồn"), max_length=200)


class HoldingForm(PageForm):
    """What is said while checking."""

    named = "holding"

    safe_action = forms.CharField(
        label=_("Việc nên làm ngay"), widget=forms.Textarea(attrs={"rows": 2}), max_length=400
    )
    checking = forms.CharField(
        label=_("Đang kiểm tra điều gì"), widget=forms.Textarea(attrs={"rows": 2}), max_length=600
    )
    minutes = forms.TypedChoiceField(
        label=_("Tin tiếp theo sau"),
        coerce=int,
        choices=[(15, _("15 phút")), (30, _("30 phút")), (60, _("1 giờ")), (180, _("3 giờ"))],
        initial=60,
    )


class NotCheckableForm(PageForm):
    """Why a statement gets no verdict."""

    named = "not_checkable"

    why = forms.ChoiceField(label=_("Vì sao"), choices=NotCheckable.choices)


class ReasonForm(PageForm):
    """One reason in words."""

    named = "conflict"

    reason = forms.CharField(label=_("Lý do"), max_length=300)


class _Lines(forms.CharField):
    """Text whose lines end as they are stored, not as a browser sends them: else each saved draft
    would differ from the published text in every line.
    """

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


def long_text(label: Any, rows: int, help_text: Any = "", *, required: bool = False) -> _Lines:
    widget = forms.Textarea(attrs={"rows": rows})
    return _Lines(label=label, widget=widget, help_text=help_text, required=required)


class DraftForm(forms.Form):
    """The text in Debunking-Handbook order; unfinished drafts can be saved."""

    claim = long_text(_("Tin đồn nói gì (một câu)"), 2)
    verdict = forms.ChoiceField(label=_("Kết luận"), choices=Verdict.choices)
    fact = long_text(
        _("1. Sự thật, làm tiêu đề"), 2, _("Điều đúng, nói trước. Không nhắc lại tin đồn.")
    )
    said = long_text(_("2. “Có tin đồn rằng…”, nhắc một lần"), 2)
    why = long_text(_("3. Vì sao, và điều gì đã thật sự xảy ra"), 7)
    todo = long_text(_("4. Bây giờ nên làm gì"), 2)
    english = long_text(_("Tóm tắt tiếng Anh"), 3)
    subject = forms.ChoiceField(label=_("Chủ đề"), choices=Subject.choices)
    place = PlaceField(label=_("Có hiệu lực ở đâu"), required=False)
    valid_from = day(_("Từ ngày"))
    valid_until = day(_("Đến hết ngày"))
    what_was_wrong = long_text(_("Bản trước sai ở đâu (khi đính chính)"), 2)
    about = forms.ChoiceField(
        label=_("Tin này nói về ai?"),
        choices=About.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Ai bị nói đến thì được mời trả lời trước khi đăng."),
    )
    about_body = forms.CharField(
        label=_("Tên cơ quan, tổ chức, chức vụ"),
        help_text=_("Không bao giờ ghi tên một cá nhân."),
        max_length=200,
        required=False,
    )
    not_asked = forms.ChoiceField(
        label=_("Không mời trả lời được, vì"),
        choices=[("", _("đã mời")), *NotAsked.choices],
        required=False,
    )
    not_asked_why = long_text(_("Nói rõ lý do; mọi người đều đọc được"), 2)
    based_on = forms.IntegerField(widget=forms.HiddenInput)

    counters = LIMITS
