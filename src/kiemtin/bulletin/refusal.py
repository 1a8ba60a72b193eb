"""Why a content or a text cannot be made."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class ContentRefused(Refusal):
    """A content that could not be shown to anybody; `params` name the field."""

    sentences: ClassVar = {
        "empty": Say(
            "Mục {field} trống. Hãy điền mục này trước khi công bố.",
            "The field {field} is empty. Fill it in before publishing.",
        ),
        "verdict": Say(
            "Kết luận phải là một trong {allowed}, nhưng nhận được “{got}”.",
            "The verdict must be one of {allowed}, but got “{got}”.",
        ),
        "kind": Say(
            "Loại phiên bản hoặc bằng chứng phải là một trong {allowed}, nhưng nhận được “{got}”.",
            "The kind of a version or of evidence must be one of {allowed}, but got “{got}”.",
        ),
        "url": Say(
            "Địa chỉ ở mục {field} phải bắt đầu bằng http:// hoặc https://. Hãy sửa địa chỉ.",
            "The address in {field} must begin with http:// or https://. Change it.",
        ),
        "time_zone": Say(
            "Giờ ở mục {field} thiếu múi giờ. Hãy ghi kèm múi giờ.",
            "The time in {field} has no time zone. Give it one.",
        ),
        "validity": Say(
            "Hiệu lực từ {start} đến {end}: ngày đầu sau ngày cuối. Hãy đổi lại hai ngày.",
            "Valid from {start} until {end}: the first day is after the last. Swap them.",
        ),
        "version": Say(
            "Số phiên bản bắt đầu từ 1, nhưng nhận được {got}.",
            "Versions are numbered from 1, but got {got}.",
        ),
        "sha256": Say(
            "Mã SHA-256 phải có 64 chữ số thập lục phân thường, nhưng có {length} ký tự khác dạng.",
            "A SHA-256 must have 64 lower-case hexadecimal digits; what came has {length} "
            "characters or others.",
        ),
        "room": Say(
            "Cần ít nhất {needed} ký tự cho sự thật và đường dẫn, nhưng chỉ có {limit}. Hãy tăng "
            "giới hạn.",
            "The fact and the link need at least {needed} characters, but only {limit} are there. "
            "Raise the limit.",
        ),
        "letters": Say(
            "Phông chữ của tờ in và thẻ không có chữ {letter}. Hãy viết bằng chữ khác.",
            "The font of posters and cards has no letter {letter}. Write it in other letters.",
        ),
        "sheet": Say(
            "Khổ {size} không đủ chỗ cho câu chính, dù ở cỡ chữ nhỏ nhất. Hãy viết ngắn lại.",
            "The size {size} has no room for the main sentence, even at the smallest letters. "
            "Make it shorter.",
        ),
        "picture": Say(
            "Không mở được ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP đã được bàn làm sạch.",
            "The picture cannot be opened. Use a JPEG, PNG or WebP that the desk has cleaned.",
        ),
        "references": Say(
            "Tin CAP loại {kind} phải nêu tin trước mà nó thay. Hãy cho biết tin đó.",
            "A CAP message of type {kind} must name the message that it changes. Name it.",
        ),
        "bare": Say(
            "Tên người gửi và mã tin CAP không được trống, không có khoảng trắng, dấu phẩy, < hay "
            "&, nhưng nhận được “{got}”.",
            "Sender and identifier of a CAP message are not empty and have no space, comma, < or "
            "&, but got “{got}”.",
        ),
        "sound": Say(
            "Mỗi giọng cần một tên riêng chỉ gồm a–z, số và dấu -, kèm tiếng, nhưng nhận được "
            "“{got}”.",
            "Each voice needs a name of its own of a–z, figures and -, and a sound, but got "
            "“{got}”.",
        ),
        "size": Say(
            "Khổ phải là một trong {allowed}, nhưng nhận được “{got}”.",
            "The size must be one of {allowed}, but got “{got}”.",
        ),
    }
