"""What a sending says, made when it goes out: the text of its version in the form of its channel.

Every text is the desk's one voice with its name and link; nothing of it is kept.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.email import mail
from kiemtin.bulletin.phrases import phrase
from kiemtin.bulletin.short_text import receipt_text, share_text
from kiemtin.bulletin.sms import sms
from kiemtin.channels.outbound import Outgoing
from kiemtin.desk import contents
from kiemtin.desk.connectors import Connector
from kiemtin.desk.flow import reply_to
from kiemtin.desk.models import Sending
from kiemtin.desk.sealing import unseal
from kiemtin.desk.words_reach import SendingKind

SMS = {"sms_gate", "smpp"}
LEAVE = "leave"
READABLE = 1_500
"""A longer message is not read on a phone; a channel may take less."""


def outgoing(sending: Sending, connector: Connector) -> Outgoing:
    """The sending as its channel takes it; raises reply_to.Nobody."""
    to, code = address(sending)
    with translation.override("vi"):
        if sending.kind == SendingKind.REPLY:
            words = reply(sending.text, sending.params)
            text = f"{_before()}{words}\n{_receipt(code)}".strip()
            return Outgoing(to, text, sending.key, subject=_("Bàn kiểm tin trả lời bạn"))
        return _bulletin(sending, connector, to, code)


def address(sending: Sending) -> tuple[str, str]:
    """Where it goes and the receipt code that goes along, "" for none; raises reply_to.Nobody."""
    if sending.subscription_id is not None:
        assert sending.subscription is not None
        return unseal(bytes(sending.subscription.sealed)), ""
    if sending.kind in (SendingKind.ANSWER, SendingKind.REPLY):
        return reply_to.opened(sending)
    if sending.communicator is not None and sending.communicator.ended_at is None:
        way = sending.communicator.ways.filter(channel=sending.channel).first()
        if way is not None:
            return unseal(bytes(way.sealed)), ""
    if "partner" in sending.params:
        return sending.params["partner"], ""
    raise reply_to.Nobody


def content(sending: Sending) -> Content:
    """The version or the holding line that it carries."""
    if sending.version is not None:
        return contents.content(sending.version)
    assert sending.holding_line is not None
    return contents.holding(sending.holding_line)


def _bulletin(sending: Sending, connector: Connector, to: str, code: str) -> Outgoing:
    said, leave = content(sending), leave_url(sending)
    assert connector.sender is not None
    if connector.name == "email":
        letter = mail(said, leave, receipt_url=_receipt_url(code), drill=settings.DRILL)
        return Outgoing(
            to, letter.text, sending.key, letter.subject, letter.html, said.url, leave_url=leave
        )
    if connector.name in SMS:
        number = sending.version.fact_check_id if sending.version else 0
        brief = contents.briefly(said, number) if number else said
        text = f"{sms(brief, drill=settings.DRILL).text}\n{_not_asked(code)}".strip()
        return Outgoing(to, text, sending.key, said.fact, url=said.url)
    before, after = _before(), _after(sending, code)
    room = min(READABLE, connector.sender.MOST_CHARS) - len(before) - len(after)
    text = share_text(said, room)
    if sending.kind == SendingKind.ANSWER and len(receipt_text(said)) <= room:
        text = receipt_text(said, told_before=bool(sending.params.get("again")))
    whole = before + text + after
    return Outgoing(to, whole, sending.key, before + said.fact, url=said.url, leave_url=leave)


def _before() -> str:
    return f"{phrase('drill', 'vi')}\n" if settings.DRILL else ""


def _after(sending: Sending, code: str) -> str:
    """How to say that it is no answer, to be told of changes, or to stop: in the message itself."""
    if sending.kind == SendingKind.ANSWER and code:
        follow = _("Nhắn THEO DÕI %(code)s để được báo khi bài này thay đổi.") % {"code": code}
        return f"\n\n{_receipt(code)}\n{follow}"
    if sending.kind == SendingKind.SUBSCRIBED and sending.channel not in {"web_push", "partner"}:
        return "\n\n" + _("Nhắn DỪNG để thôi nhận.")
    if sending.kind == SendingKind.REMINDER:
        return "\n\n" + _("Nhờ bạn mở trang tuyên truyền và bấm “Đã nhận”, “Đã đọc”.")
    return ""


def _receipt(code: str) -> str:
    if not code:
        return ""
    said = _("Không đúng điều bạn hỏi, hoặc xem lại câu trả lời: %(url)s")
    return said % {"url": _receipt_url(code)}


def _not_asked(code: str) -> str:
    """The same in few letters: it is paid by the part."""
    return _("Không phải điều bạn hỏi? %(url)s") % {"url": _receipt_url(code)} if code else ""


def _receipt_url(code: str) -> str:
    return settings.PUBLIC_URL + reverse("public:receipt", args=[code]) if code else ""


def leave_url(sending: Sending) -> str:
    """The address by which a subscriber leaves with one tap; "" for everyone else."""
    if sending.subscription_id is None:
        return ""
    code = signing.dumps(sending.subscription_id, salt=LEAVE)
    return settings.PUBLIC_URL + reverse("public:leave", args=[code])


def reply(name: str, params: dict[str, Any]) -> str:
    """The desk's own short words to somebody who wrote; raises KeyError for an unknown name."""
    if "code" in params:
        url = settings.PUBLIC_URL + reverse("public:confirm", args=[params["code"]])
        params = params | {"url": url}
    words = _REPLIES[name]() % params
    return f"{words}\n{_PICTURES[params['picture']]()}" if "picture" in params else words


_PICTURES: dict[str, Callable[[], str]] = {
    "too_big": lambda: _(
        "Ảnh bạn gửi nặng quá nên chúng tôi chưa nhận được: xin chụp màn hình ảnh đó rồi gửi lại."
    ),
    "unread": lambda: _("Ảnh bạn gửi không mở được ở đây: xin chụp màn hình ảnh đó rồi gửi lại."),
    "gone": lambda: _("Ảnh bạn gửi chưa tới được chỗ chúng tôi: xin gửi lại ảnh."),
    "too_many": lambda: _("Mỗi tin chúng tôi chỉ nhận 3 ảnh đầu: xin gửi các ảnh còn lại sau."),
}
"""What became of pictures that could not be had, each in one sentence."""


_REPLIES: dict[str, Callable[[], str]] = {
    "received": lambda: _(
        "Cảm ơn bạn, chúng tôi đã nhận và sẽ trả lời khi kiểm tra xong. Trong lúc chờ, xin đừng "
        "chuyển tiếp tin này."
    ),
    "checking": lambda: _(
        "Tin này đang được kiểm tra. Việc nên làm ngay: %(safe_action)s\nChúng tôi nhắn lại khi có "
        "kết luận."
    ),
    "looked_at": lambda: _(
        "Cảm ơn bạn, chúng tôi đã nhận ảnh. Một người ở bàn sẽ xem ảnh rồi trả lời bạn. Trong lúc "
        "chờ, xin đừng chuyển tiếp ảnh này."
    ),
    "by_text": lambda: _("Câu trả lời của chúng tôi chỉ dựa vào phần chữ bạn viết."),
    "no_picture": lambda: _(
        "Chúng tôi chưa nhận được ảnh của bạn. Xin gửi lại, hoặc viết điều trong ảnh bằng chữ."
    ),
    "write": lambda: _(
        "Ở đây chúng tôi chưa nhận được ghi âm, video, tệp, nhãn dán hay ảnh gửi theo cách này. "
        "Xin viết lại điều bạn nghe được bằng chữ."
    ),
    "too_long": lambda: _(
        "Tin dài quá, chúng tôi chưa nhận được. Xin gửi riêng đoạn bạn muốn hỏi."
    ),
    "help": lambda: _(
        "Gửi điều bạn nghe được, chúng tôi tìm xem có đúng không.\n"
        "ĐĂNG KÝ <tên xã hoặc tỉnh>: nhận tin đã kiểm chứng của nơi đó.\n"
        "THEO DÕI <mã biên nhận>: được báo khi một câu trả lời thay đổi.\n"
        "DỪNG: thôi nhận, địa chỉ của bạn được xoá."
    ),
    "subscribed": lambda: _(
        "Đã đăng ký: %(what)s. Nhắn DỪNG để thôi nhận; khi đó địa chỉ của bạn được xoá."
    ),
    "no_place": lambda: _(
        "Không rõ nơi đó. Xin nhắn ĐĂNG KÝ cùng tên xã, phường và tỉnh, ví dụ: ĐĂNG KÝ Bát Xát, "
        "Lào Cai."
    ),
    "no_receipt": lambda: _("Không có biên nhận nào mang mã này. Mã có 12 chữ và số."),
    "not_yet": lambda: _("Điều này chưa có câu trả lời để theo dõi; có là chúng tôi nhắn ngay."),
    "confirm": lambda: _(
        "Có người, có lẽ là bạn, đăng ký nhận qua địa chỉ này: %(what)s.\nNếu đúng, hãy mở: "
        "%(url)s\nNếu không, bạn không cần làm gì: hai ngày nữa địa chỉ này được xoá."
    ),
    "joined": lambda: _(
        "Từ nay bản tin của %(where)s tới đây để bạn đọc, dán cho bà con. Nhắn DỪNG để thôi nhận."
    ),
    "no_code": lambda: _(
        "Mã này sai hoặc đã quá hạn. Mở trang tuyên truyền, mục “Kênh nhận bản tin”, để lấy mã của "
        "hôm nay. Nếu bạn muốn hỏi một tin, xin viết lại, đừng bắt đầu bằng chữ THAM GIA."
    ),
    "refused": lambda: "%(why)s",
    "left": lambda: _("Đã dừng. Địa chỉ của bạn đã được xoá khỏi danh sách nhận tin."),
}
