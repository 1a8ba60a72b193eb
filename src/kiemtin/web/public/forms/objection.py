"""The form in which a reader challenges a fact-check or brings new evidence."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.desk.flow.listen import Beside
from kiemtin.desk.words import ObjectionKind
from kiemtin.media.document import CopyRefused
from kiemtin.text.redact import redact
from kiemtin.web.desk.says import in_words
from kiemtin.web.public.forms.fields import TextField
from kiemtin.web.public.forms.tokened import TokenForm

TAKEN = "image/jpeg,image/png,image/webp,image/gif,application/pdf,text/plain"


class ObjectionForm(TokenForm):
    """What is wrong or missing, with a link where it can be seen."""

    purpose = "objection"
    kind = forms.ChoiceField(
        label=gettext_lazy("Bạn muốn nói gì với bàn?"),
        choices=ObjectionKind.choices,
        initial=ObjectionKind.WRONG,
        required=False,
        widget=forms.RadioSelect,
    )
    text = TextField(
        label=gettext_lazy("Điều gì sai, còn thiếu, hoặc bạn biết thêm gì?"),
        help_text=gettext_lazy(
            "Lời của bạn và câu trả lời của bàn sẽ được đăng công khai. Đừng ghi tên hay số điện "
            "thoại của ai."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "aria-required": "true"}),
    )
    link = forms.URLField(
        label=gettext_lazy("Đường dẫn tới bằng chứng"),
        help_text=gettext_lazy("Trang của cơ quan, báo, tài liệu; không phải trang cá nhân."),
        required=False,
        max_length=1000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"inputmode": "url"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp làm bằng chứng"),
        help_text=gettext_lazy(
            "Ảnh, PDF hoặc văn bản thường, không quá 10 MB. Chỉ bàn xem, không đăng lên. Tên tệp "
            "không được lưu; nơi chụp và tên máy trong ảnh được xoá."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": TAKEN}),
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_big = too_big

    def clean_kind(self) -> ObjectionKind:
        """Give what it is; something wrong, when nothing is said."""
        return ObjectionKind(self.cleaned_data["kind"] or ObjectionKind.WRONG)

    def clean_link(self) -> str:
        """Give a web address that leads to no private person's page."""
        link: str = self.cleaned_data["link"]
        if link and urlsplit(link).scheme not in ("http", "https"):
            raise forms.ValidationError(_("Cần một địa chỉ web bắt đầu bằng https://."))
        if link and redact(link).removed:
            raise forms.ValidationError(
                _("Đường dẫn này chứa thông tin của một cá nhân. Hãy tả lại bằng lời ở ô trên.")
            )
        return link

    def clean_file(self) -> bytes:
        """Give the file's bytes, b"" for none; what is in them the media library looks at."""
        if self.too_big:
            sentence = _(
                "Tệp lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn, hoặc gửi đường dẫn thay cho tệp."
            )
            raise forms.ValidationError(sentence, code="too_big")
        file = self.cleaned_data["file"]
        data: bytes = file.read() if file is not None else b""
        if file is not None and not data:
            raise forms.ValidationError(in_words(CopyRefused("empty")), code="empty")
        return data

    def beside(self) -> Beside:
        """What comes with the words."""
        said = self.cleaned_data
        file = self.files.get("file")
        return Beside(said["kind"], said["file"], (file.name or "") if file else "")
