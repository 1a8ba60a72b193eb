"""The states of a commune in the ledger: word and shape; and the ledger as rows of a file."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries.spread import Commune, Spread
from kiemtin.web.templatetags.kiemtin import plain

STATES = {
    "late": (lazy("Trễ"), "exclamation"),
    "failed": (lazy("Không gửi được"), "cross"),
    "waiting": (lazy("Chờ gửi"), "clock"),
    "sent": (lazy("Đã gửi"), "arrow"),
    "received": (lazy("Đã nhận"), "half"),
    "read": (lazy("Đã đọc, dán"), "check"),
    "nobody": (lazy("Chưa có người"), "dash"),
}


CHANNELS = {
    "email": lazy("Thư điện tử"),
    "zalo_oa": "Zalo",
    "zalo_bot": "Zalo Bot",
    "telegram": "Telegram",
    "sms_gate": "SMS",
    "smpp": "SMS",
    "messenger": "Messenger",
    "whatsapp": "WhatsApp",
    "web_push": lazy("Thông báo trên máy"),
}


def channel(code: str) -> str:
    """The name by which people know a channel; its code where it has none."""
    return str(CHANNELS.get(code, code))


def word(state: str) -> str:
    """The word of a state."""
    return str(STATES[state][0])


def shape(state: str) -> str:
    """The icon of a state."""
    return STATES[state][1]


def csv_rows(found: Spread) -> Iterator[Sequence[object]]:
    """A head and one row a commune: counts only."""
    yield (
        _("Mã xã"),
        _("Xã"),
        _("Huyện cũ"),
        _("Tình trạng"),
        _("Tuyên truyền viên"),
        _("Đã gửi"),
        _("Trong đó không rõ đã tới chưa"),
        _("Không gửi được"),
        _("Đã nhận"),
        _("Đã đọc"),
        _("Bằng tiếng"),
        _("Đã dán"),
        _("Báo đầu tiên lúc"),
    )
    for one in found.communes:
        yield _row(one)


def _row(one: Commune) -> Sequence[object]:
    return (
        one.place,
        place_name(one.place),
        one.district,
        word(one.state),
        len(one.people),
        one.gone_out,
        one.uncertain,
        one.failed,
        one.received,
        one.read,
        ", ".join(one.languages),
        one.posted,
        plain(one.first_at) if one.first_at else "",
    )
