"""Why a time-stamp does not anchor a checkpoint, in plain words."""

from typing import ClassVar

from kiemtin.record.refusal import RecordRefused
from kiemtin.refusal import Say


class AnchorRefused(RecordRefused):
    """A time-stamp request or response cannot be read, or is of something else."""

    sentences: ClassVar = {
        "request_unreadable": Say(
            "{path} không phải yêu cầu dấu thời gian do kiemtin anchor viết. Hãy viết lại.",
            "{path} is no time-stamp request as kiemtin anchor writes it. Write it again.",
        ),
        "response_unreadable": Say(
            "{path} không phải trả lời dấu thời gian (RFC 3161). Hãy lấy lại từ nơi cấp.",
            "{path} is no time-stamp response (RFC 3161). Fetch it again from the authority.",
        ),
        "response_too_long": Say(
            "{path} dài hơn {limit} byte nên không phải dấu thời gian. Hãy chọn đúng tệp.",
            "{path} is longer than {limit} bytes, so it is no time-stamp. Choose the right file.",
        ),
        "not_granted": Say(
            "Nơi cấp không cấp dấu thời gian {path} (trạng thái {status}). Hãy gửi lại yêu cầu.",
            "The authority did not grant the time-stamp {path} (status {status}). Send the request "
            "again.",
        ),
        "no_request": Say(
            "{path} không trả lời yêu cầu nào của nhật ký này. Hãy chạy kiemtin anchor request, "
            "gửi tệp .tsq đó đi, rồi thêm trả lời.",
            "{path} answers no request of this log. Run kiemtin anchor request, send that .tsq, "
            "then add the answer.",
        ),
        "other_text": Say(
            "Dấu thời gian {path} là của một nhật ký khác với nhật ký này ở mốc {size} mục: tệp bị "
            "đổi, hoặc nhật ký đã bị viết lại. Hãy giữ tệp làm bằng chứng.",
            "The time-stamp {path} is of another log than this one at {size} entries: the file was "
            "exchanged, or the log was rewritten. Keep the file as evidence.",
        ),
        "other_nonce": Say(
            "Dấu thời gian {path} không mang số của yêu cầu đã gửi: có thể là trả lời cũ. Hãy gửi "
            "lại yêu cầu.",
            "The time-stamp {path} lacks the number of the request that was sent: it may be an old "
            "answer. Send the request again.",
        ),
        "not_verified": Say(
            "Chữ ký của dấu thời gian {path} không dẫn tới chứng thư đã cho ({problem}). Hãy kiểm "
            "tra tệp chứng thư gốc của nơi cấp.",
            "The signature of the time-stamp {path} does not lead to the given certificate "
            "({problem}). Check the file of the authority's root certificate.",
        ),
        "certificates": Say(
            "{path} không chứa chứng thư dạng PEM. Hãy tải chứng thư gốc từ trang của nơi cấp.",
            "{path} holds no certificate in PEM form. Fetch the root certificate from the "
            "authority's site.",
        ),
        "nothing_to_anchor": Say(
            "Nhật ký chưa có mục nào, nên chưa có gì để đóng dấu thời gian.",
            "The log has no entries yet, so there is nothing to time-stamp.",
        ),
    }
