"""Reply addresses are encrypted with the desk's key; the newest key seals, older ones still
open.
"""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.translation import gettext as _

from kiemtin.desk.errors import refuse


def _box() -> MultiFernet:
    keys = [key for key in settings.REPLY_KEYS if key]
    if not keys:
        raise refuse(
            "no_reply_key",
            _("Bàn chưa có khoá để giữ kín địa chỉ trả lời. Quản trị hãy chạy: kiemtin init"),
        )
    return MultiFernet([Fernet(key) for key in keys])


def seal(address: str) -> bytes:
    """The address, encrypted; raises FlowError when the desk has no key."""
    return _box().encrypt(address.encode())


def unseal(sealed: bytes) -> str:
    """The address; raises FlowError when no key of the desk opens it."""
    try:
        return _box().decrypt(bytes(sealed)).decode()
    except InvalidToken:
        raise refuse(
            "reply_key_lost",
            _("Không mở được địa chỉ trả lời: khoá đã đổi. Hãy thêm lại khoá cũ vào cài đặt."),
        ) from None
