"""Why an archive is not opened, and what is doubtful about one that is, in plain words."""

from dataclasses import dataclass
from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class ArchiveRefused(Refusal):
    """An archive that is not opened; `code` is one of the keys below."""

    sentences: ClassVar = {
        "empty": Say(
            "Tệp trống. Hãy chọn lại bản lưu trang rồi tải lên.",
            "The file is empty. Choose the archive again and upload it.",
        ),
        "too_big": Say(
            "Bản lưu nặng hơn {limit} MB, hoặc mở ra nặng hơn thế. Hãy lưu riêng trang cần làm "
            "bằng chứng rồi thử lại.",
            "The archive has more than {limit} MB, or unpacks to more. Archive only the page that "
            "is evidence and try again.",
        ),
        "kind": Say(
            "Tệp này không phải bản lưu trang dạng WACZ hay WARC. Hãy chọn tệp .wacz, .warc hoặc "
            ".warc.gz.",
            "This file is no web archive of the kind WACZ or WARC. Choose a .wacz, .warc or "
            ".warc.gz file.",
        ),
        "digest": Say(
            "Bản lưu không khớp với mã băm ghi trong nó: tệp đã bị sửa hoặc hỏng nên không được "
            "mở. Hãy lấy lại tệp từ nguồn.",
            "The archive does not match the digests written in it: the file was changed or is "
            "damaged and is not opened. Get it again from its source.",
        ),
        "nothing": Say(
            "Bản lưu không có trang nào đọc được. Hãy lưu lại trang rồi thử lại.",
            "The archive has no page that can be read. Archive the page again and retry.",
        ),
        "broken": Say(
            "Bản lưu bị hỏng hoặc chưa tải xong nên không đọc được. Hãy lấy lại tệp từ nguồn.",
            "The archive is damaged or incomplete and cannot be read. Get it again from its "
            "source.",
        ),
        "too_heavy": Say(
            "Mở bản lưu này cần quá nhiều bộ nhớ hoặc thời gian. Hãy lưu riêng trang cần làm bằng "
            "chứng rồi thử lại.",
            "Opening this archive takes too much memory or time. Archive only the page that is "
            "evidence and try again.",
        ),
        "busy": Say(
            "Đang đọc nhiều tệp cùng lúc. Hãy thử lại sau một phút.",
            "Many files are being read right now. Try again in a minute.",
        ),
    }


DOUBTS = {
    "cut": Say(
        "Bản lưu đứt giữa chừng; chỉ đọc được phần đầu.",
        "The archive is cut off; only its beginning could be read.",
    ),
    "body": Say(
        "{count} tệp trong bản lưu không mở được và bị bỏ qua.",
        "{count} files in the archive could not be unpacked and are left out.",
    ),
    "payload": Say(
        "{count} tệp trong bản lưu không khớp với mã băm ghi cho chúng.",
        "{count} files in the archive do not match the digests given for them.",
    ),
    "index": Say(
        "Mục lục của bản lưu bị hỏng; bản lưu được đọc trực tiếp, không dùng mục lục.",
        "The archive's index is damaged; the archive was read itself, without it.",
    ),
    "unlisted": Say(
        "{count} tệp nằm trong bản lưu mà không được liệt kê và kèm mã băm.",
        "{count} files lie in the archive without being listed with a digest.",
    ),
    "no_digest": Say(
        "Bản lưu không có bảng mã băm, nên không biết nó có bị sửa sau khi lưu hay không.",
        "The archive has no list of digests, so nobody can tell whether it was changed later.",
    ),
    "more": Say(
        "Bản lưu có nhiều tệp hơn mức đọc ở đây; phần còn lại bị bỏ qua.",
        "The archive has more files than are read here; the rest is left out.",
    ),
}


@dataclass(frozen=True)
class Doubt:
    """Something a reader of an archive should know; `code` is one of DOUBTS."""

    code: str
    count: int = 1

    def vi(self) -> str:
        """Return the sentence in Vietnamese."""
        return DOUBTS[self.code].vi.format(count=self.count)

    def en(self) -> str:
        """Return the sentence in English."""
        return DOUBTS[self.code].en.format(count=self.count)
