"""What the asker should know about how their text was taken in; said once, on the receipt."""

import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kiemtin.desk.models import Message
from kiemtin.text.canonical import looks_legacy

READ = frozenset({"vi", "en", "und"})
JOINERS = frozenset("\u200d\ufeff")  # inside emoji, or at the head of pasted files: no surprise
FONTS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def about(typed: str, message: Message) -> Iterator[str]:
    """Sentences about the text as it was typed and the message as it is stored."""
    font = looks_legacy(unicodedata.normalize("NFC", typed))
    if font:
        yield _("Chữ của bạn ở bảng mã cũ %(font)s; chúng tôi đã đổi sang chữ thường dùng.") % {
            "font": FONTS[font]
        }
    if hidden(typed):
        yield _("Chúng tôi đã bỏ các ký tự ẩn trong phần chữ bạn gửi.")
    if message.language not in READ:
        yield _(
            "Bàn đọc được tiếng Việt và tiếng Anh. Tin này có vẻ viết bằng tiếng khác: chúng tôi "
            "sẽ nhờ người đọc giúp, nên có thể chậm hơn."
        )


def hidden(text: str) -> bool:
    """True when the text holds control or direction characters that nobody sees."""
    return any(
        unicodedata.category(char) in ("Cc", "Cf") and char not in "\t\n\r" and char not in JOINERS
        for char in text
    )
