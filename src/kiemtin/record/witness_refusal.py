"""Why a witness's answer is no cosignature, and what the desk should do, in plain words."""

from typing import ClassVar

from kiemtin.record.refusal import RecordRefused
from kiemtin.refusal import Say


class WitnessRefused(RecordRefused):
    """A witness did not cosign, or what it sent is none; ALARMS are grave."""

    sentences: ClassVar = {
        "setting": Say(
            "Cần mỗi nhân chứng theo dạng {expected}, cách nhau bằng dấu phẩy, nhưng nhận được "
            "{got}. Hãy chép lại khoá và địa chỉ từ nhân chứng.",
            "Expected each witness as {expected}, separated by commas, but got {got}. Copy key and "
            "address from the witness again.",
        ),
        "unknown_log": Say(
            "Nhân chứng {name} không biết nhật ký này (mã 404). Hãy đưa khoá của nhật ký cho người "
            "giữ nhân chứng.",
            "The witness {name} does not know this log (status 404). Give the log's key to whoever "
            "keeps the witness.",
        ),
        "key_not_trusted": Say(
            "Nhân chứng {name} không nhận khoá của nhật ký này (mã 403). Nếu bàn vừa đổi khoá, hãy "
            "đưa khoá mới cho người giữ nhân chứng.",
            "The witness {name} does not take this log's key (status 403). If the desk changed its "
            "key, give the new one to whoever keeps the witness.",
        ),
        "inconsistent": Say(
            "Nhân chứng {name} thấy nhật ký này không phải là phần nối tiếp của nhật ký nó đã thấy "
            "({old} mục). Có hai nhật ký cùng tên, hoặc nhật ký đã bị viết lại: đừng ghi thêm, hãy "
            "tìm nguyên nhân.",
            "To the witness {name} this log does not continue the one it saw ({old} entries). "
            "There are two logs of this name, or the log was rewritten: write nothing more and "
            "find the cause.",
        ),
        "ahead": Say(
            "Nhân chứng {name} đã thấy nhật ký này với {seen} mục, ở đây chỉ có {size}. Thư mục "
            "này là bản cũ, hoặc người khác cũng ký bằng khoá của bàn: đừng ghi thêm, hãy tìm "
            "nguyên nhân.",
            "The witness {name} saw this log with {seen} entries, here it has only {size}. This "
            "folder is an old copy, or somebody else signs with the desk's key: write nothing more "
            "and find the cause.",
        ),
        "no_cosignature": Say(
            "Nhân chứng {name} trả lời nhưng không ký bằng khoá đã ghi trong cài đặt. Hãy kiểm tra "
            "khoá của nhân chứng.",
            "The witness {name} answered, but did not sign with the key in the settings. Check the "
            "witness's key.",
        ),
        "wrong_time": Say(
            "Nhân chứng {name} ký với giờ {time}, chưa tới. Hãy xem đồng hồ của máy này và của "
            "nhân chứng.",
            "The witness {name} signed with the time {time}, which has not come yet. Check the "
            "clocks of this machine and of the witness.",
        ),
        "answer_unreadable": Say(
            "Nhân chứng {name} trả lời mã {status} với nội dung không đọc được. Hãy hỏi người giữ "
            "nhân chứng.",
            "The witness {name} answered with status {status} and something that cannot be read. "
            "Ask whoever keeps the witness.",
        ),
        "not_cosigned": Say(
            "Nhân chứng {name} từ chối (mã {status}). Hãy hỏi người giữ nhân chứng.",
            "The witness {name} refused (status {status}). Ask whoever keeps the witness.",
        ),
    }


ALARMS = frozenset({"inconsistent", "ahead"})
"""What says that the log itself may be forked or rolled back."""
