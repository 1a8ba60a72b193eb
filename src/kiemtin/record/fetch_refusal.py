"""Why an address cannot be asked, or its answer not be taken, in plain words."""

from typing import ClassVar

from kiemtin.record.log_refusal import LogRefused
from kiemtin.refusal import Say


class FetchRefused(LogRefused):
    """An address or what it answered is refused; `status` is in the params where one came."""

    sentences: ClassVar = {
        **LogRefused.sentences,
        "address": Say(
            "Cần địa chỉ https://… không có tên người dùng, dấu ? hay # (http:// chỉ cho máy này), "
            "nhưng nhận được {address}. Hãy sửa địa chỉ.",
            "Expected an address https://… without a user name, ? or # (http:// for this machine "
            "only), but got {address}. Correct the address.",
        ),
        "no_answer": Say(
            "{host} không trả lời: {problem}. Hãy thử lại sau hoặc kiểm tra địa chỉ.",
            "{host} does not answer: {problem}. Try again later or check the address.",
        ),
        "too_slow": Say(
            "{host} không trả lời xong trong {seconds} giây. Hãy thử lại sau.",
            "{host} did not finish answering in {seconds} seconds. Try again later.",
        ),
        "too_much": Say(
            "{host} gửi hơn {limit} byte cho {path}. Đó không phải tệp của nhật ký; hãy kiểm tra "
            "địa chỉ.",
            "{host} sent more than {limit} bytes for {path}. That is no file of a log; check the "
            "address.",
        ),
        "status": Say(
            "{host} trả lời mã {status} cho {path}. Hãy kiểm tra địa chỉ.",
            "{host} answered {path} with status {status}. Check the address.",
        ),
        "redirected": Say(
            "{host} chuyển {path} sang địa chỉ khác, mà ở đây không đi theo. Hãy dùng đúng địa chỉ "
            "của nhật ký.",
            "{host} redirects {path} elsewhere, which is not followed. Use the log's own address.",
        ),
        "log_too_large": Say(
            "Nhật ký có {size} mục; qua mạng chỉ kiểm tra đến {limit}. Hãy tải cả thư mục về rồi "
            "kiểm tra.",
            "The log has {size} entries; over a network at most {limit} are checked. Fetch its "
            "folder and check that.",
        ),
    }
