"""The form in which a reader challenges a fact-check or brings new evidence."""

from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.text.redact import redact
from kiemtin.web.public.forms.fields import TextField
from kiemtin.web.public.forms.tokened import TokenForm


class ObjectionForm(TokenForm):
    """What is wrong or missing, with a link where it can be seen."""

    purpose = "objection"
    text = TextField(
        label=gettext_lazy("Điều gì sai hoặc còn thiếu?"),
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
