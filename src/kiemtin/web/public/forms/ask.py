"""The form in which anyone reports what they heard, without account and without JavaScript."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.desk.moment import today
from kiemtin.desk.words import HeardVia
from kiemtin.media.picture import PictureRefused
from kiemtin.web.desk.says import in_words
from kiemtin.web.public.forms.fields import PlaceMixin, TextField
from kiemtin.web.public.forms.tokened import TokenForm

OLDEST = timedelta(days=3 * 365)
PHONE = re.compile(r"\+?[\d .()-]{8,20}")
# The phone's own camera formats are turned into one of these by the browser when it may choose.
PICTURES = "image/jpeg,image/png,image/webp,image/gif"


class AskForm(PlaceMixin, TokenForm):
    """What somebody heard, where, when and how, and whether they want an answer."""

    purpose = "ask"
    text = TextField(
        label=gettext_lazy("Bạn nghe được điều gì?"),
        help_text=gettext_lazy("Dán nguyên văn hoặc kể lại. Không cần ghi tên ai."),
        widget=forms.Textarea(attrs={"rows": 5, "aria-required": "true"}),
    )
    heard_on = forms.DateField(
        label=gettext_lazy("Bạn nghe hôm nào?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    heard_via = forms.ChoiceField(
        label=gettext_lazy("Tin đến với bạn bằng cách nào?"),
        choices=[("", gettext_lazy("Chọn một cách")), *HeardVia.choices],
        required=False,
    )
    picture = forms.FileField(
        label=gettext_lazy("Ảnh"),
        help_text=gettext_lazy(
            "Một ảnh, không quá 10 MB. Nơi chụp và tên máy ghi trong ảnh được xoá."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": PICTURES}),
    )
    wants_answer = forms.BooleanField(
        label=gettext_lazy("Tôi muốn được trả lời"), required=False, initial=True
    )
    reply_to = forms.CharField(
        label=gettext_lazy("Số điện thoại hoặc thư điện tử"),
        help_text=gettext_lazy(
            "Chỉ cần khi bạn không mở lại được trang biên nhận. Được mã hoá, chỉ dùng để trả lời "
            "bạn, xoá ngay khi trả lời xong hoặc sau 30 ngày."
        ),
        required=False,
        max_length=120,
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_big = too_big
        self.order_fields(["token", "text", "place", "place_code", "place_choice", "heard_via"])
        self.fields["heard_on"].widget.attrs["max"] = today().isoformat()

    def more_in_use(self) -> bool:
        """True when one of the fields that are folded away is filled in or wrong."""
        names = ("heard_on", "picture", "reply_to")
        return any(self.errors.get(name) or self[name].value() for name in names)

    def clean_heard_on(self) -> date | None:
        """Give a day that has come, and not long ago."""
        day: date | None = self.cleaned_data["heard_on"]
        if day and day > today():
            raise forms.ValidationError(_("Ngày này chưa đến. Hãy ghi ngày bạn đã nghe."))
        if day and day < today() - OLDEST:
            raise forms.ValidationError(_("Ngày này quá xa. Hãy xem lại năm, hoặc để trống."))
        return day

    def clean_reply_to(self) -> str:
        """Give a telephone number or an e-mail address."""
        given = str(self.cleaned_data["reply_to"]).strip()
        if given and not PHONE.fullmatch(given):
            sentence = _("Cần một số điện thoại hoặc một địa chỉ thư điện tử, hoặc để trống.")
            EmailValidator(message=sentence)(given)
        return given

    def clean_picture(self) -> bytes:
        """Give the picture's bytes, b"" for none; what is in them the media library looks at."""
        if self.too_big:
            sentence = _("Ảnh lớn hơn 10 MB. Hãy chọn ảnh nhỏ hơn, hoặc gửi không kèm ảnh.")
            raise forms.ValidationError(sentence, code="too_big")
        file = self.cleaned_data["picture"]
        data: bytes = file.read() if file is not None else b""
        if file is not None and not data:
            raise forms.ValidationError(in_words(PictureRefused("empty")), code="empty")
        return data
