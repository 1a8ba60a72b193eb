"""What the phone page's scripts say, in the reader's language; the page carries them with it.

%(count)s how many · %(day)s a day · %(at)s a moment · %(seconds)s seconds · %(why)s the desk's
sentence · %(done)s what was done · %(refused)s how many the desk refused.
"""

from typing import Any

from django.utils.translation import gettext as _

from kiemtin.desk.words_reach import Done, Language


def for_script() -> dict[str, Any]:
    """Every sentence by its name in static/kiemtin/js/phone."""
    return {
        "band": _band(),
        "kinds": _kinds(),
        "languages": {code: str(label) for code, label in Language.choices},
        **_unsent(),
        **_look_up(),
        **_read_out(),
        **_tell(),
        **_device(),
    }


def _band() -> dict[str, str]:
    return {
        "empty": _("Đã gửi hết"),
        "waits": _("Còn %(count)s mục chưa gửi"),
        "waitsOffline": _("Không có mạng · còn %(count)s mục chưa gửi"),
        "refused": _("Còn %(count)s mục chưa gửi, %(refused)s mục cần sửa"),
        "full": _("Máy hết chỗ: mục vừa rồi CHƯA được cất. Xoá bớt ảnh, video rồi bấm lại."),
        "ended": _("Bàn không nhận từ máy này nữa · còn %(count)s mục chưa gửi"),
    }


def _kinds() -> dict[str, str]:
    return {
        "asked": _("Bà con hỏi"),
        "recording": _("Tiếng thu"),
        **{code: str(label) for code, label in Done.choices},
    }


def _unsent() -> dict[str, str]:
    return {
        "nothingWaits": _("Không còn gì chờ gửi."),
        "nothingSent": _("Những gì đã gửi hiện ở đây, cùng mã biên nhận."),
        "refused": _("Bàn chưa nhận: %(why)s"),
        "otherPhone": _("Mục này của lời mời trước. Chép ra nếu còn cần."),
        "copy": _("Chép"),
        "copied": _("Đã chép"),
        "saveSound": _("Lưu tiếng ra máy"),
        "mend": _("Sửa"),
        "giveUp": _("Bỏ mục này"),
        "receipt": _("Mã biên nhận để xem câu trả lời:"),
    }


def _look_up() -> dict[str, str]:
    return {
        "nearest": _("Gần nhất trong các bài đã công bố"),
        "noneNear": _("Chưa có bài nào gần với điều này"),
        "factsKept": _("Máy đang giữ %(count)s bài, lấy lúc %(at)s."),
        "noFacts": _("Máy chưa có bài nào. Mở trang này khi có mạng để lấy."),
        "until": _("Đúng đến %(day)s"),
        "noEnd": _("Không ghi hạn"),
        "expired": _("Đã hết hạn từ %(day)s: đừng dùng"),
        "notYet": _("Chỉ đúng từ %(day)s"),
        "withdrawn": _("Bàn đã rút lại bài này: đừng dùng"),
        "everywhere": _("Cả nước"),
        "page": _("Bài đầy đủ (cần mạng)"),
        "code": _("Mã kiểm tra"),
        "askDesk": _("Hỏi bàn điều này"),
    }


def _read_out() -> dict[str, str]:
    return {
        "followed": _("Đã có bản thay: đừng đọc bản này, hãy đọc bản mới."),
        "stopped": _("Bàn đã dừng bản tin này: đừng đọc nữa."),
        "outdated": _("Bản này đã cũ: bài đã đổi hoặc hết hạn. Đừng đọc khi chưa hỏi bàn."),
        "notYetDone": _("Mới, chưa báo đã nhận"),
        "undo": _("%(done)s ✓ (bấm để bỏ)"),
        "soundNeedsNet": _("tiếng cần mạng, máy chưa giữ"),
        "noTranslation": _(
            "Chưa có lời hay tiếng thu bằng thứ tiếng này. Bạn đọc được thì thu lại."
        ),
        "recordThis": _("Thu lời tôi đọc bằng thứ tiếng này"),
        "stopRecording": _("Dừng và cất"),
        "recording": _("Đang thu: %(seconds)s giây"),
        "noMicrophone": _("Chưa dùng được micrô. Hãy cho phép trong trình duyệt."),
        "readTwice": _("Đọc hai lượt, mỗi lượt khoảng %(seconds)s giây."),
        "allBulletins": _("← Mọi tin cần đọc"),
        "noBulletins": _("Chưa có bản tin nào cho nơi của bạn."),
        "newBulletins": _("%(count)s tin mới"),
    }


def _tell() -> dict[str, str]:
    return {
        "nothingTyped": _("Hãy ghi điều bà con hỏi."),
        "told": _("Đã cất vào máy. Có mạng là gửi."),
        "toldAnswer": _("Đã cất vào máy. Gửi xong, mã biên nhận hiện ở “Đã gửi”."),
        "forCaller": _("Hỏi hộ bà con"),
        "recordHeard": _("Thu âm"),
        "heardSound": _("Lời bà con nói"),
    }


def _device() -> dict[str, str]:
    return {
        "saved": _("Máy đã giữ trang này: mở được khi không có mạng."),
        "notSaved": _("Trình duyệt này không giữ được trang để dùng khi không có mạng."),
        "newer": _("Trang đã có bản mới. Mở lại để dùng tiếp; những gì chưa gửi vẫn còn."),
        "noStore": _("Trình duyệt không cho cất dữ liệu (có thể đang ở chế độ riêng tư)."),
        "leaveNeedsNet": _("Chưa báo được cho bàn: cần mạng. Hãy thử lại khi có mạng."),
    }
