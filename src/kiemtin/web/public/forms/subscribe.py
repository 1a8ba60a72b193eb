"""The form by which somebody asks to be told: what about, and over which way."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.channels.outbound import SendingFailed
from kiemtin.desk.connectors import connector
from kiemtin.desk.words import Subject
from kiemtin.web.public.forms.fields import PlaceMixin
from kiemtin.web.public.forms.listing import ANY

EMAIL, PUSH, FEED = "email", "web_push", "feed"


class SubscribeForm(PlaceMixin):
    """A place, a subject, and what the chosen way (`how`) needs; by a fact-check only the way."""

    bai = forms.SlugField(widget=forms.HiddenInput, required=False, max_length=120)
    subject = forms.ChoiceField(
        label=gettext_lazy("Về việc"), choices=[*ANY, *Subject.choices], required=False
    )
    email = forms.CharField(
        label=gettext_lazy("Địa chỉ thư của bạn"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    browser = forms.CharField(widget=forms.HiddenInput, required=False, max_length=4096)

    def __init__(self, *args: Any, how: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.how = how
        self.fields["place"].label = _("Tin về nơi nào?")
        self.fields["place"].help_text = _("Xã, phường hoặc tỉnh. Để trống là mọi nơi.")

    def clean_email(self) -> str:
        """Give one plain mailbox when that is the way."""
        given = str(self.cleaned_data["email"]).strip()
        channel = connector(EMAIL)
        if self.how == EMAIL and channel and not channel.part("addresses").is_address(given):
            raise forms.ValidationError(_("Cần một địa chỉ thư, ví dụ ten@example.vn."))
        return given

    def clean_browser(self) -> str:
        """Give what the browser handed out when that is the way, in one spelling."""
        given = str(self.cleaned_data["browser"])
        return browser_address(given) if self.how == PUSH else ""


def browser_address(given: str) -> str:
    """The subscription of a browser in one spelling; raises ValidationError for anything else."""
    channel = connector(PUSH)
    sentence = _("Trình duyệt không cho đăng ký. Hãy thử lại, hoặc chọn cách khác.")
    if channel is None:
        raise forms.ValidationError(sentence)
    part = channel.part("subscription")
    try:
        return str(part.spelled(part.read_subscription(given, channel.settings.reach)))
    except SendingFailed:
        raise forms.ValidationError(sentence) from None
