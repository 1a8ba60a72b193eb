"""What cells say in words: how a rumour was heard, and yes or no."""

from kiemtin.channels.file.columns import key
from kiemtin.channels.refusal import RowRefused
from kiemtin.channels.shape import HEARD_VIA

_HEARD = {
    "word_of_mouth": ("nghe kể", "truyền miệng", "kể lại"),
    "phone_call": ("gọi điện", "điện thoại", "cuộc gọi"),
    "sms": ("tin nhắn", "tin nhắn sms", "nhắn tin"),
    "zalo": ("nhóm zalo",),
    "facebook": ("fb", "messenger"),
    "tiktok": ("tik tok",),
    "website": ("trang web", "web", "báo mạng", "internet"),
    "loudspeaker": ("loa", "loa truyền thanh", "loa phường", "loa xã", "phát thanh"),
    "paper": ("giấy", "tờ rơi", "giấy tờ rơi"),
    "other": ("khác", "cách khác", ""),
}
_VIA = {key(word): code for code in HEARD_VIA for word in (code, *_HEARD[code])}
_YES_NO = {
    **dict.fromkeys(("co", "yes", "y", "true", "1", "x", "dung"), True),
    **dict.fromkeys(("khong", "no", "n", "false", "0", ""), False),
}


def read_heard_via(written: str) -> str:
    """Return a code of HEARD_VIA, "other" for a blank; raises RowRefused (heard_via)."""
    code = _VIA.get(key(written))
    if code is None:
        raise RowRefused("heard_via", {"allowed": ", ".join(HEARD_VIA), "got": written[:40]})
    return code


def read_yes_no(written: str, column: str) -> bool:
    """Return True for yes, False for no or a blank; raises RowRefused (yes_no)."""
    answer = _YES_NO.get(key(written))
    if answer is None:
        raise RowRefused("yes_no", {"column": column, "got": written[:40]})
    return answer
