"""Why a file of a stranger could not be read, in plain words."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class ReaderRefused(Refusal):
    """A file that was not read; `code` is one of the keys below, which a reader may use too."""

    sentences: ClassVar = {
        "too_heavy": Say(
            "Đọc tệp này cần quá nhiều bộ nhớ. Hãy lưu riêng phần cần làm bằng chứng rồi thử lại.",
            "Reading this file takes too much memory. Save only the part that is evidence and try "
            "again.",
        ),
        "too_slow": Say(
            "Đọc tệp này mất quá nhiều thời gian nên đã dừng lại. Hãy lưu riêng phần cần làm bằng "
            "chứng rồi thử lại.",
            "Reading this file takes too long and was stopped. Save only the part that is evidence "
            "and try again.",
        ),
        "broken": Say(
            "Tệp bị hỏng hoặc chưa tải xong nên không đọc được. Hãy lấy lại tệp từ nguồn.",
            "The file is damaged or incomplete and cannot be read. Get it again from its source.",
        ),
        "busy": Say(
            "Đang đọc nhiều tệp cùng lúc. Hãy thử lại sau một phút.",
            "Many files are being read right now. Try again in a minute.",
        ),
        "password": Say(
            "Tệp có mật khẩu nên không đọc được. Hãy mở tệp, lưu lại không có mật khẩu rồi tải "
            "lên.",
            "The file has a password and cannot be read. Open it, save it without a password and "
            "upload that.",
        ),
        "bomb": Say(
            "Tệp nở ra lớn gấp nhiều lần kích thước của nó, như một quả bom nén, nên không được "
            "đọc.",
            "The file unpacks to many times its size, as a bomb does, and is not read.",
        ),
        "silent": Say(
            "Tệp này không có âm thanh. Nếu là video, hãy xem hình thay vì nghe.",
            "This file has no sound. If it is a video, look at its pictures instead.",
        ),
        "unseen": Say(
            "Tệp này không có hình. Nếu là bản ghi âm, hãy nghe thay vì xem.",
            "This file has no pictures. If it is a sound recording, listen to it instead.",
        ),
        "program": Say(
            "Tệp chứa mã chạy được (macro) nên không được đọc. Hãy in nội dung ra PDF rồi tải lên.",
            "The file contains code that can run (macros) and is not read. Print the content to "
            "PDF and upload that.",
        ),
    }
