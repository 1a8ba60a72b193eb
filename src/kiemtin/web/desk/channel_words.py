"""The channels by the names that people know them by."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CHANNELS: dict[str, str | Promise] = {
    "email": _("Thư điện tử (e-mail)"),
    "zalo_oa": "Zalo Official Account",
    "zalo_bot": "Zalo Bot",
    "telegram": "Telegram",
    "sms_gate": _("SMS qua điện thoại Android"),
    "smpp": _("SMS qua nhà mạng (SMPP)"),
    "messenger": "Facebook Messenger",
    "whatsapp": "WhatsApp",
    "web_push": _("Thông báo trên trình duyệt"),
    "partner": _("Đối tác"),
    "feeds": _("Nguồn tin RSS, Atom"),
}


def channel_name(code: str) -> str:
    """The name, the code itself for a channel that is not known."""
    return str(CHANNELS.get(code, code))
