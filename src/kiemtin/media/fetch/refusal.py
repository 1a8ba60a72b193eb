"""Why a page or file is not fetched, or what came of it is not kept, in plain words."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class FetchRefused(Refusal):
    """A fetch that came to nothing; `code` is one of the keys below.

    `params` never carries the address, for it may name a person.
    """

    @property
    def may_pass(self) -> bool:
        """Whether the same address may work later, with nothing changed by us."""
        return self.code in {"unknown", "no_answer", "too_slow", "busy", "damaged"}

    sentences: ClassVar = {
        "form": Say(
            "Cần địa chỉ dạng https://máy-chủ/đường-dẫn, dài nhất {longest} ký tự. Hãy chép lại "
            "địa chỉ từ thanh địa chỉ của trình duyệt.",
            "Expected an address of the form https://host/path, at most {longest} characters. Copy "
            "it again from the browser's address bar.",
        ),
        "scheme": Say(
            "Chỉ tải được địa chỉ bắt đầu bằng https:// hoặc http://. Nếu là tệp trên máy, hãy tải "
            "tệp lên.",
            "Only addresses that begin with https:// or http:// are fetched. If it is a file on "
            "your machine, upload it.",
        ),
        "port": Say(
            "Địa chỉ dẫn tới một cổng không phải của trang web; chỉ tải từ các cổng {ports}. Hãy "
            "lưu trang lại rồi tải bản lưu lên.",
            "The address leads to a port that is not a web site's; only ports {ports} are fetched "
            "from. Save the page and upload the copy.",
        ),
        "credentials": Say(
            "Địa chỉ có tên người dùng hoặc mật khẩu (phần trước dấu @). Hãy bỏ phần đó; trang cần "
            "đăng nhập thì hãy lưu lại rồi tải bản lưu lên.",
            "The address has a user name or password (what stands before @). Take it out; save a "
            "page that needs a sign-in and upload the copy.",
        ),
        "address": Say(
            "Địa chỉ không dẫn tới một máy chủ công khai trên Internet nên không được tải.",
            "The address does not lead to a public server on the Internet and is not fetched.",
        ),
        "unknown": Say(
            "Không tìm được máy chủ của địa chỉ này. Hãy kiểm tra lại tên; trang có thể đã bị gỡ.",
            "The address's server cannot be found. Check the name; the site may be gone.",
        ),
        "no_answer": Say(
            "Máy chủ không trả lời hoặc cắt kết nối. Hãy thử lại sau.",
            "The server does not answer or hangs up. Try again later.",
        ),
        "redirect": Say(
            "Trang chuyển hướng vòng tròn hoặc quá {hops} lần. Hãy mở trang trong trình duyệt và "
            "chép địa chỉ cuối cùng.",
            "The page redirects in a circle or more than {hops} times. Open it in a browser and "
            "copy the last address.",
        ),
        "downgrade": Say(
            "Trang https chuyển sang địa chỉ http không được bảo vệ nên không đi theo. Nếu vẫn "
            "cần, hãy nhập thẳng địa chỉ http đó.",
            "The https page redirects to an unprotected http address, which is not followed. If it "
            "is needed, enter that http address itself.",
        ),
        "too_big": Say(
            "Trang hoặc tệp nặng hơn {limit} MB. Hãy chỉ lưu phần cần làm bằng chứng rồi tải lên.",
            "The page or file has more than {limit} MB. Save only the part that is evidence and "
            "upload that.",
        ),
        "too_slow": Say(
            "Máy chủ không trả lời xong trong {seconds} giây. Hãy thử lại sau.",
            "The server did not finish answering in {seconds} seconds. Try again later.",
        ),
        "decompression": Say(
            "Trang nén nở ra hơn {ratio} lần, như một quả bom nén, nên không được giữ.",
            "The page unpacks to more than {ratio} times its size, as a bomb does, and is not "
            "kept.",
        ),
        "packing": Say(
            "Trang được nén theo cách không yêu cầu và không đọc được ở đây. Hãy lưu trang lại rồi "
            "tải bản lưu lên.",
            "The page is packed in a way that was not asked for and cannot be read here. Save the "
            "page and upload the copy.",
        ),
        "damaged": Say(
            "Câu trả lời của máy chủ bị hỏng hoặc đứt giữa chừng nên không được giữ. Hãy thử lại.",
            "The server's answer is damaged or cut off and is not kept. Try again.",
        ),
        "tls": Say(
            "Không xác minh được chứng chỉ của máy chủ, nên không biết đây có đúng là trang đó "
            "không.",
            "The server's certificate cannot be verified, so nobody can say whether this is that "
            "site.",
        ),
        "robots": Say(
            "Trang yêu cầu máy không tự vào (robots.txt), hoặc không đọc được yêu cầu đó; lần xem "
            "lại tự động được bỏ qua. Người kiểm chứng vẫn có thể tự tải.",
            "The site asks machines not to visit by themselves (robots.txt), or that file cannot "
            "be read; the automatic visit is left out. A checker can still fetch it.",
        ),
        "busy": Say(
            "Đang tải nhiều trang cùng lúc. Hãy thử lại sau một phút.",
            "Many pages are being fetched right now. Try again in a minute.",
        ),
    }
